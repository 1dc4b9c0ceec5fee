import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { whenDone } from './at-once.ts';

/** A temp folder with files in it, gone when the test ends. */
export interface Workspace {
  readonly path: string;
  /** The path of a file in it. */
  at(name: string): string;
  read(name: string): string;
  write(name: string, text: string): void;
}

/** A folder of its own for a test, holding these files. */
export function workspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'runbook-test-')));
  whenDone(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  const at = (name: string): string => join(path, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, at, write, read: (name) => readFileSync(at(name), 'utf8') };
}
