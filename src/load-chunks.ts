import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { readReason, RunbookError } from './model/index.ts';
import { cacheFolder, readChecked, removeOldCached, writeChecked } from './state/index.ts';

type Exports = Record<string, unknown>;
type Require = (request: string) => Exports;
type WaitFor = (request: string) => Promise<Exports>;
type Chunk = (exports: Exports, require: Require, module: { exports: Exports }, url: string, waitFor: WaitFor) => void | Promise<void>;

interface Loaded {
  exports: Exports;
  /** Of a chunk that waits for something at its top level. */
  ready: void | Promise<void>;
}

/** When the compiled code is kept of a process that goes on, in milliseconds. */
const SETTLED = 2000;
/** How many versions keep their code: who builds the program anew all day has one more each time. */
const KEPT_VERSIONS = 8;
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
  const loaded = new Map<string, Loaded>();
  const start = (request: string): Loaded => {
    const name = request.replace('./', '');
    const before = loaded.get(name);
    if (before !== undefined) return before;
    const chunk = kept.compile(join(path, name), name).runInThisContext() as Chunk;
    const module: Loaded = { exports: {}, ready: undefined };
    loaded.set(name, module);
    module.ready = chunk(module.exports, load, module, folder.href + name, waitFor);
    return module;
  };
  const load: Require = (request) => start(request).exports;
  const waitFor: WaitFor = async (request) => {
    const module = start(request);
    await module.ready;
    return module.exports;
  };
  return load;
}

/** Compiled code of earlier calls. */
function keptCode(build: string): { compile(file: string, name: string): Script } {
  const versions = cacheFolder(process.env, 'code');
  const folder = versions === null ? null : join(versions, `${process.version}-${build}`);
  const unsaved = new Map<string, { readonly script: Script; readonly round: number }>();
  const save = (): void => {
    if (versions !== null && unsaved.size > 0) {
      for (const [place, { script, round }] of unsaved) writeChecked(place, Buffer.concat([script.createCachedData(), Uint8Array.of(round)]));
      removeOldCached(versions, KEPT_VERSIONS);
    }
    unsaved.clear();
  };
  const compile = (file: string, name: string): Script => {
    const source = readPart(file);
    if (folder === null) return new Script(source, { filename: file });
    const place = join(folder, `${name}.bin`);
    const kept = readCode(place);
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

/** @throws RunbookError where the program was replaced or removed since it was started, as by an update in the middle of a walk. */
function readPart(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new RunbookError({ what: 'the program is no longer as it was when it was started', why: `${file}: ${readReason(error)}; it was updated or removed meanwhile`, advice: 'give the command again; what a run has done is kept: runbook runs lists it, runbook resume goes on with it', cause: error });
  }
}

/** V8 runs damaged code without noticing. */
function readCode(place: string): { readonly code: Buffer; readonly round: number } | null {
  const bytes = readChecked(place);
  return bytes === null ? null : { code: bytes.subarray(0, -1), round: bytes.at(-1) ?? 0 };
}
