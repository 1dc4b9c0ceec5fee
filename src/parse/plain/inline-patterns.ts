/** By character code: what may be more than text. */
export const SPECIAL = specials('\\`*_[]!<&~\t');
export const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** A character reference. */
export const ENTITY = /&(?:#|[A-Za-z])[A-Za-z0-9]*;/y;
export const HAS_ENTITY = new RegExp(ENTITY.source);
/** CommonMark 0.31, 6.5. */
export const WEB_ADDRESS = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f\x7f]*)>/y;
export const MAIL_ADDRESS = /<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)>/y;
export const COMMENT = /<!--(?!-?>)(?:[^-\r\n]|-(?!-))*-->/y;
/** The destination and title of a link. */
export const RESOURCE = /\( *(?:<([^<>\\&\r\n]*)>|([^\s<>()\\]+(?:\([^\s<>()\\]*\)[^\s<>()\\]*)*))(?: +(?:"([^"\\&\r\n]*)"|'([^'\\&\r\n]*)'))? *\)/y;

function specials(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Where a character is next; the rest of a long text is not searched for what is not in this line. */
export function indexWithin(text: string, character: string, from: number, end: number): number {
  const code = character.charCodeAt(0);
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/** How often the character at an offset is repeated. */
export function runLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let to = at + 1;
  while (to < end && text.charCodeAt(to) === code) to++;
  return to - at;
}

/** A sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
