import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMarkdownName, RunbookError } from '../model/index.ts';

/** A file that may be opened. */
export interface Inside {
  /** Absolute, links resolved. */
  readonly path: string;
  /** The path as people know it: relative to the working folder if it is below that. */
  readonly name: string;
}

/** The folders whose runbooks may be opened: those of the server, limited to the client's own roots. Links are resolved first. */
export class Roots {
  readonly #cwd: string;
  readonly #own: readonly string[];
  #client: readonly string[] | null = null;
  /** Resolves once the client's roots are known. */
  settled: Promise<void> = Promise.resolve();

  /** @throws RunbookError where one is no folder. */
  constructor(folders: readonly string[], cwd: string) {
    this.#cwd = realpathSync(cwd);
    this.#own = folders.map((folder) => rootOf(folder, cwd));
  }

  /** Sets the client's folders, which can only narrow the roots; a client that names none does not narrow them. */
  narrow(uris: readonly string[]): void {
    this.#client = uris.length === 0 ? null : uris.flatMap((uri) => {
      const path = pathOf(uri);
      return path === null ? [] : [path];
    });
  }

  /** The resulting folders. */
  get folders(): readonly string[] {
    const client = this.#client;
    if (client === null) return this.#own;
    const within = (inner: readonly string[], outer: readonly string[]): readonly string[] => inner.filter((folder) => outer.some((other) => isBelow(folder, other)));
    return [...new Set([...within(client, this.#own), ...within(this.#own, client)])];
  }

  /** Whether a file is below one of the folders, links resolved. */
  holds(path: string): boolean {
    const real = realOf(path);
    return real !== null && this.folders.some((folder) => isBelow(real, folder));
  }

  /**
   * A Markdown file by its path, relative to the working folder or one of the roots.
   * @throws RunbookError where there is none, or it is elsewhere.
   */
  open(given: string): Inside {
    const candidates = isAbsolute(given) ? [given] : [this.#cwd, ...this.folders].map((folder) => join(folder, given));
    const real = candidates.map(realOf).find((path) => path !== null && this.holds(path));
    // Files elsewhere and missing files get the same error, so that it reveals nothing about what exists.
    if (real == null || !isMarkdownName(real)) throw new RunbookError({ what: `cannot open ${given}`, why: 'it is not a Markdown file below the folders that this server serves', advice: 'find_runbooks lists the paths' });
    return { path: real, name: this.nameOf(real) };
  }

  /** A path as people know it. */
  nameOf(path: string): string {
    return isBelow(path, this.#cwd) ? relative(this.#cwd, path) : path;
  }
}

function rootOf(folder: string, cwd: string): string {
  const real = realOf(resolve(cwd, folder));
  if (real === null) throw new RunbookError({ what: `--root ${folder}`, why: 'no such folder', advice: 'name an existing folder' });
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
