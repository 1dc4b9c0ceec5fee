import type { PlannedStep } from '../../plan/index.ts';
import { analyzeShell, isShellsOwn } from '../../shell-syntax/index.ts';
import { findProgram } from '../process/index.ts';

type Command = ReturnType<typeof analyzeShell>['commands'][number];

/** Bring programs of their own along, so that what they run need not be on the PATH. */
const BRINGS_ALONG: ReadonlySet<string> = new Set(['bundle', 'poetry', 'uv', 'pipenv', 'direnv', 'op', 'mise']);
/** Where root finds programs that a user may not. */
const ROOTS_PATH = ':/usr/local/sbin:/usr/sbin:/sbin';
/** May define functions that nobody here knows. */
const READS_MORE: ReadonlySet<string> = new Set(['.', 'source', 'eval']);

/** The programs that code calls, at any depth, and that are not on the PATH; none where the code before it, or itself, may define them, changes the PATH, or has them as an argument (to install them, or to look for them). */
export function absentPrograms(code: string, before: readonly PlannedStep[], environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const shells = [analyzeShell(code), ...before.flatMap(({ step }) => (step.kind === 'command' ? [step.shell] : []))];
  const [{ commands, assignments, placeholders }] = shells as [ReturnType<typeof analyzeShell>];
  if (assignments.some(({ name }) => name === 'PATH') || shells.some((shell) => shell.commands.some(({ name }) => READS_MORE.has(name)))) return [];
  const known = new Set([...shells.flatMap(({ definitions }) => definitions.map(({ name }) => name)), ...commands.flatMap(({ args }) => args.flatMap(({ value }) => value?.split(/\s+/) ?? []))]);
  const isKnown = (name: string): boolean => known.has(name) || isShellsOwn(name) || environment[`BASH_FUNC_${name}%%`] !== undefined;
  const path = environment['PATH'] ?? '';
  const called = commands.filter(({ nameWord }) => !placeholders.some(({ start, end }) => start < nameWord.end && end > nameWord.start)).flatMap((command) => namesOf(command).map((name) => ({ name, path: command.wrappers.includes('sudo') ? path + ROOTS_PATH : path })));
  return [...new Set(called.filter(({ name, path: where }) => !isKnown(name) && findProgram(name, where) === null).map(({ name }) => name))];
}

/** The program with its wrappers, by their plain names: what has a folder is not looked up on the PATH. */
function namesOf({ name, nameWord, wrappers }: Command): readonly string[] {
  const own = nameWord.value !== null && !nameWord.value.includes('/') && !wrappers.some((wrapper) => BRINGS_ALONG.has(wrapper)) ? [name] : [];
  return [...wrappers, ...own].filter((each) => /^[A-Za-z_][\w.+-]*$/.test(each));
}
