import { replaceHidden } from '../model/index.ts';

/** Workflow commands that a CI system obeys anywhere in a line. */
const COMMAND = /#(?=#(?:\[|vso\[|teamcity\[))/g;

/** A value as JSON with every hidden character escaped; parsing it gives the same value. */
export function jsonText(value: unknown, indent?: number): string {
  return replaceHidden(JSON.stringify(value, null, indent), escaped).replace(COMMAND, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
