import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

// To ask Intl for graphemes, or a pattern for every emoji there is, takes longer than to show a runbook: only texts that need it pay for it.

/** Characters of one cell that join with none beside them: Latin, Greek, Cyrillic, punctuation, arrows, frames, ticks and crosses. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2713-\u2718]*$/;
/** No mark, joiner, half of a flag, skin tone, letter of a Hangul syllable or invisible character: each stands alone. */
const alone = lazily(() => /^[^\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{RI}\p{EMod}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\u0d4e\u0e33\u0eb3\uff9e\uff9f]*$/u);
/** A sign that its selector makes an emoji, or a keycap, with nothing that joins it to its neighbours. */
const sign = lazily(() => /(?<!\u200d)(?:(?![\d#*\p{RI}\p{EMod}])\p{Emoji}\ufe0f|[\d#*]\ufe0f?\u20e3)(?![\p{M}\u200d\p{EMod}\p{Cf}])/gu);
const visible = lazily(() => /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]/u);
const added = lazily(() => /[\p{Mc}\uff00-\uffef]/u);
const jamo = lazily(() => /[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/u);
/** Two of such letters are a flag, whether there is such a country or not. */
const joined = lazily(() => /^\p{RI}{2}$|^[\d#*]\ufe0f?\u20e3$|^\p{EBase}\p{EMod}$|^(?![\d#*\p{RI}])\p{Emoji}\ufe0f$|\p{ExtPict}.*\u200d.*\p{ExtPict}/su);
const segmenter = lazily(() => new Intl.Segmenter());
/** Two cells, alone. */
const WIDE = '\u3000';

/** Cells that a text takes on a terminal; colours and other control sequences take none. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const bare = /[\u001b\u009b]/.test(text) ? stripVTControlCharacters(text) : text;
  if (PLAIN.test(bare)) return bare.length;
  const plainer = bare.replace(sign(), WIDE);
  if (alone().test(plainer)) return sum(Array.from(plainer), cells);
  return sum(graphemes(bare.normalize('NFC')), clusterWidth);
}

/** What a reader sees as one character each. */
export function graphemes(text: string): readonly string[] {
  if (PLAIN.test(text) || alone().test(text)) return Array.from(text);
  return Array.from(segmenter().segment(text), ({ segment }) => segment);
}

function clusterWidth(cluster: string): number {
  const [first, ...rest] = Array.from(cluster.slice(Math.max(0, cluster.search(visible()))));
  if (first === undefined || !visible().test(first)) return 0;
  if (joined().test(cluster)) return 2;
  const counted = jamo().test(first) ? visible() : added();
  return cells(first) + sum(rest.filter((character) => counted.test(character)), cells);
}

function cells(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

function sum(parts: readonly string[], width: (part: string) => number): number {
  return parts.reduce((total, part) => total + width(part), 0);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
