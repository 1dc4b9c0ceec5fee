import { BRACKET_COMMAND, replaceHidden } from '../../model/index.ts';

/** A value as JSON with every hidden character escaped, and what a CI system would obey; parsing it gives the same value. */
export function jsonText(value: unknown, indent?: number): string {
  return replaceHidden(JSON.stringify(value, null, indent), escaped).replace(BRACKET_COMMAND, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
