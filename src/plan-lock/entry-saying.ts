import type { Coming } from './entry.ts';
import type { LockEntry } from './types.ts';
import { entryState, plainSignature } from './unread/index.ts';
import { entryText } from './write-lock.ts';

/**
 * The entry that a text is, where it says just what a runbook comes to: then it need not be read, which takes as long as all that is planned.
 * `null` where it says something else, or settles or lowers something.
 */
export function entrySaying(coming: Coming, path: string, text: string): LockEntry | null {
  const state = entryState(text);
  const locked = plainSignature(text);
  if (state === null || locked === null) return null;
  const entry = { ...state, locked, ...coming };
  return `${text.trimEnd()}\n` === entryText(path, entry) ? entry : null;
}
