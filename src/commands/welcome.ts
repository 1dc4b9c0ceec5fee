import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Io, Runbook } from '../model/index.ts';
import { isRunbook, nearMarkdown, quickLoader } from '../catalog/index.ts';
import { quoteWord } from '../shell-syntax/index.ts';
import { helpWidth, programHelp } from './command-line/index.ts';

/** How much is read for a first look, which must not be noticeable. */
const MOST_FILES = 200;
const MOST_READ = 40;
const MOST_BYTES = 200_000;
const MOST_SHOWN = 5;

/** `runbook` alone: what can be done with the runbooks found here, then the commands. */
export async function welcome(io: Io): Promise<string> {
  const runbooks = await someRunbooks(io.cwd).catch((): Runbook[] => []);
  return `${runbooks.length === 0 ? NONE : found(runbooks, helpWidth(io))}\n${programHelp(io)}`;
}

const NONE = `No runbook found below this folder.

  runbook init runbooks/first.md   writes one that runs
`;

async function someRunbooks(cwd: string): Promise<Runbook[]> {
  const load = quickLoader(cwd);
  const runbooks: Runbook[] = [];
  for (const file of (await nearMarkdown(cwd, MOST_FILES)).slice(0, MOST_READ)) {
    const { size } = await stat(resolve(cwd, file));
    const runbook = size > MOST_BYTES ? null : readable(file, load);
    if (runbook !== null && isRunbook(runbook)) runbooks.push(runbook);
    if (runbooks.length > MOST_SHOWN) break;
  }
  return runbooks;
}

function readable(file: string, load: (path: string) => Runbook): Runbook | null {
  try {
    return load(file);
  } catch {
    return null;
  }
}

function found(runbooks: readonly Runbook[], width: number): string {
  const shown = runbooks.slice(0, MOST_SHOWN);
  const first = shown.find(({ steps }) => steps.some(({ kind }) => kind === 'command')) ?? shown[0];
  const path = quoteWord(first?.path ?? '');
  const folder = quoteWord(dirname(first?.path ?? ''));
  return [
    'Runbooks here:',
    '',
    ...columns(shown.map((runbook) => [runbook.path, runbook.title?.value ?? '']), width),
    ...(runbooks.length > shown.length ? ['  … runbook list shows all of them, runbook find searches them'] : []),
    '',
    'For example:',
    '',
    ...columns([
      [`runbook show ${path}`, 'what would run, and why'],
      [`runbook run ${path}`, 'walk through it'],
      [`runbook lint ${folder}`, 'check what is there'],
    ], width),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[], width: number): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 3;
  return rows.map(([name, about]) => `  ${name.padEnd(left)}${about}`.trimEnd().replace(/\p{Cc}/gu, '�')).map((line) => (line.length > width ? `${line.slice(0, Math.max(left + 2, width - 1)).trimEnd()}…` : line));
}
