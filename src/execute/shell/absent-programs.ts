import type { Environment, ShellAnalysis, ShellCommand } from '../../model/index.ts';
import type { PlannedStep } from '../../plan/index.ts';
import { isShellsOwn } from '../../shell-syntax/index.ts';
import { findProgram } from '../process/index.ts';

/** Bring programs of their own along, so that what they run need not be on the PATH. */
const BRINGS_ALONG: ReadonlySet<string> = new Set(['bundle', 'poetry', 'uv', 'pipenv', 'direnv', 'op', 'mise']);
/** Where root finds programs that a user may not. */
const ROOTS_PATH = ':/usr/local/sbin:/usr/sbin:/sbin';
/** May define functions that nobody here knows. */
const READS_MORE: ReadonlySet<string> = new Set(['.', 'source', 'eval']);

/**
 * The programs that code calls, at any depth, and that are not on the PATH; none where the code before it, or itself, may define them, changes the PATH, or has them as an argument (to install them, or to look for them).
 * @param before The steps up to it, which are looked at only if something is missing.
 * @param environment The one that it would have; the shell's own commands need none.
 */
export function absentPrograms(shell: ShellAnalysis, before: () => readonly PlannedStep[], environment: () => Environment): readonly string[] {
  const { commands, assignments } = shell;
  if (assignments.some(({ name }) => name === 'PATH') || readsMore(shell)) return [];
  const known = new Set([...definedIn(shell), ...commands.flatMap(({ args }) => args.flatMap(({ value }) => value?.split(/\s+/) ?? []))]);
  const called = commands.filter((command) => !isBlank(shell, command)).flatMap((command) => namesOf(command).filter((name) => !known.has(name) && !isShellsOwn(name)).map((name) => ({ name, asRoot: command.wrappers.includes('sudo') })));
  if (called.length === 0) return [];
  const env = environment();
  const path = env['PATH'] ?? '';
  const absent = called.filter(({ name, asRoot }) => env[`BASH_FUNC_${name}%%`] === undefined && findProgram(name, asRoot ? path + ROOTS_PATH : path) === null).map(({ name }) => name);
  if (absent.length === 0) return [];
  const earlier = before().flatMap(({ step }) => (step.kind === 'command' ? [step.shell] : []));
  if (earlier.some(readsMore)) return [];
  const defined = new Set(earlier.flatMap(definedIn));
  return [...new Set(absent)].filter((name) => !defined.has(name));
}

function readsMore({ commands }: ShellAnalysis): boolean {
  return commands.some(({ name }) => READS_MORE.has(name));
}

function definedIn({ definitions }: ShellAnalysis): readonly string[] {
  return definitions.map(({ name }) => name);
}

/** Whether the name of the program is still to be filled in. */
function isBlank({ placeholders }: ShellAnalysis, { nameWord }: ShellCommand): boolean {
  return placeholders.some(({ start, end }) => start < nameWord.end && end > nameWord.start);
}

/** The program with its wrappers, by their plain names: what has a folder is not looked up on the PATH. */
function namesOf({ name, nameWord, wrappers }: ShellCommand): readonly string[] {
  const own = nameWord.value !== null && !nameWord.value.includes('/') && !wrappers.some((wrapper) => BRINGS_ALONG.has(wrapper)) ? [name] : [];
  return [...wrappers, ...own].filter((each) => /^[A-Za-z_][\w.+-]*$/.test(each));
}
