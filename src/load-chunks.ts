import { closeSync, fstatSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { makeFolders } from './state/index.ts';

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
/** When code that no call has written anew goes, in milliseconds: of a version that is not used any more, or compiled once a month. */
const KEPT_FOR = 30 * 24 * 3600 * 1000;
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
    const module: Loaded = { exports: {}, ready: undefined };
    loaded.set(name, module);
    const chunk = kept.compile(join(path, name), name).runInThisContext() as Chunk;
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

/**
 * Where compiled code is kept: in a folder of the user's own, since code from one that others may write would be theirs to choose.
 * `null` where there is no such folder, or nothing is to be kept.
 */
function codeFolder({ NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE, XDG_CACHE_HOME, HOME }: NodeJS.ProcessEnv): string | null {
  if (NODE_DISABLE_COMPILE_CACHE) return null;
  const cache = XDG_CACHE_HOME || (HOME ? join(HOME, '.cache') : '');
  const folder = NODE_COMPILE_CACHE ? join(NODE_COMPILE_CACHE, 'runbook') : join(cache, 'runbook', 'code');
  return isAbsolute(folder) ? folder : null;
}

/** Compiled code of earlier calls. */
function keptCode(build: string): { compile(file: string, name: string): Script } {
  const versions = codeFolder(process.env);
  const folder = versions === null ? null : join(versions, `${process.version}-${build}`);
  const unsaved = new Map<string, { readonly script: Script; readonly round: number }>();
  const save = (): void => {
    if (versions !== null && folder !== null && unsaved.size > 0 && makeFolder(folder)) {
      for (const [place, { script, round }] of unsaved) write(place, script.createCachedData(), round);
      removeOld(versions);
    }
    unsaved.clear();
  };
  const compile = (file: string, name: string): Script => {
    const source = readFileSync(file, 'utf8');
    if (folder === null) return new Script(source, { filename: file });
    const place = join(folder, `${name}.bin`);
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

function makeFolder(folder: string): boolean {
  try {
    makeFolders(folder, 0o700);
    return true;
  } catch {
    return false;
  }
}

/**
 * V8 runs damaged code without noticing. What stands there twice is whole: to compare is faster than any checksum.
 * What another user wrote (`sudo` with the caller's home) is not looked at.
 */
function read(place: string): { readonly code: Buffer; readonly round: number } | null {
  try {
    const file = openSync(place, 'r');
    const bytes = fstatSync(file).uid === process.getuid?.() ? readFileSync(file) : Buffer.alloc(0);
    closeSync(file);
    const middle = (bytes.length - 1) / 2;
    const code = bytes.subarray(0, middle);
    return bytes.length > 1 && code.equals(bytes.subarray(middle, -1)) ? { code, round: bytes.at(-1) ?? 0 } : null;
  } catch {
    return null;
  }
}

/** What nobody has written for long goes, and what is beyond the newest versions; a folder that cannot be read, or one that is gone, is no fault that a user must know of. */
function removeOld(versions: string): void {
  try {
    const written = readdirSync(versions).map((name) => ({ place: join(versions, name), at: statSync(join(versions, name)).mtimeMs }));
    const newest = written.sort((a, b) => b.at - a.at);
    for (const [index, { place, at }] of newest.entries()) if (index >= KEPT_VERSIONS || Date.now() - at > KEPT_FOR) rmSync(place, { recursive: true, force: true });
  } catch {
    // Tried again by the next call that keeps something.
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
