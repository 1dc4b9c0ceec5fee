/** After so many calls a process reads many files, and to compile a pattern is worth it. */
const MANY = 1000;

/**
 * A pattern for prose that is tried only on a text that can hold a match, as a quick look tells.
 * V8 compiles a pattern when it is first tried: for a long one that takes longer than to look for some words in the whole file.
 */
class WordPattern extends RegExp {
  /** All that were made: a test holds that their words stand in what they match. */
  static readonly made: WordPattern[] = [];
  readonly #isLikely: (text: string) => boolean;
  #calls = 0;

  constructor(pattern: RegExp, isLikely: (lowerCase: string) => boolean) {
    super(pattern);
    this.#isLikely = isLikely;
    WordPattern.made.push(this);
  }

  /** The copy that `matchAll` makes is a plain pattern, so `allOf` is for these. */
  static override get [Symbol.species](): RegExpConstructor {
    return RegExp;
  }

  /** The quick look alone: `false` where the text can hold no match. */
  mayMatch(text: string): boolean {
    return this.#isLikely(lowerCase(text));
  }

  override exec(text: string): RegExpExecArray | null {
    return this.#calls++ >= MANY || this.mayMatch(text) ? super.exec(text) : null;
  }
}

/** Alternatives of one pattern, tried one by one at first: together they take V8 much longer to compile. */
class Alternatives extends RegExp {
  readonly #patterns: readonly RegExp[];
  #calls = 0;

  constructor(patterns: readonly RegExp[]) {
    super(patterns.map(({ source }) => source).join('|'), 'i');
    this.#patterns = patterns;
  }

  override exec(text: string): RegExpExecArray | null {
    return this.#calls++ >= MANY ? super.exec(text) : firstOf(this.#patterns, text);
  }
}

/** The match that begins first; of two at one place that of the earlier pattern. */
function firstOf(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  return patterns.map((pattern) => pattern.exec(text)).reduce((first, found) => (first === null || (found !== null && found.index < first.index) ? found : first), null);
}

/** The text that was looked at last: most are tried with many patterns in a row. */
let last = { text: '', lowerCase: '' };

function lowerCase(text: string): string {
  if (text !== last.text) last = { text, lowerCase: text.toLowerCase() };
  return last.lowerCase;
}

/** A pattern each of whose matches holds one of these words, or parts of words: between `|`, in lower case. */
export function having(words: string, pattern: RegExp): RegExp {
  const parts = words.split('|');
  return new WordPattern(pattern, (text) => parts.some((part) => text.includes(part)));
}

/** Every pattern with words that the loaded modules have. */
export function patternsWithWords(): readonly WordPattern[] {
  return WordPattern.made;
}

/** A pattern that only matches a text that begins with one of these words, after "please" or at once. */
export function beginningWith(words: string, pattern: RegExp): RegExp {
  const firsts = words.split('|');
  return new WordPattern(pattern, (text) => {
    const rest = text.replace(/^please\s+/, '');
    return firsts.some((word) => rest.startsWith(word) && !/^[a-z]/.test(rest.slice(word.length, word.length + 1)));
  });
}

/** A pattern of several (in any case, `i`), each with words of its own. */
export function oneOf(...patterns: readonly RegExp[]): RegExp {
  return new Alternatives(patterns);
}

/** All matches of a pattern that looks everywhere (`g`). */
export function allOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];
}
