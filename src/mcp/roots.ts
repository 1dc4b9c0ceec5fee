import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MARKDOWN } from '../catalog/index.ts';
import { RunbookError } from '../model/index.ts';

/** A file that may be opened. */
export interface Inside {
  /** Absolute, links resolved. */
  readonly path: string;
  /** As people know it: from the working folder where it is below. */
  readonly name: string;
}

/** The folders whose runbooks may be opened: those of the server, and of them what the client's own roots leave. Links are resolved first. */
export class Roots {
  readonly #cwd: string;
  readonly #own: readonly string[];
  #client: readonly string[] | null = null;
  /** Resolves once it is known what the client leaves. */
  settled: Promise<void> = Promise.resolve();

  /** @throws RunbookError where one is no folder. */
  constructor(folders: readonly string[], cwd: string) {
    this.#cwd = realpathSync(cwd);
    this.#own = folders.map((folder) => rootOf(folder, cwd));
  }

  /** What the client says are its folders; it can only take away. One that names none does not narrow. */
  narrow(uris: readonly string[]): void {
    this.#client = uris.length === 0 ? null : uris.flatMap((uri) => {
      const path = pathOf(uri);
      return path === null ? [] : [path];
    });
  }

  /** What is left. */
  get folders(): readonly string[] {
    const client = this.#client;
    if (client === null) return this.#own;
    const both = this.#own.flatMap((own) => client.flatMap((folder) => (isBelow(folder, own) ? [folder] : isBelow(own, folder) ? [own] : [])));
    return [...new Set(both)];
  }

  /** Whether a file, links resolved, is below one of the folders. */
  holds(path: string): boolean {
    const real = realOf(path);
    return real !== null && this.folders.some((folder) => isBelow(real, folder));
  }

  /**
   * A Markdown file by its path, from the working folder or one of the roots.
   * @throws RunbookError where there is none, or it is elsewhere.
   */
  open(given: string): Inside {
    const candidates = isAbsolute(given) ? [given] : [this.#cwd, ...this.folders].map((folder) => join(folder, given));
    const real = candidates.map(realOf).find((path) => path !== null && this.holds(path));
    // What is elsewhere and what is not there are told alike: nobody learns from it what there is.
    if (real == null || !MARKDOWN.test(real)) throw new RunbookError({ what: `cannot open ${given}`, why: 'it is no Markdown file below the folders that this server serves', advice: 'find_runbooks tells the paths that there are' });
    return { path: real, name: this.nameOf(real) };
  }

  /** A path as people know it. */
  nameOf(path: string): string {
    return isBelow(path, this.#cwd) ? relative(this.#cwd, path) : path;
  }
}

function rootOf(folder: string, cwd: string): string {
  const real = realOf(resolve(cwd, folder));
  if (real === null) throw new RunbookError({ what: `--root ${folder}`, why: 'no such folder', advice: 'name a folder that is there' });
  return real;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function pathOf(uri: string): string | null {
  try {
    return realOf(fileURLToPath(uri));
  } catch {
    return null;
  }
}
