import { closing } from './reduce-closing.ts';
import { dialogKey } from './reduce-dialog.ts';
import type { Effect, KeyPress, WalkModel } from './model.ts';
import { walkKey } from './reduce-walk.ts';

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
}

/** One key. Pure: the same model, key and room give the same step. */
export function press(model: WalkModel, key: KeyPress, room: Room): Step {
  const clear = model.message === '' ? model : { ...model, message: '' };
  if (key.name === 'ctrl-c') return model.running ? { model: clear, effect: { do: 'stop' } } : { model: clear, effect: { do: 'interrupt' } };
  if (key.name === 'ctrl-z') return { model: clear, effect: { do: 'suspend' } };
  if (model.dialog !== null) return dialogKey(clear, model.dialog, key);
  if (model.phase === 'closing' && model.overlay === null) return closing(clear, key);
  return walkKey(clear, key, room);
}
