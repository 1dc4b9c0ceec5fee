import type { ExpectationChecked, PieceState, StepFinished } from '../../events/index.ts';
import { counted } from '../../model/index.ts';
import { exactDuration, exitWords, seenWords } from '../../print/index.ts';
import type { Prompt } from '../../walk/index.ts';
import { sign } from '../glyphs.ts';
import type { Theme } from '../theme.ts';
import { ByWidth } from '../rows/memo.ts';
import { type Row, row, type Segment, segment } from '../rows/rows.ts';
import { foldOutput, wrapWords } from '../rows/wrap.ts';
import type { OutputView } from '../output/output-view.ts';
import { plainRowsOf } from './plain-rows.ts';
import { isGate } from './states.ts';

const folded = new ByWidth<OutputView, readonly Row[]>();

/** The last rows of what a piece wrote, behind a thin bar; a line says how much is above. */
export function outputRows(output: OutputView, width: number, most: number, theme: Pick<Theme, 'unicode'>): readonly Row[] {
  return folded.get(output, `${output.version} ${width} ${most}`, () => {
    const bar = segment(`${sign(theme, 'column')} `, 'muted');
    const lines = output.lines(Math.max(output.first, output.end - most), output.end).map((line) => foldOutput(line, Math.max(10, width - 2)));
    const rows = lines.flat();
    const isAll = rows.length <= most && output.end <= most;
    const room = Math.max(1, most - 1);
    const whole = wholeLines(lines, room);
    // The end of a folded line would be taken for a line of its own; of one that alone is too long its end is shown.
    const last = whole === 0 ? rows.slice(-room) : lines.slice(-whole).flat();
    const shown = isAll ? rows : last;
    const hidden = output.end - whole;
    const hint = isAll ? [] : [row(bar, segment(`${sign(theme, 'more')} ${counted(hidden, 'line')} above: o shows all`, 'muted'))];
    return [...hint, ...shown.map((text) => row(bar, segment(text)))];
  });
}

/** How many of the last lines, folded, fit whole into so many rows. */
function wholeLines(lines: readonly (readonly string[])[], rows: number): number {
  let left = rows;
  let count = 0;
  for (const line of lines.toReversed()) {
    left -= line.length;
    if (left < 0) break;
    count++;
  }
  return count;
}

/** How an attempt ended, and what its checks came to; `asked` is the question about it, if there is one. */
export function resultRows(state: PieceState, { wrote, interactive, asked }: { readonly wrote: boolean; readonly interactive: boolean; readonly asked: Prompt | null }, width: number, theme: Pick<Theme, 'unicode'>): readonly Row[] {
  const { finished } = state;
  if (finished === null) return [];
  const checks = state.expectations.filter(({ index }) => asked?.kind !== 'judge' || index !== asked.check).flatMap((check) => checkRows(check, asked?.kind ?? null, width));
  // What a person did elsewhere wrote nothing here and took no time here.
  if (finished.status === 'passed' && finished.exitCode === null && finished.reason !== undefined) return [...plainRowsOf(wrapWords([segment(finished.reason, checks.length === 0 && asked?.kind !== 'judge' ? 'good' : 'muted')], width)), ...checks];
  const silent = wrote || finished.status === 'stopped' ? [] : [segment(interactive ? 'output not kept' : '(no output)', 'muted')];
  const judged = finished.status === 'passed' && finished.reason !== undefined ? [segment(finished.reason)] : [];
  const parts = [
    isGate(asked) ? segment(statusWords(finished), 'strong') : statusPhrase(state, finished, asked?.kind === 'judge'),
    ...judged,
    ...silent,
    segment(exactDuration(finished.durationMs), 'muted'),
    ...(state.attempt > 1 ? [segment(`attempt ${state.attempt}`, 'muted')] : []),
    ...(state.original === null ? [] : [segment('changed by you', 'warn')]),
  ];
  const status = parts.flatMap((part, i) => (i === 0 ? [part] : [segment(` ${sign(theme, 'dot')} `, 'muted'), part]));
  return [...plainRowsOf(wrapWords(status, width)), ...checks];
}

function statusPhrase({ accepted, follow, expectations }: PieceState, finished: StepFinished, judged: boolean): Segment {
  // Only the command ended well: somebody has said that its check did not hold or could not be told, or is asked about it.
  const commandOnly = finished.status === 'passed' && finished.exitCode !== null && (judged || expectations.some(({ status }) => status !== 'held'));
  const words = commandOnly ? exitWords(finished.exitCode, null) : statusWords(finished);
  if (accepted !== null) return segment(`${words}, accepted: ${accepted}`, 'warn');
  if (commandOnly) return segment(words, 'muted');
  if (finished.status === 'passed') return segment(words, 'good');
  // The command itself ended well: what failed is its check.
  if (finished.status === 'failed' && finished.exitCode === 0) return segment(words, 'muted');
  return segment(words, finished.status === 'stopped' && follow ? 'good' : 'bad');
}

/** How a command ended, as an engineer would say it. */
export function statusWords({ status, exitCode, signal }: Pick<StepFinished, 'status' | 'exitCode'> & { readonly signal?: string | null | undefined }): string {
  if (status === 'passed') return exitCode === 0 || exitCode === null ? 'passed' : `passed, ${exitWords(exitCode, null)}`;
  if (status === 'stopped') return 'stopped';
  if (status === 'timed-out') return 'timed out';
  return exitWords(exitCode, signal ?? null);
}

/** While a failed check is asked about, the question says what was seen; of one that is judged it says all. */
function checkRows(check: ExpectationChecked, asked: Prompt['kind'] | null, width: number): readonly Row[] {
  const { status, text, accepted } = check;
  const why = status !== 'failed' || (asked === 'piece-failed' && accepted === undefined) ? [] : [segment(`  seen: ${seenWords(check).replace(/\s+/g, ' ')}`, 'text')];
  return plainRowsOf(wrapWords([checkSaid(check, asked), segment(text), ...why], width));
}

function checkSaid({ status, accepted }: ExpectationChecked, asked: Prompt['kind'] | null): Segment {
  if (status === 'held') return segment('check held: ', 'good');
  if (accepted !== undefined) return segment('check accepted: ', 'warn');
  if (status === 'failed') return segment('check failed: ', 'bad');
  return segment(asked === 'judge' ? 'check by eye: ' : 'not verified: ', 'warn');
}
