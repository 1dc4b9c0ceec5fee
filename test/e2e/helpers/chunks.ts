import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runbook } from './program.ts';
import type { Workspace } from './workspace.ts';

/** Says on standard error which chunks of the program were read. */
const TELL = `data:text/javascript,${encodeURIComponent("const fs = process.getBuiltinModule('node:fs'); const read = fs.readFileSync; fs.readFileSync = (file, ...rest) => { const [, name] = /chunks\\/([^/]+\\.cjs)$/.exec(String(file)) ?? []; if (name !== undefined) process.stderr.write(`chunk ${name}\\n`); return read(file, ...rest); };")}`;

/** Chunks of the built program that hold a text, by their names. */
export function chunksWith(text: string): readonly string[] {
  const folder = 'dist/chunks';
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name), 'utf8').includes(text));
}

/** Chunks that a call of the program loads. */
export async function chunksLoaded(folder: Workspace, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const { stderr } = await runbook(...args).in(folder).withNode('--import', TELL).withEnv(env).finish();
  return [...stderr.matchAll(/^chunk (\S+)$/gm)].map(([, name = '']) => name);
}
