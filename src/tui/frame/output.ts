import type { WalkModel } from '../model.ts';
import { fold, look } from '../theme.ts';
import type { FrameInput } from './frame.ts';

/** The output below the step: its last lines as they come, or those that the operator scrolled to. */
export function outputPane({ model, output, theme }: FrameInput, width: number, room: number): readonly string[] {
  if (room < 1 || output.end === output.first) return [];
  const top = Math.max(output.first, Math.min(model.outputTop ?? output.end, output.end - room));
  const lines = output.lines(top, top + room);
  const rule = (theme.unicode ? '─' : '-').repeat(3);
  const last = top + lines.length;
  const isAll = top === output.first && last === output.end;
  const place = isAll ? '' : `, ${top + 1}–${last} of ${output.end}${last < output.end ? ', G follows' : ''}`;
  const title = look(theme, 'dim', `${rule} ${whose(model)}${place}`);
  return [title, ...lines.map((line) => found(model, line, theme)).map((line) => fold(line, width)[0] ?? '')];
}

function whose({ look: looked, running, run, at }: WalkModel): string {
  if (looked !== null || running) return 'output';
  return at !== null && run?.steps[at.step]?.pieces[at.piece] !== undefined ? 'output' : 'output of the step before';
}

/** The output on the whole screen: long lines go on in the next. */
export function outputScreen({ model, output, theme, columns }: FrameInput, height: number): readonly string[] {
  const asked = model.dialog === null ? [] : [model.dialog.kind === 'text' ? look(theme, 'bold', `${model.dialog.title}: ${model.dialog.field.value}_`) : `Esc back to: ${model.dialog.title}`];
  const room = height - asked.length;
  if (output.end === output.first) return ['there is no output', ...asked];
  const draw = (line: string): string[] => fold(found(model, line, theme), columns);
  if (model.outputTop === null || model.outputTop > output.end - room) return [...output.lines(output.end - room, output.end).flatMap(draw).slice(-room), ...asked];
  const top = Math.max(output.first, model.outputTop);
  return [...output.lines(top, top + room).flatMap(draw).slice(0, room), ...asked];
}

/** A line with what was searched for marked; its own colours give way there. */
function found({ search }: WalkModel, line: string, theme: FrameInput['theme']): string {
  if (search === '') return line;
  const plain = line.replace(/\u001b\[[\d;:]*m/g, '');
  const at = plain.toLowerCase().indexOf(search.toLowerCase());
  return at < 0 ? line : plain.slice(0, at) + look(theme, 'inverse', plain.slice(at, at + search.length)) + plain.slice(at + search.length);
}
