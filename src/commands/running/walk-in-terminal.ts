import { type ExitCode, type Io, isCi } from '../../model/index.ts';
import type { Opening } from './machine.ts';
import type { RunningOptions } from './options.ts';

/** Walks full screen, or with plain lines and questions where the terminal cannot show that; the code of the other face is not loaded. */
export async function walkInTerminal(open: Opening, options: RunningOptions, io: Io): Promise<ExitCode> {
  if (wantsFullScreen(options, io)) {
    const { fullScreenWalk } = await import('./full-screen.ts');
    return fullScreenWalk(open, options, io);
  }
  const { walkInLines } = await import('./walk-in-lines.ts');
  return walkInLines(open, options, io);
}

function wantsFullScreen({ tui }: RunningOptions, { env, raw }: Io): boolean {
  // Some containers and serial lines have a terminal of 0 columns: nobody knows how wide it is.
  if (raw.stdout.columns === 0 || raw.stdout.rows === 0) return false;
  // A screen reader reads line by line; panes beside each other are noise to it.
  return tui && env['TERM'] !== 'dumb' && !isCi(env) && env['INK_SCREEN_READER'] !== 'true';
}
