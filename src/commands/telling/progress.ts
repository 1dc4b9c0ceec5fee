import type { Io } from '../../model/index.ts';

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
export function progressOf(what: string, io: Pick<Io, 'raw' | 'env'>): Progress {
  const shows = (): boolean => io.raw.stderr.isTTY === true && io.env['TERM'] !== 'dumb' && (io.env['CI'] ?? '') === '';
  let next = Date.now() + QUIET_MS;
  let drawn = false;
  return {
    at: (done, total) => {
      const now = Date.now();
      if (now < next || !shows()) return;
      next = now + REDRAW_MS;
      drawn = true;
      io.raw.stderr.write(`\r\u001b[K${what} ${done} of ${total}`);
    },
    clear: () => {
      if (drawn) io.raw.stderr.write('\r\u001b[K');
      drawn = false;
    },
  };
}
