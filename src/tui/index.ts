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
  const { code, said } = await new Controller(options, theme, (store) => mount(store, streams)).run();
  streams.stdout.write(said);
  return code;
}
