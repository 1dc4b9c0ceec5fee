import { compilePattern, lineStart } from '../../model/index.ts';
import { textPattern, tokenPattern } from './expected-pattern.ts';
import { filledLines, visibleText } from './output-text.ts';
import { describeOutput, excerpt, nearest } from './seen.ts';
import { similarity } from './similarity.ts';
import type { PlannedExpectation, Verdict } from '../types.ts';

/** The output of a piece. */
export interface SeenOutput {
  readonly stdout: string;
  readonly stderr?: string;
}

/** Why a judgement is not verified. */
export const FOR_THE_OPERATOR = 'for the operator to judge';

const BARE_NUMBER = /^[-+]?\d[\d.,]*%?$/;
const HTTP_STATUS = /^HTTP (\d{3})$/i;

/** Whether the output is what the runbook expects, with the reason. */
export function judge({ expectation, text, parts, missing }: PlannedExpectation, output: SeenOutput): Verdict {
  const stdout = visibleText(output.stdout);
  const stderr = visibleText(output.stderr ?? '');
  const both = [stdout, stderr].filter((stream) => stream !== '').join('\n');
  if (missing.length > 0) return unverified(`${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no value yet`, both);
  if (expectation.similarity !== null) return judgeSimilarity(parts[0] ?? '', expectation.similarity, stdout);
  const texts = [...new Set([stdout, stderr, both])].filter((stream) => stream !== '');
  switch (expectation.kind) {
    case 'judgement':
      return unverified(FOR_THE_OPERATOR, both);
    case 'regex':
      return judgePattern(expectation.pattern ?? { source: '', flags: '' }, texts, both);
    default:
      return judgeParts(expectation.kind === 'literal' || isNumberAlone(text, parts) ? findLiteral : findText, parts, expectation.anyPart, texts, both);
  }
}

function unverified(reason: string, output: string): Verdict {
  return { status: 'unverified', reason, seen: excerpt(filledLines(output).slice(-3)) };
}

function judgePattern({ source, flags }: { readonly source: string; readonly flags: string }, texts: readonly string[], output: string): Verdict {
  const compiled = compilePattern(source, flags);
  if (!compiled.ok) return unverified(`not a regular expression: ${compiled.reason}`, output);
  const { pattern } = compiled;
  for (const text of texts.length === 0 ? [''] : texts) {
    const match = pattern.exec(text);
    if (match !== null) return held(text, match.index, match.text.length);
  }
  const byLine = !flags.includes('m') && texts.some((text) => matchesSomeLine(source, flags, text));
  const hint = byLine ? '; one line does: ^ and $ are the ends of the whole output, the flag m makes them those of a line' : '';
  const reach = texts.some((text) => text.length > pattern.reach) ? `; of more than ${pattern.reach} characters only the end was searched` : '';
  return { status: 'failed', reason: `/${source}/${flags} does not match; ${describeOutput(output)}${hint}${reach}`, seen: nearest(source, output) };
}

function matchesSomeLine(source: string, flags: string, text: string): boolean {
  const byLine = compilePattern(source, `${flags}m`);
  return byLine.ok && byLine.pattern.test(text);
}

type Find = (part: string, text: string) => { readonly start: number; readonly length: number } | null;

function judgeParts(find: Find, parts: readonly string[], anyPart: boolean, texts: readonly string[], output: string): Verdict {
  const absent: string[] = [];
  let first: Verdict | null = null;
  for (const part of parts) {
    const verdict = locate(find, part, texts);
    if (verdict === null) absent.push(part);
    else first ??= verdict;
  }
  if (first !== null && (anyPart || absent.length === 0)) return first;
  return { status: 'failed', reason: `${describeAbsence(absent, anyPart)}; ${describeOutput(output)}`, seen: nearest(absent.join(' '), output) };
}

function locate(find: Find, part: string, texts: readonly string[]): Verdict | null {
  for (const text of texts) {
    const place = find(part, text);
    if (place !== null) return held(text, place.start, place.length);
  }
  return null;
}

function describeAbsence(absent: readonly string[], anyPart: boolean): string {
  const number = absent.length === 1 && (BARE_NUMBER.test(absent[0] ?? '') || HTTP_STATUS.test(absent[0] ?? ''));
  if (number) return `no line equals ${absent[0] ?? ''}`;
  const names = absent.map((part) => (part.includes('"') ? part : `"${part}"`));
  if (absent.length === 1) return `${names[0] ?? ''} is not in the output`;
  return anyPart ? `none of ${names.join(', ')} is in the output` : `${names.join(', ')} are not in the output`;
}

function held(text: string, start: number, length: number): Verdict {
  const end = text.indexOf('\n', start + Math.max(0, length - 1));
  const seen = excerpt(filledLines(text.slice(lineStart(text, start), end === -1 ? undefined : end)));
  const line = text.slice(0, start).split('\n').length;
  return { status: 'held', reason: text.includes('\n') ? `found in line ${line} of the output` : 'found in the output', seen };
}

function judgeSimilarity(expected: string, least: number, output: string): Verdict {
  const score = similarity(expected, output);
  const reason = `similar by ${score.toFixed(2)}, expected at least ${least}`;
  if (score >= least) return { status: 'held', reason, seen: excerpt(filledLines(output)) };
  return { status: 'failed', reason: `${reason}; ${describeOutput(output)}`, seen: excerpt(filledLines(output)) };
}

/** If a quoted number is all that is expected, it must match as a whole number. */
function isNumberAlone(text: string, parts: readonly string[]): boolean {
  return parts.length === 1 && BARE_NUMBER.test(parts[0] ?? '') && text.replace(/^["“]|["”]$/g, '') === parts[0];
}

function findText(part: string, text: string): ReturnType<Find> {
  return findMatch(textPattern(part), text);
}

function findLiteral(part: string, text: string): ReturnType<Find> {
  const status = HTTP_STATUS.exec(part)?.[1];
  const number = BARE_NUMBER.test(part) ? part : status;
  if (number === undefined) return findMatch(tokenPattern(part), text);
  const line = findMatch(new RegExp(`^[ \\t]*${number.replace(/[.+]/g, '\\$&')}[ \\t]*$`, 'm'), text);
  return line ?? (status === undefined ? null : findMatch(new RegExp(`\\bHTTP(?:/[\\d.]+)? ${status}\\b`, 'i'), text));
}

function findMatch(pattern: RegExp, text: string): ReturnType<Find> {
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, length: match[0].length };
}
