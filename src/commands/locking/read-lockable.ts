import { loadBytes } from '../../catalog/opening/index.ts';
import { decodeRunbook } from '../../model/index.ts';
import { parseRunbook } from '../../parse/index.ts';
import { digest } from '../../plan-lock/unread/index.ts';
import { type Lockable, lockableOf } from './lockable.ts';

/**
 * Reads a file for the lock, with the digest of exactly the bytes that were read.
 * @throws RunbookError where it cannot be read.
 */
export function readLockable(path: string, cwd: string): Lockable {
  const bytes = loadBytes(path, cwd);
  return lockableOf(parseRunbook(decodeRunbook(bytes, path), { path }), digest(bytes));
}
