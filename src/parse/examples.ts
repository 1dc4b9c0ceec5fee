import type { CodeRange } from '../model/index.ts';

/** A value that prose gives as an example of something. */
export interface ProseExample {
  /** What it is an example of: `known-good release`. */
  readonly noun: string;
  readonly value: string;
  /** The words that say so, as written. */
  readonly words: string;
  readonly range: CodeRange;
}

const IN_PARENTHESES = /(?<noun>[^.;:!?()\n]{2,120}?)\s*\((?:e\.?g\.?,?|for example,?|for instance,?|such as|like|say,?|example:?|i\.e\.,?)\s+(?<values>[^()]{1,120}(?:\([^()]*\)[^()]*)?)\)/gi;
const IN_SENTENCE = /(?<noun>[^.;:!?()\n]{2,120}?),?\s+(?:e\.g\.,?|for example,?|for instance,?|such as|like)\s+(?<values>`[^`\n]+`)/gi;
const DETERMINER = /^(?:the|a|an|your|its|their|our|this|that|these|those|any|some|each|every|which|what|whose|my)$/i;
const BOUNDARY = /^(?:of|for|to|with|in|on|by|from|at|as|into|is|are|was|be|use|uses|using|note|and|or|if|when|where|find|pick|choose|identify|set|replace|get|enter|run|find|look|up|take|copy|record|given|than|per|via|about|e\.g|not|it|you|we|can|will|should|must|has|have|contains?|corresponding|appropriate|actual|desired|exact|specific|correct|right|relevant)$/i;
/** What a command prints is no value to give. */
const OUTPUT = /\b(?:outputs?|lines?|messages?|responses?|results?|errors?|logs?|entry|entries|text|something|anything|things?)$/i;

/** Examples in a paragraph as written: "the known-good release (e.g., `v84`)". `start` is its place in the file. */
export function proseExamples(text: string, start: number): readonly ProseExample[] {
  const found = [...text.matchAll(IN_PARENTHESES), ...text.matchAll(IN_SENTENCE)];
  return found.flatMap((match) => {
    const { noun: before = '', values = '' } = match.groups ?? {};
    const noun = nounOf(before);
    if (noun === '' || OUTPUT.test(noun)) return [];
    const words = match[0].slice(match[0].indexOf(before) + Math.max(0, before.length - phraseLength(before, noun))).replace(/\s+/g, ' ').trim();
    return valuesOf(values).map((value) => {
      const at = start + match.index + match[0].lastIndexOf(value);
      return { noun, value, words, range: { start: at, end: at + value.length } };
    });
  });
}

function phraseLength(before: string, noun: string): number {
  const at = before.replace(/[`*_]/g, ' ').toLowerCase().lastIndexOf(noun.split(' ')[0]?.toLowerCase() ?? '');
  const determiner = /(?:the|a|an|your)\s+$/i.exec(before.slice(0, Math.max(0, at)))?.[0].length ?? 0;
  return before.length - Math.max(0, at) + determiner;
}

/** The words in backquotes, else the only word. */
function valuesOf(values: string): readonly string[] {
  const quoted = [...values.matchAll(/`(?<value>[^`\n]+)`/g)].map((match) => match.groups?.['value'] ?? '');
  if (quoted.length > 0) return quoted.filter((value) => !/\s/.test(value));
  const bare = values.trim().replace(/[,.]$/, '');
  return /^[\p{L}\p{N}][\p{L}\p{N}_.:/@-]*$/u.test(bare) ? [bare] : [];
}

/** The last noun phrase: back to an article, a preposition or a verb, at most four words. */
function nounOf(before: string): string {
  const words = before.replace(/[`*_"“”[\]]/g, ' ').trim().split(/\s+/);
  const phrase: string[] = [];
  for (const word of words.reverse()) {
    if (phrase.length === 4 || DETERMINER.test(word) || BOUNDARY.test(word) || /[,–—]$/.test(word)) break;
    phrase.unshift(word);
  }
  return phrase.join(' ').replace(/,$/, '');
}
