/** A line of bash up to the cursor. */
interface BashLine {
  /** Its words, without quotes and backslashes; the last is the one at the cursor, possibly empty. */
  readonly words: readonly string[];
  /** The quote that is open at the cursor, or `''`. */
  readonly quote: '' | '"' | "'";
  /** How much of the last word bash keeps when it inserts a candidate. */
  readonly kept: string;
}

interface Word {
  text: string;
  /** The length of `text` up to and including the last character that breaks words for readline. */
  kept: number;
}

/** Splits a line as bash would. `breaks` is `COMP_WORDBREAKS`: readline replaces only what follows the last of these characters. */
export function readBashLine(line: string, breaks: string): BashLine {
  const words: Word[] = [];
  let word: Word | null = null;
  let quote: BashLine['quote'] = '';
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    const escapes: boolean = char === '\\' && quote !== "'" && (quote === '' || '"\\$`'.includes(line[at + 1] ?? ' '));
    if (quote === '' && /\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      continue;
    }
    word ??= { text: '', kept: 0 };
    if (escapes) word.text += line[++at] ?? '';
    else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) {
      quote = char;
      word.kept = word.text.length;
    } else {
      word.text += char;
      if (quote === '' && breaks.includes(char)) word.kept = word.text.length;
    }
  }
  const last = word ?? { text: '', kept: 0 };
  return { words: [...words, last].map(({ text }) => text), quote, kept: last.text.slice(0, last.kept) };
}

/** A candidate as bash should insert it: without the part that it keeps, and quoted like the rest of the word. */
export function bashWord(value: string, { kept, quote }: BashLine): string {
  const rest = value.startsWith(kept) ? value.slice(kept.length) : value;
  if (quote === "'") return rest.replaceAll("'", "'\\''");
  if (quote === '"') return rest.replace(/["\\$`]/g, '\\$&');
  return rest.replace(/[^\w@%+=:,./~-]/gu, '\\$&').replace(/^~/, '\\~');
}
