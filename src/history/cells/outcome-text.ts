import { outcomeSentence, outcomeWord } from '../../events/index.ts';
import { counted, listFirst } from '../../model/index.ts';
import { CELL_LIMIT } from './cell-text.ts';
import type { OutcomeFacts } from '../types.ts';

/** The beginning of an outcome, never better than what happened: `Success with 1 accepted failure`. */
export function outcomeHead(facts: OutcomeFacts): string {
  return facts.status === 'passed' && facts.counts !== null ? outcomeSentence(facts.status, facts.counts) : outcomeWord(facts.status);
}

/** Says in the row of a resumed run that it is one with an earlier row. */
const RESUMED = 'resumed';
const SAYS_RESUMED = new RegExp(String.raw`^(?:[^;]*[^\p{L}\s]\s?)?${RESUMED}(?:;|\)?$)`, 'u');

/** Whether a cell is of a run that was resumed, as it is written: `Success — resumed; …`, or `resumed` among notes. */
export function saysResumed(cell: string): boolean {
  return SAYS_RESUMED.test(cell);
}

/** What happened, in one line that follows the first word: first what an accepted failure or a missing check hides. If it must be shortened, checks that held go first, then whole parts from the end. */
export function outcomeDetail(facts: OutcomeFacts, limit: number): string {
  const telling = firstThatFit([
    ...(facts.resumed ? [RESUMED] : []),
    ...(facts.reason === '' ? [] : [facts.reason]),
    ...(facts.accepted.length === 0 ? [] : [`accepted although it failed: ${facts.accepted.join(', ')}`]),
    ...facts.notes,
    ...notRunTexts(facts.notRun),
    ...(facts.unverified.length === 0 ? [] : [`unverified: ${facts.unverified.join(', ')}`]),
    ...(facts.gates.length === 0 ? [] : [gatesText(facts.gates)]),
    ...(facts.byEye.length === 0 ? [] : [`judged by eye: ${facts.byEye.join(', ')}`]),
    ...(facts.confirmedBy.length === 0 ? [] : [`confirmed by ${facts.confirmedBy.join(', ')}`]),
    ...(facts.approvedBy.length === 0 ? [] : [`approved by ${facts.approvedBy.join(', ')}`]),
    ...(facts.approvedIn.length === 0 ? [] : [`approved in ${facts.approvedIn.join(', ')}`]),
  ], limit);
  const held = facts.status === 'passed' && !telling.endsWith(CUT) ? heldText(facts.held, limit - telling.length - 2) : '';
  return [held, telling].filter((text) => text !== '').join('; ');
}

/** What was left out, once for each reason, deeds before checks: `A and 12 more not run (went to "Verify")`. */
function notRunTexts(notRun: OutcomeFacts['notRun']): readonly string[] {
  const deedsFirst = notRun.toSorted((a, b) => Number(b.acts === true) - Number(a.acts === true));
  const alike = Map.groupBy(deedsFirst, ({ why, failed }) => `${failed === true} ${why}`);
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `${first.what}${more} ${first.failed === true ? 'failed and was skipped' : 'not run'} (${first.why})`;
  });
}

const CUT = '; …';

/** As many of the parts as fit whole; the first alone is cut, where all cells are. */
function firstThatFit(parts: readonly string[], limit: number): string {
  for (let count = parts.length; count > 1; count--) {
    const text = `${parts.slice(0, count).join('; ')}${count < parts.length ? CUT : ''}`;
    if (text.length <= limit) return text;
  }
  return `${parts[0] ?? ''}${parts.length > 1 ? CUT : ''}`;
}

/** What was passed although the runbook says to stop or wait there. */
function gatesText(gates: readonly string[]): string {
  return `passed ${gates.join(', ')}`;
}

/** As many of the checks as fit. */
function heldText(held: readonly string[], room: number): string {
  const unique = [...new Set(held)];
  for (let count = unique.length; count > 0; count--) {
    const text = `checked ${listFirst(unique, count)}`;
    if (text.length <= room) return text;
  }
  const count = `${counted(unique.length, 'check')} held`;
  return unique.length > 0 && count.length <= room ? count : '';
}

/** The separator after the first word in the cells above: ` — `, `: `, ` - `. */
export function outcomeSeparator(examples: readonly string[]): string {
  for (const example of examples) {
    const match = /^\P{L}*\p{L}+( ?[—–] ?|[ ]-{1,2}[ ]|: |\. |, |; | \()(?=\S)/u.exec(example);
    if (match?.[1] !== undefined) return match[1];
  }
  return ' — ';
}

/** Joins the two. */
export function outcomeText(facts: OutcomeFacts, separator: string): string {
  const detail = outcomeDetail(facts, CELL_LIMIT - outcomeHead(facts).length - 5);
  if (detail === '') return outcomeHead(facts);
  return `${outcomeHead(facts)}${separator}${detail}${separator === ' (' ? ')' : ''}`;
}
