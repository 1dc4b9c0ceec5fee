import { type ExitCode, visible } from '../model/index.ts';
import { FullScreen } from './full-screen.ts';
import type { WalkOptions } from './types.ts';


/** The full-screen walk. The terminal is as it was when this resolves. */
export async function walk(options: WalkOptions): Promise<ExitCode> {
  const screen = new FullScreen(options);
  // A fault anywhere must not leave the operator with a dead screen: the terminal is given back before it is told.
  process.setUncaughtExceptionCaptureCallback((error) => screen.failed(error));
  try {
    const { code, said } = await screen.run();
    options.streams.stdout.write(visible(said));
    return code;
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
}
