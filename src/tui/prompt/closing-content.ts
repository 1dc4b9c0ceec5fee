import { basename } from 'node:path';
import { shortcomings } from '../../events/index.ts';
import { counted } from '../../model/index.ts';
import { exactDuration, nextWords } from '../../print/index.ts';
import { countSteps, type Finished, type RecordRow } from '../../walk/index.ts';
import { segment } from '../rows/rows.ts';
import { choiceRows } from './choice-rows.ts';
import type { PromptContext } from './prompt-context.ts';
import { heightOf, type PromptContent, type PromptPart, wordsPart } from './prompt-part.ts';

/** The history row before it is written, a cell a line. */
export function recordContent(prompt: RecordRow, { ui, width, most, theme }: PromptContext): PromptContent {
  const cells = prompt.cells.map(({ column, value, open }, i) => {
    const now = ui.cells[i] ?? value;
    return { text: `${column}: ${now}`, ...(open && now === value ? { note: 'not filled in' } : {}) };
  });
  const marked = prompt.cells[Math.max(0, ui.choice)];
  const suggested = marked === undefined || marked.suggestions.length === 0 ? [] : [wordsPart('words', [segment(`suggestions: ${marked.suggestions.slice(0, 5).join(', ')}`, 'muted')], width)];
  const words = [wordsPart('title', [segment('The history row', 'strong'), segment(`  for ${basename(prompt.path)}`, 'muted')], width)];
  const room = Math.max(2, most - heightOf({ tone: 'accent', parts: [...words, ...suggested] }));
  return { tone: 'accent', parts: [...words, { kind: 'choices', rows: choiceRows(cells, Math.max(0, ui.choice), width, room, theme) }, ...suggested] };
}

/** How the run came out, the row, and where the report is. */
export function closingContent(prompt: Finished, { width, most, plan, state }: PromptContext): PromptContent {
  // A success with a failure, a skipped step or an open check in it is not a plain one.
  const isPlain = prompt.status === 'passed' && prompt.outcome === 'Success';
  const otherwise = prompt.status === 'passed' || prompt.status === 'left' ? 'warn' : 'bad';
  const tone = isPlain ? 'good' : otherwise;
  const partsOf = (lines: readonly string[]): readonly PromptPart[] => lines.map((line, i) => wordsPart(i === 0 ? 'title' : 'words', i === 0 ? [segment(line, tone, 'strong')] : [segment(line)], width));
  const steps = countSteps(plan, state);
  const whole = { tone, parts: partsOf(closingLines(prompt, steps)) } as const;
  // Where the row does not fit as well, it stays for the ordinary screen.
  return heightOf(whole) <= most ? whole : { tone, parts: partsOf(closingLines({ ...prompt, row: { ...prompt.row, text: '' } }, steps)) };
}

/** The same in plain lines: they stay on the ordinary screen. Steps are counted, as the briefing does. */
export function closingLines({ status, outcome, reason, counts, durationMs, row, next, run }: Finished, steps: ReturnType<typeof countSteps>): readonly string[] {
  // What else there was is said in the outcome.
  const numbers = [...(['passed', 'failed'] as const).filter((name) => steps[name] > 0).map((name) => `${counted(steps[name], 'step')} ${name}`), ...(status === 'left' && shortcomings(counts) !== '' ? [shortcomings(counts)] : [])];
  const head = status === 'left' ? 'Not finished' : outcome;
  return [
    `${head}${run === null ? '' : ` after ${exactDuration(durationMs)}`}`,
    ...(numbers.length === 0 ? [] : [numbers.join(', ')]),
    ...(reason === '' || outcome.includes(reason) ? [] : [reason]),
    ...(row.said === '' ? [] : row.said.trimEnd().split('\n')),
    ...(row.text === '' ? [] : row.text.trimEnd().split('\n')),
    ...(next === null ? [] : [nextWords(next)]),
  ];
}
