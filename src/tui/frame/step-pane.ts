import { look } from '../theme.ts';
import type { WalkModel } from '../model.ts';
import { pieceOf, stepOf } from '../place.ts';
import { dialogLines } from './dialog.ts';
import type { FrameInput } from './frame.ts';
import { outputPane } from './output.ts';
import { codeLines, headLines, noteLines, proseOf, textSaysTitle } from './step.ts';

/** The parts of the step on screen, and the rows that each gets. */
interface StepLayout {
  readonly head: readonly string[];
  readonly prose: readonly string[];
  readonly code: readonly string[];
  readonly codeRoom: number;
  readonly notes: readonly string[];
  readonly asked: readonly string[];
  readonly outputRoom: number;
}

/** Rows are given out by need: the question and the marks first, some for the output and the text, then all that the command needs, and the rest to the text. */
export function stepLayout({ model, theme, mask, output }: FrameInput, width: number, height: number): StepLayout {
  if (stepOf(model) === null) return { head: [], prose: [], code: [], codeRoom: 0, notes: [], asked: [], outputRoom: 0 };
  const notes = noteLines(model, width, theme, mask);
  const code = codeLines(model, width, theme, mask);
  const asked = model.dialog === null ? [] : ['', ...dialogLines(model.dialog, width, theme, model.armed)];
  const text = proseOf(model, width, theme);
  // The title is said once, unless there is no room for the text that says it.
  const head = headLines(model, width, theme, !textSaysTitle(model) || height < 20);
  const free = Math.max(4, height - head.length - notes.length - asked.length - (code.length === 0 ? 0 : 1));
  const lines = output.end - output.first;
  const wantsOutput = lines > 0 || model.running;
  const forOutput = wantsOutput ? Math.min(lines + 1, Math.max(3, Math.floor(free / (model.running || asked.length > 0 ? 2 : 3)))) : 0;
  const codeRoom = code.length === 0 ? 0 : Math.max(2, Math.min(code.length, Math.max(Math.ceil(free / 2), free - forOutput - Math.min(text.length, 3))));
  const proseRoom = Math.max(0, Math.min(text.length, free - codeRoom - forOutput));
  const prose = proseRoom < text.length ? [...text.slice(0, Math.max(0, proseRoom - 1)), look(theme, 'dim', `(${text.length - Math.max(0, proseRoom - 1)} more lines: p)`)] : text;
  return { head, prose, code, codeRoom, notes, asked, outputRoom: Math.max(0, free - codeRoom - prose.length - 1) };
}

/** The step on screen: where it is, its text, the command, its marks, an open question, the output. */
export function stepPane(input: FrameInput, width: number, height: number): readonly string[] {
  const { model, theme } = input;
  if (stepOf(model) === null) return ['everything is done'];
  const { head, prose, code, codeRoom, notes, asked, outputRoom } = stepLayout(input, width, height);
  const rule = (theme.unicode ? '─' : '-').repeat(3);
  const shown = code.slice(model.codeScroll, model.codeScroll + codeRoom).map((line) => look(theme, 'cyan', `  ${line}`));
  const goesOn = code.length > codeRoom ? `, lines ${model.codeScroll + 1}–${Math.min(code.length, model.codeScroll + codeRoom)} of ${code.length}: j k move ` : '';
  return [
    ...head,
    ...prose,
    ...(code.length === 0 ? [] : [look(theme, 'dim', `${rule} ${codeTitle(model)}${goesOn}`), ...shown]),
    ...notes,
    ...asked,
    ...outputPane(input, width, outputRoom),
  ].slice(0, height);
}

function codeTitle(model: WalkModel): string {
  const missing = pieceOf(model)?.missing ?? [];
  if (model.look !== null) return 'command, not to be run from here';
  if (missing.length > 0) return `command, not complete without ${missing.join(', ')}`;
  return model.running ? 'command, running' : 'command';
}
