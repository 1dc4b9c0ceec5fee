import { eachText } from './each-text.ts';

/**
 * Characters that a terminal obeys or does not draw, which would make the code on screen differ from what runs: control (C0 except line break and tab, C1),
 * bidirectional, zero width, soft hyphen, fillers, tags, selectors, blanks other than the space, lone surrogates.
 */
const CLASS = [
  String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f`,
  String.raw`\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\u{1bca0}-\u{1bca3}\u{1d159}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`,
].join('');
const HIDDEN = new RegExp(`[${CLASS}]`, 'u');
/** What nearly every text consists of and is never hidden: a look for anything else takes a tenth of the time of a look for all that may be hidden. */
const UNUSUAL = /[^\t\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u27bf]/;
const EACH_HIDDEN = new RegExp(`[${CLASS}]`, 'gu');
const EACH_HIDDEN_OR_BREAK = new RegExp(`[\\t\\n${CLASS}]`, 'gu');
/** Blanks of other widths, which do no harm in a sentence. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Whether a text has no hidden characters. */
export function isVisible(text: string): boolean {
  return !UNUSUAL.test(text) || !HIDDEN.test(text);
}

/** A text with every hidden character shown as `\u{202e}`; line breaks and tabs stay. For code and other text of several lines. */
export function visible(text: string): string {
  return isVisible(text) ? text : text.replace(EACH_HIDDEN, show);
}

/** A text with every hidden character replaced, e.g. by its JSON escape. */
export function replaceHidden(text: string, by: (character: string) => string): string {
  return isVisible(text) ? text : text.replace(EACH_HIDDEN, by);
}

/** The same for text that must be one line, such as a path or a name: line breaks and tabs are shown too. */
export function visibleLine(text: string): string {
  return text.replace(EACH_HIDDEN_OR_BREAK, show);
}

/** The same for sentences, where a no-break space is just a blank. */
export function visibleProse(text: string): string {
  return isVisible(text) ? text : visible(text.replace(BLANKS, ' '));
}

/** Fields that contain sentences; all others contain code, names and values. */
const SENTENCES: ReadonlySet<string> = new Set(['title', 'text', 'reason', 'accepted', 'outcome', 'owner', 'message']);

/** Data in which all texts, and also keys that come from a runbook, are made visible; what is called `path` is one line. */
export function visibleData<T>(value: T): T {
  return eachText(value, visibleField, visible);
}

/** A character as JSON writes it in ASCII: `\u202e`; one beyond 16 bits as two. */
export function jsonEscape(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join('');
}

function visibleField(text: string, field: string): string {
  if (field === 'path') return visibleLine(text);
  return SENTENCES.has(field) ? visibleProse(text) : visible(text);
}

function show(character: string, offset: number, text: string): string {
  return isEmojiPart(character, offset, text) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Whether it is a selector right after an emoji, or a joiner between two, which are drawn as part of the emoji. */
function isEmojiPart(character: string, offset: number, text: string): boolean {
  if (character === '\ufe0f' || character === '\ufe0e') return /(?:\p{ExtPict}|\p{EMod})$/u.test(text.slice(Math.max(0, offset - 4), offset)) || /[\d#*]$/.test(text.slice(0, offset)) && text.charAt(offset + 1) === '\u20e3';
  if (character !== '\u200d') return false;
  return /\p{ExtPict}(?:\p{EMod}|\ufe0f)?$/u.test(text.slice(Math.max(0, offset - 6), offset)) && /^\p{ExtPict}/u.test(text.slice(offset + 1, offset + 3));
}
