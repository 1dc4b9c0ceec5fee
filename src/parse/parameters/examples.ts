import { type CodeRange, having, oneLine } from '../../model/index.ts';
import { isGivenId } from './kinds-of-value.ts';

/** A value that prose gives as an example of something. */
export interface ProseExample {
  /** What it is an example of: `known-good release`. `null`: the value itself says so, as `PREFIX` does. */
  readonly noun: string | null;
  readonly value: string;
  /** The words that say so, as written. */
  readonly words: string;
  readonly range: CodeRange;
  /** The text says to replace this value: another value of that name is another parameter. */
  readonly replaced?: boolean;
}

/** What announces an example: in parentheses, or in the sentence with the value in backquotes. */
const LEAD = /(?<open>\(\s*)?\b(?:e\.?g\.?,?|for example,?|for instance,?|such as|like|say,?|example:|i\.e\.,?)\s+/gi;
const IN_PARENTHESES = /[^()]{1,120}(?:\([^()]*\)[^()]*)?(?=\))/y;
const IN_SENTENCE = /`[^`\n]+`/y;
/** A value that is told in brackets as the one of this text: "the zone (example.net in this case)", "the release (here: `v84`)". */
const AS_HERE = having('case|example|here', /\((?:(?:in (?:this|our|my) (?:case|example)|here)[:,]?\s+(?:(?:it['’]s|it is|to|is|as)\s+)?(?<value>`[^`\n]+`|[^\s()]*[\d.@/][^\s()]*)|(?<before>`[^`\n]+`|[^\s()]*[\d.@/][^\s()]*),?\s+(?:in (?:this|our|my) (?:case|example)|here))\)/gi);
/** "The bucket is, for example, `x`": what it is an example of stands before the verb. */
const IS = /\s+(?:is|are|will be|would be|could be|may be|might be|looks?)[\s,]*$/i;
const LONGEST_NOUN = 120;
const DETERMINER = /^(?:the|a|an|your|its|their|our|this|that|these|those|any|some|each|every|which|what|whose|my)$/i;
const BOUNDARY = /^(?:of|for|to|with|in|on|by|from|at|as|into|is|are|was|be|use|uses|using|note|and|or|if|when|where|find|pick|choose|identify|set|replace|get|enter|run|find|look|up|take|copy|record|given|than|per|via|about|e\.g|not|it|you|we|can|will|should|must|has|have|contains?|corresponding|appropriate|actual|desired|exact|specific|correct|right|relevant)$/i;
/** What a command prints is no value to give. */
const OUTPUT = /\b(?:outputs?|lines?|messages?|responses?|results?|errors?|logs?|entry|entries|text|something|anything|things?)$/i;

/** Examples in a paragraph as written: "the known-good release (e.g., `v84`)". `start` is its place in the file. */
export function proseExamples(text: string, start: number): readonly ProseExample[] {
  const found: ProseExample[] = [];
  for (const lead of text.matchAll(LEAD)) {
    const at = lead.index + lead[0].length;
    const pattern = lead.groups?.['open'] === undefined ? IN_SENTENCE : IN_PARENTHESES;
    pattern.lastIndex = at;
    const values = pattern.exec(text)?.[0];
    const before = clauseBefore(text, lead.index).replace(IS, '');
    const noun = values === undefined ? '' : nounOf(before);
    if (values === undefined) continue;
    const isNamed = noun !== '' && !OUTPUT.test(noun);
    const phraseStart = text.lastIndexOf(before, lead.index) + before.length - phraseLength(before, noun);
    const end = at + values.length + (pattern === IN_PARENTHESES ? 1 : 0);
    const words = oneLine(text.slice(phraseStart, end));
    for (const value of valuesOf(values)) {
      if (!isNamed && !isGivenId(value)) continue;
      const from = start + at + values.indexOf(value);
      found.push({ noun: isNamed ? noun : null, value, words, range: { start: from, end: from + value.length } });
    }
  }
  return [...found, ...toldAsHere(text, start)];
}

/** Values in brackets that are those of this text. */
function toldAsHere(text: string, start: number): readonly ProseExample[] {
  return AS_HERE.all(text).flatMap(({ 0: words, index, groups }) => {
    const noun = nounOf(clauseBefore(text, text.slice(0, index).trimEnd().length));
    const [value] = valuesOf(groups?.['value'] ?? groups?.['before'] ?? '');
    if (value === undefined || noun === '' || OUTPUT.test(noun)) return [];
    const from = start + index + words.indexOf(value);
    return [{ noun, value, words: oneLine(`${noun} ${words}`), range: { start: from, end: from + value.length } }];
  });
}

/** The words before a place, back to the end of the clause before. */
function clauseBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - LONGEST_NOUN), at);
  return window.slice(window.search(/[^.;:!?()\n]*$/)).replace(/,\s*$/, '');
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
export function nounOf(before: string): string {
  const words = before.replace(/[`*_"“”[\]]/g, ' ').trim().replace(/\s+(?:before|after|until|since|while)\s+(?:the|a|an|it|they|that)\s[^,]*$/i, '').replace(/\s+(?:that|which)\s+(?:you|we)\s[^,]*$/i, '').replace(/\s+(?:there|here|below|above|instead|again),?$/i, '').replace(/\s+(?:in)?to (?:your|the) (?:clipboard|notes?|editor),?$/i, '').split(/\s+/);
  const phrase: string[] = [];
  for (const word of words.reverse()) {
    if (phrase.length === 4 || DETERMINER.test(word) || BOUNDARY.test(word) || /[,–—]$/.test(word)) break;
    phrase.unshift(word);
  }
  return phrase.join(' ').replace(/,$/, '');
}
