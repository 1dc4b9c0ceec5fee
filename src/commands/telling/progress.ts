import { type Io, isCi } from '../../model/index.ts';

const QUIET_MS = 500;
const REDRAW_MS = 100;

/** A progress line for long work, shown after half a second and only on a terminal. */
export interface Progress {
  /** Reports how many are done. Cheap enough to call for each item. */
  at(done: number, total: number): void;
  /** Removes the line, before anything else is written. */
  clear(): void;
}

/** A progress line on stderr. The worker draws it itself, since work that never yields leaves no time for a timer. */
export function progressOf(what: string, io: Pick<Io, 'raw' | 'env'>): Progress {
  const shows = (): boolean => io.raw.stderr.isTTY === true && io.env['TERM'] !== 'dumb' && !isCi(io.env);
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
