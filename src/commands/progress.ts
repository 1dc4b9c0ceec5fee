import type { Io } from '../model/index.ts';

const QUIET_MS = 500;
const REDRAW_MS = 100;

/** One line that says how far long work is; a terminal sees it after half a second, and nobody else does. */
export interface Progress {
  /** So many of so many are done. Cheap: called for each of them. */
  at(done: number, total: number): void;
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

/** Progress on stderr. Drawn by the one who works, since work that never waits leaves no time for a timer. */
export function progressOf(what: string, { stderr, env }: Pick<Io, 'stderr' | 'env'>): Progress {
  const shows = stderr.isTTY === true && env['TERM'] !== 'dumb' && (env['CI'] ?? '') === '';
  let next = performance.now() + QUIET_MS;
  let drawn = false;
  return {
    at: (done, total) => {
      const now = performance.now();
      if (!shows || now < next) return;
      next = now + REDRAW_MS;
      drawn = true;
      stderr.write(`\r\u001b[K${what} ${done} of ${total}`);
    },
    clear: () => {
      if (drawn) stderr.write('\r\u001b[K');
      drawn = false;
    },
  };
}
