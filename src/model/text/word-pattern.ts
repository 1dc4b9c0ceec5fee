/** What is asked of a pattern for prose, one of those below or a plain one. */
export interface Pattern {
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/**
 * A pattern for prose that is tried only on a text that can hold a match, as a quick look tells.
 * V8 compiles a pattern when it is first tried: for a long one that takes longer than to look for some words in the whole file.
 * It holds the pattern and is none itself, as V8 is slow with patterns of another class than its own.
 */
class WordPattern implements Pattern {
  /** All that were made: a test holds that their words stand in what they match. */
  static readonly made: WordPattern[] = [];
  readonly pattern: RegExp;
  readonly #isLikely: (lowerCase: string) => boolean;

  constructor(pattern: RegExp, isLikely: (lowerCase: string) => boolean) {
    this.pattern = pattern;
    this.#isLikely = isLikely;
    WordPattern.made.push(this);
  }

  test(text: string): boolean {
    return this.mayMatch(text) && this.pattern.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return this.mayMatch(text) ? this.pattern.exec(text) : null;
  }

  /** All matches of a pattern that looks everywhere (`g`). */
  all(text: string): readonly RegExpExecArray[] {
    return this.mayMatch(text) ? [...text.matchAll(this.pattern)] : [];
  }

  /** The text without the match. */
  without(text: string): string {
    return this.mayMatch(text) ? text.replace(this.pattern, '') : text;
  }

  /** The quick look alone: `false` where the text can hold no match. */
  mayMatch(text: string): boolean {
    return this.#isLikely(lowerCase(text));
  }
}

/** Alternatives of one pattern, tried one by one: together they take V8 much longer to compile. */
class Alternatives implements Pattern {
  readonly #patterns: readonly Pattern[];

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
  }

  test(text: string): boolean {
    return this.#patterns.some((pattern) => pattern.test(text));
  }

  exec(text: string): RegExpExecArray | null {
    return firstOf(this.#patterns, text);
  }
}

/** The match that begins first; of two at one place that of the earlier pattern. */
function firstOf(patterns: readonly Pattern[], text: string): RegExpExecArray | null {
  return patterns.map((pattern) => pattern.exec(text)).reduce((first, found) => (first === null || (found !== null && found.index < first.index) ? found : first), null);
}

/** The text that was looked at last: most are tried with many patterns in a row. */
let last = { text: '', lowerCase: '' };

function lowerCase(text: string): string {
  if (text !== last.text) last = { text, lowerCase: text.toLowerCase() };
  return last.lowerCase;
}

/** A pattern each of whose matches holds one of these words, or parts of words: between `|`, in lower case. */
export function having(words: string, pattern: RegExp): WordPattern {
  const parts = words.split('|');
  return new WordPattern(pattern, (text) => parts.some((part) => text.includes(part)));
}

/** Every pattern with words that the loaded modules have. */
export function patternsWithWords(): readonly WordPattern[] {
  return WordPattern.made;
}

/** A pattern that only matches a text that begins with one of these words, after "please" or at once. */
export function beginningWith(words: string, pattern: RegExp): WordPattern {
  const firsts = words.split('|');
  return new WordPattern(pattern, (text) => {
    const rest = text.startsWith('please') ? text.replace(/^please\s+/, '') : text;
    return firsts.some((word) => rest.startsWith(word) && !isSmallLetter(rest.charAt(word.length)));
  });
}

function isSmallLetter(character: string): boolean {
  return character >= 'a' && character <= 'z';
}

/** A pattern of several (in any case, `i`), each with words of its own. */
export function oneOf(...patterns: readonly Pattern[]): Pattern {
  return new Alternatives(patterns);
}
