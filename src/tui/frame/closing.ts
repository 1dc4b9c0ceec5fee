import { exactDuration, wrapText } from '../../print/index.ts';
import { look } from '../theme.ts';
import type { WalkModel } from '../model.ts';
import { dialogLines } from './dialog.ts';
import type { FrameInput } from './frame.ts';

/** How the run came out, and the history row before it is written. */
export function closingLines({ model, columns, theme }: FrameInput, height: number): readonly string[] {
  const { row } = model;
  const width = columns - 2;
  const head = [...wrapText(summary(model), width).map((line) => look(theme, 'bold', line)), ...troubles(model, theme).flatMap((line) => wrapText(line, width, '  ')), ''];
  if (row === null) return head;
  const asked = model.dialog === null ? [] : ['', ...dialogLines(model.dialog, width, theme, model.armed)];
  const cells = row.columns.map((column, i) => `${i === row.index ? '>' : ' '} ${column}: ${row.cells[i] ?? ''}`).map((line, i) => (i === row.index ? look(theme, 'inverse', line) : line));
  const perhaps = (row.suggestions[row.index] ?? []).slice(0, 5);
  const rest = [...(perhaps.length === 0 || model.dialog !== null ? [] : ['', ...wrapText(`perhaps ${perhaps.join(', ')}`, width)]), ...asked];
  const title = look(theme, 'bold', `The history row, for ${row.where}:`);
  const above = head.slice(0, Math.max(2, height - cells.length - rest.length - 1));
  const room = Math.max(1, height - above.length - rest.length - 1);
  const first = Math.max(0, Math.min(row.index - Math.floor(room / 2), cells.length - room));
  return [...above, title, ...cells.slice(first, first + room), ...rest];
}

function summary({ run }: WalkModel): string {
  const pieces = Object.values(run?.steps ?? {}).flatMap((step) => Object.values(step.pieces));
  const count = (status: string): number => pieces.filter((piece) => piece.status === status).length;
  const counts = (['passed', 'failed', 'stopped', 'timed-out'] as const).filter((status) => count(status) > 0).map((status) => `${count(status)} ${status}`);
  const skipped = pieces.filter(({ status }) => status === 'skipped').length + Object.values(run?.steps ?? {}).filter(({ skipped }) => skipped !== null).length;
  const time = run?.durationMs == null ? '' : ` in ${exactDuration(run.durationMs)}`;
  return `${run?.status ?? ''}${run?.reason ? `: ${run.reason}` : ''}${time}: ${[...counts, ...(skipped === 0 ? [] : [`${skipped} skipped`])].join(', ')}`;
}

/** What a reader of the row will ask about: skips, acceptances, notes. */
function troubles({ run, plan }: WalkModel, theme: FrameInput['theme']): string[] {
  return plan.steps.flatMap(({ step }) => {
    const state = run?.steps[step.id];
    if (state === undefined) return [];
    const skipped = state.skipped === null ? [] : [`${step.title}: skipped, ${state.skipped.reason}`];
    const pieces = Object.values(state.pieces).flatMap(({ accepted, finished, status }) => (accepted !== null ? [`${step.title}: ${finished?.status ?? status}, accepted: ${accepted}`] : []));
    return [...skipped, ...pieces].map((line) => look(theme, 'yellow', line));
  });
}
