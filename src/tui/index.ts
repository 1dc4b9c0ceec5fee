import type { ExitCode } from '../model/index.ts';
import { Controller } from './controller.ts';
import { mount } from './mount.tsx';
import type { Theme } from './theme.ts';
import type { WalkOptions } from './types.ts';

export type { RowToWrite, WalkOptions } from './types.ts';

/** The full-screen walk. The terminal is as it was when this resolves. */
export async function walk(options: WalkOptions): Promise<ExitCode> {
  const { env, streams } = options;
  const theme: Theme = { colour: (env['NO_COLOR'] ?? '') === '', unicode: /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '') };
  const controller = new Controller(options, theme, (store) => mount(store, streams));
  // A fault anywhere must not leave the operator with a dead screen: the terminal is given back before it is told.
  process.setUncaughtExceptionCaptureCallback((error) => controller.crashed(error));
  try {
    const { code, said } = await controller.run();
    streams.stdout.write(said);
    return code;
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
}
