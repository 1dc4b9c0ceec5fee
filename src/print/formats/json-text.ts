import { BRACKET_COMMAND, jsonEscape, replaceHidden } from '../../model/index.ts';

/** A value as JSON with every hidden character escaped, and what a CI system would obey; parsing it gives the same value. */
export function jsonText(value: unknown, indent?: number): string {
  return replaceHidden(JSON.stringify(value, null, indent), jsonEscape).replace(BRACKET_COMMAND, jsonEscape);
}
