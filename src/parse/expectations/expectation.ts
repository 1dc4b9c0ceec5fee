import { compilePattern, type Diagnostic, type Expectation, type ExpectedPart, oneLine, type Span, type Step } from '../../model/index.ts';
import { findable, joining, quotedParts, wordsBetween } from './expected-parts.ts';
import { BARE_LEAD, COMPARISON, CONDITION, EXIT_STATUS, FILE_TO_COMPARE, LEADS, LEFT_OUT, NEGATION_OR_QUANTIFIER, NOT_OUTPUT, NUMBER_LETTER, OF_A_STEP, SHOULD, STATE, VALUE_WORD, VOLATILE } from './expectation-words.ts';

const LITERAL_TOKENS = 4;
const SAMPLE_LINES = 5;

/** What a comment or paragraph says one should see, without its lead; `null` where it is no expectation. `rest` is `''` after a bare `Expected output:`. */
export function isExpectationLead(commentText: string): { readonly rest: string } | null {
  const text = commentText.trim();
  if (BARE_LEAD.test(text)) return { rest: '' };
  for (const lead of LEADS) {
    const groups = lead.exec(text)?.groups;
    if (groups === undefined) continue;
    const { aspect = '', rest = '' } = groups;
    if (NOT_OUTPUT.test(aspect)) return null;
    return { rest: EXIT_STATUS.test(aspect) ? `${aspect}: ${rest}` : rest };
  }
  return SHOULD.test(text) ? { rest: text } : null;
}

/** Reads the words after the lead. The parts have no slots yet: `mapParts` gives them theirs. */
export function readExpectation(rest: string, span: Span): Expectation {
  const raw = oneLine(rest);
  const base = { text: oneLine(raw.replaceAll('`', '')), pattern: null, parts: [], anyPart: false, similarity: null, span } as const;
  const pattern = readPattern(raw);
  if (pattern !== null) {
    const wrong = patternError(pattern);
    if (wrong !== null) return { ...base, kind: 'judgement', reason: wrong };
    return { ...base, kind: 'regex', pattern, reason: 'a regular expression' };
  }
  return { ...base, ...classify(raw) };
}

/** Reads a block that stands under "Expected output:". */
export function readExpectedBlock(block: string, span: Span): Expectation {
  const lines = block.split('\n').map(oneLine).filter((line) => line !== '');
  const text = lines.join(' ');
  const base = { text, pattern: null, anyPart: false, similarity: null, span } as const;
  const asWords = readExpectation(text, span);
  if ((asWords.kind === 'literal' && !LEFT_OUT.test(text)) || asWords.kind === 'regex' || EXIT_STATUS.test(text)) return asWords;
  if (LEFT_OUT.test(text)) return { ...base, kind: 'judgement', parts: [], reason: 'something is left out' };
  const volatile = lines.find((line) => VOLATILE.test(line));
  if (lines.length === 0 || lines.length > SAMPLE_LINES || volatile !== undefined) {
    const reason = volatile === undefined ? `a sample of ${lines.length} lines` : `a sample that differs from run to run ("${VOLATILE.exec(volatile)?.[0] ?? ''}")`;
    return { ...base, kind: 'judgement', parts: [], reason };
  }
  return { ...base, kind: 'quoted', parts: lines.flatMap(findable).map(part), reason: lines.length === 1 ? 'an expected line' : 'expected lines' };
}

/** An expected-output block that the output must be similar to (Innovation Engine's `expected_similarity`). */
export function similarTo(block: string, similarity: number, span: Span): Expectation {
  const text = block.trim();
  return { kind: 'literal', text: oneLine(text), pattern: null, parts: [part(text)], anyPart: false, similarity, reason: `similar by ${similarity}`, span };
}

/** A sentence that only a person can tell the truth of. */
export function judgementOf(text: string, span: Span): Expectation {
  return { ...judgement('prose'), text: oneLine(text.replaceAll('`', '')), pattern: null, similarity: null, span };
}

/** The expectation with its parts changed, e.g. given their slots. */
export function mapParts(expectation: Expectation, change: (part: ExpectedPart) => ExpectedPart): Expectation {
  return { ...expectation, parts: expectation.parts.map(change) };
}

