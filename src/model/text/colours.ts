import { visible } from './visible.ts';

/** Strings for the terminal itself (titles, links, graphics) with their contents; also one that is not ended. */
const STRING = String.raw`(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c|$)`;
const SEQUENCE = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`;
const OTHER = String.raw`\u001b(?:[ -/]+[0-~]|[0-OQ-WYZ\\\u0060a-~])`;
const EACH = new RegExp(`${STRING}|${SEQUENCE}|${OTHER}`, 'g');
const COLOUR = /^\u001b\[([\d;:]*)m$/;
/** Attributes that are dropped: blinking, and invisible text. */
const NOT_COLOURS: ReadonlySet<string> = new Set(['5', '6', '8', '25', '28']);

/** A program's output as a log may show it: colours stay, other escape sequences go, and other hidden characters are made visible. */
export function colouredText(text: string): string {
  let shown = '';
  let at = 0;
  for (const { 0: sequence, index } of text.matchAll(EACH)) {
    shown += visible(text.slice(at, index)) + colour(sequence);
    at = index + sequence.length;
  }
  return shown + visible(text.slice(at));
}

/** How many characters at the end begin an incomplete escape sequence; 0 if none do. */
export function openSequence(text: string): number {
  const at = Math.max(text.lastIndexOf('\u001b'), text.lastIndexOf('\u009b'));
  return at === -1 || !/^(?:\u001b[ -/]*|(?:\u001b\[|\u009b)[0-?]*[ -/]*)$/.test(text.slice(at)) ? 0 : text.length - at;
}

function colour(sequence: string): string {
  const codes = COLOUR.exec(sequence)?.[1];
  if (codes === undefined) return '';
  if (!/[568]/.test(codes)) return sequence;
  const kept = withoutHiding(codes.split(';'));
  return kept.length === 0 ? '' : `\u001b[${kept.join(';')}m`;
}

/** In `38;5;8` the 8 is the number of a colour, not an attribute. */
function withoutHiding(codes: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? '';
    const ofColour = codes[at + 1] === '2' ? 5 : 3;
    const length = ['38', '48', '58'].includes(code) ? ofColour : 1;
    if (length > 1 || !NOT_COLOURS.has(code.replace(/^0+(?=\d)/, ''))) kept.push(...codes.slice(at, at + length));
    at += length - 1;
  }
  return kept;
}
