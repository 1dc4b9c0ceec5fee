import { outcomeSentence, outcomeWord } from '../../events/index.ts';
import { counted } from '../../model/index.ts';
import { CELL_LIMIT } from './cell-text.ts';
import type { OutcomeFacts } from '../types.ts';

/** The beginning of an outcome, never better than what happened: `Success with 1 accepted failure`. */
export function outcomeHead(facts: OutcomeFacts): string {
  return facts.status === 'passed' && facts.counts !== null ? outcomeSentence(facts.status, facts.counts) : outcomeWord(facts.status);
}

/** What happened, in one line that follows the first word. If it must be shortened, checks that held go before anything that was not checked. */
export function outcomeDetail(facts: OutcomeFacts, limit: number): string {
  const telling = [
    ...(facts.reason === '' ? [] : [facts.reason]),
    ...facts.notes,
    ...facts.notRun.map(({ what, why, failed }) => `${what} ${failed === true ? 'failed and was skipped' : 'not run'} (${why})`),
    ...(facts.accepted.length === 0 ? [] : [`accepted although it failed: ${facts.accepted.join(', ')}`]),
    ...(facts.unverified.length === 0 ? [] : [`unverified: ${facts.unverified.join(', ')}`]),
    ...(facts.gates.length === 0 ? [] : [gatesText(facts.gates)]),
    ...(facts.byEye.length === 0 ? [] : [`judged by eye: ${facts.byEye.join(', ')}`]),
    ...(facts.confirmedBy.length === 0 ? [] : [`confirmed by ${facts.confirmedBy.join(', ')}`]),
    ...(facts.approvedBy.length === 0 ? [] : [`approved by ${facts.approvedBy.join(', ')}`]),
    ...(facts.approvedIn.length === 0 ? [] : [`approved in ${facts.approvedIn.join(', ')}`]),
  ].join('; ');
  const held = facts.status === 'passed' ? heldText(facts.held, limit - telling.length - 2) : '';
  return [held, telling].filter((text) => text !== '').join('; ');
}

/** What was passed although the runbook says to stop or wait there. */
export function gatesText(gates: readonly string[]): string {
  return `passed ${gates.join(', ')}`;
}

/** As many of the checks as fit. */
function heldText(held: readonly string[], room: number): string {
  const unique = [...new Set(held)];
  for (let count = unique.length; count > 0; count--) {
    const more = unique.length - count;
    const text = `checked ${unique.slice(0, count).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
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