/** A text in the `/source/flags` form of a regular expression, or `null`. */
function readPattern(text: string): { readonly source: string; readonly flags: string } | null {
  const bare = /^`([^`]+)`$/.exec(text)?.[1] ?? text;
  const match = /^\/(?<source>(?:\\.|[^\\])+)\/(?<flags>[a-z]*)$/s.exec(bare);
  if (match === null) return null;
  const { source = '', flags = '' } = match.groups ?? {};
  const isPath = /(?<!\\)\//.test(source.replace(/\[(?:\\.|[^\]\\])*\]/g, '')) && !/[\^$*+?|(\\]/.test(source);
  return isPath ? null : { source, flags };
}

/** What an expectation says that looks like a pattern and is none. */
const NO_PATTERN = 'not a regular expression: ';

function patternError({ source, flags }: { readonly source: string; readonly flags: string }): string | null {
  const compiled = compilePattern(source, flags);
  return compiled.ok ? null : `${NO_PATTERN}${compiled.reason}`;
}

/** The patterns among the expectations that cannot be matched: nobody should run past a check that cannot be made. */
export function invalidPatterns(steps: readonly Step[]): readonly Diagnostic[] {
  const all = steps.flatMap((step) => [...(step.kind === 'manual' ? step.expectations : step.pieces.flatMap(({ expectations }) => expectations))]);
  return all.filter(({ reason }) => reason.startsWith(NO_PATTERN)).map(({ text, reason, span }) => ({ rule: 'invalid-pin', severity: 'error', message: `${text}: ${reason}`, span }));
}

type Class = Pick<Expectation, 'kind' | 'parts' | 'anyPart' | 'reason'>;

function classify(raw: string): Class {
  if (EXIT_STATUS.test(raw)) return judgement('about the exit status');
  const quoted = quotedParts(raw);
  if (quoted.length === 0) return classifyWords(raw);
  const { around, gaps, behind } = wordsBetween(raw, quoted);
  const negation = (NEGATION_OR_QUANTIFIER.exec(around) ?? CONDITION.exec(around))?.[0];
  if (negation !== undefined) return judgement(`"${negation}" among the words`);
  if (FILE_TO_COMPARE.test(raw)) return judgement('a file to compare with');
  if (OF_A_STEP.test(around)) return judgement('about one step of several');
  const bound = COMPARISON.exec(around)?.[0];
  if (bound !== undefined) return judgement(`comparison "${bound.trim()}"`);
  if (/^\W*or\b/i.test(behind)) return judgement('something else will do as well');
  const join = joining(gaps);
  if (join === 'mixed') return judgement('"or" between some parts only');
  const elided = quoted.find(({ text }) => LEFT_OUT.test(text) || NUMBER_LETTER.test(text));
  if (elided !== undefined) return judgement(`"${elided.text}" is no output as it stands`);
  const parts = quoted.map(({ text }) => findable(text));
  if (join === 'any' && parts.some(({ length }) => length > 1)) return judgement('"or" between parts with several texts');
  return { kind: 'quoted', parts: parts.flat().map(part), anyPart: join === 'any', reason: 'quoted words' };
}

function classifyWords(words: string): Class {
  const choices = words.replace(/[.!]$/, '').split(/\s+or\s+/i);
  const isEmptyWord = NEGATION_OR_QUANTIFIER.exec(words.replace(VALUE_WORD, ''))?.[0];
  if (isEmptyWord !== undefined) return judgement(`"${isEmptyWord}" among the words`);
  if (STATE.test(words)) return judgement('a state, not a text');
  if (/\b(?:should|must)\b/i.test(words)) return judgement('prose');
  const bound = COMPARISON.exec(words)?.[0];
  if (bound !== undefined) return judgement(`comparison "${bound.trim()}"`);
  const parts = choices.map((choice) => choice.replace(/(?<=\S)\s*\([^()]*\)$/, '').trim());
  if (LEFT_OUT.test(words) || NUMBER_LETTER.test(words)) return judgement('something is left open');
  if (!isLiteral(words) || parts.some((text) => text === '')) return judgement('prose');
  return { kind: 'literal', parts: parts.map(part), anyPart: parts.length > 1, reason: words.includes(' ') ? 'a few words with a digit or sign' : 'one word' };
}

function isLiteral(words: string): boolean {
  const tokens = words.split(' ').filter((token) => token !== '' && token.toLowerCase() !== 'or');
  return tokens.length === 1 || (tokens.length <= LITERAL_TOKENS && tokens.length > 0 && /[\d:=/.%]/.test(words.replace(/[.!]$/, '')));
}

function judgement(reason: string): Class {
  return { kind: 'judgement', parts: [], anyPart: false, reason };
}

function part(text: string): ExpectedPart {
  return { text, slots: [] };
}
