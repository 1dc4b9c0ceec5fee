import { closing } from './reduce-closing.ts';
import { dialogKey } from './reduce-dialog.ts';
import type { Effect, KeyPress, OutputView, WalkModel } from './model.ts';
import { moved, walkKey } from './reduce-walk.ts';

/** What a key leads to: the next model, and at most one thing to do. */
export interface Step {
  readonly model: WalkModel;
  readonly effect: Effect | null;
}

/** The rows of the terminal that matter to a key: how far a page goes, how much of the command is on screen. */
export interface Room {
  readonly page: number;
  readonly codeLines: number;
  readonly codeRoom: number;
  /** The furthest that what scrolls can go. */
  readonly most: number;
  /** Lines of output that are on screen. */
  readonly outputRoom: number;
  readonly output: OutputView;
}

/** One key. Pure: the same model, key and room give the same step. */
export function press(model: WalkModel, pressed: KeyPress, room: Room): Step {
  // Some terminals send a line feed for Enter; only an edited command has use for one.
  const key = pressed.name === 'newline' && !(model.dialog?.kind === 'text' && model.dialog.purpose === 'edit') ? { name: 'enter', text: '' } : pressed;
  const clear = model.message === '' ? model : { ...model, message: '' };
  if (key.name === 'ctrl-c') return model.running ? { model: clear, effect: { do: 'stop' } } : { model: clear, effect: { do: 'interrupt' } };
  if (key.name === 'ctrl-z') return { model: clear, effect: { do: 'suspend' } };
  // Meant for what stood here before: a key that is held down, or came a moment too late, answers nothing.
  if (!model.armed && (model.dialog !== null || model.phase === 'closing')) return { model, effect: { do: 'arm' } };
  const seen = outputBeside(clear, key, room);
  if (seen !== null) return { model: seen, effect: null };
  if (model.dialog !== null) return dialogKey(clear, model.dialog, key, room);
  if (key.name === 'paste') return { model: { ...clear, message: 'what was pasted is ignored: no question is open' }, effect: null };
  if (model.phase === 'closing' && model.overlay === null) return closing(clear, key);
  const scrolled = moved(clear, key, room);
  if (scrolled !== null) return { model: scrolled, effect: null };
  if (key.name === 'enter' && !model.armed && !model.busy) return { model, effect: { do: 'arm' } };
  return walkKey(clear, key, room);
}

/** A question about what came out: the output is scrolled, and shown in full, while it is open. */
function outputBeside(model: WalkModel, key: KeyPress, room: Room): WalkModel | null {
  if (model.dialog?.kind !== 'keys' || model.dialog.purpose === 'quit') return null;
  if (model.overlay === null) return key.name === 'o' ? { ...model, overlay: 'output', outputTop: null } : key.name === 'escape' ? null : moved(model, key, room);
  return key.name === 'escape' || key.name === 'o' || key.name === 'q' ? { ...model, overlay: null, outputTop: null } : (moved(model, key, room) ?? model);
}
