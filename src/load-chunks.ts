import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

type Exports = Record<string, unknown>;
type Require = (request: string) => Exports;
type Chunk = (exports: Exports, require: Require, module: { exports: Exports }, url: string) => void;

/** When the compiled code is kept of a process that goes on, in milliseconds. */
const SETTLED = 2000;
/** How many processes add to it what they called: the first may have had little to do. */
const ROUNDS = 4;

/**
 * Loads the chunks of the built program. Node's own compile cache keeps a module as it was before it ran, without the functions that it calls:
 * they would be compiled again in each process, which takes longer than all that `runbook show` does. What is kept here was made after they ran.
 * @param base URL of a file beside the folder of chunks.
 * @param build Names what was built: V8 does not notice that a text of the same length is another.
 */
export function chunkLoader(base: string, build: string): Require {
  const folder = new URL('chunks/', base);
  const path = fileURLToPath(folder);
  const kept = keptCode(build);
  const loaded = new Map<string, { exports: Exports }>();
  const load: Require = (request) => {
    const name = request.replace('./', '');
    const before = loaded.get(name);
    if (before !== undefined) return before.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    const chunk = kept.compile(join(path, name), name).runInThisContext() as Chunk;
    chunk(module.exports, load, module, folder.href + name);
    return module.exports;
  };
  return load;
}

/** Compiled code in the folder of Node's compile cache, where there is one. */
function keptCode(build: string): { compile(file: string, name: string): Script } {
  const folder = getCompileCacheDir();
  const unsaved = new Map<string, { readonly script: Script; readonly round: number }>();
  const save = (): void => {
    for (const [place, { script, round }] of unsaved) write(place, script.createCachedData(), round);
    unsaved.clear();
  };
  const compile = (file: string, name: string): Script => {
    const source = readFileSync(file, 'utf8');
    if (folder === undefined) return new Script(source, { filename: file });
    const place = join(folder, `runbook-${build}-${name}.bin`);
    const kept = read(place);
    const script = new Script(source, { filename: file, ...(kept === null ? {} : { cachedData: kept.code }) });
    const round = kept === null || script.cachedDataRejected === true ? 1 : kept.round + 1;
    if (round > ROUNDS) return script;
    if (unsaved.size === 0) {
      process.once('exit', save);
      setTimeout(save, SETTLED).unref();
    }
    unsaved.set(place, { script, round });
    return script;
  };
  return { compile };
}

/** V8 runs damaged code without noticing. What stands there twice is whole: to compare is faster than any checksum. */
function read(place: string): { readonly code: Buffer; readonly round: number } | null {
  try {
    const bytes = readFileSync(place);
    const middle = (bytes.length - 1) / 2;
    const code = bytes.subarray(0, middle);
    return bytes.length > 1 && code.equals(bytes.subarray(middle, -1)) ? { code, round: bytes.at(-1) ?? 0 } : null;
  } catch {
    return null;
  }
}

/** Another process finds the old file or the new one. That nothing can be kept is no fault that a user must know of. */
function write(place: string, code: Buffer, round: number): void {
  try {
    writeFileSync(`${place}.${process.pid}`, Buffer.concat([code, code, Uint8Array.of(round)]), { mode: 0o600 });
    renameSync(`${place}.${process.pid}`, place);
  } catch {
    // A full disk, or a folder that is read only.
  }
}
