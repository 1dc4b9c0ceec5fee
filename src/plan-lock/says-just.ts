import type { Coming } from './entry.ts';
import { entryState, plainSignature } from './unread/index.ts';
import { entryText } from './write-lock.ts';

/**
 * Whether an entry says just what a runbook comes to: then it need not be read to see that nothing differs, which takes as long as all that is
 * planned. One that settles or lowers something is read.
 */
export function saysJust(text: string, path: string, coming: Coming): boolean {
  const state = entryState(text);
  const locked = plainSignature(text);
  return state !== null && locked !== null && `${text.trimEnd()}\n` === entryText(path, { ...state, locked, ...coming });
}
