import { existsSync } from 'node:fs';
import type { Environment } from '../../model/index.ts';
import { isShellsOwn } from '../../shell-syntax/index.ts';

/**
 * The environment of the run's shells: without the user's `BASH_ENV`, which is restored later, without our own variables, and without
 * exported functions with the names of builtins: one called `builtin` or `cd` would run instead of what our prelude calls.
 */
export function shellEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const kept = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'BASH_ENV' && !isOurs(entry[0]));
  return { ...Object.fromEntries(kept.filter(([name, value]) => !isShellsOwn(functionName(name, value) ?? ''))), SHLVL: shellLevel(environment['SHLVL']) };
}

/** At least one: the first shell that `sshd` or a socket starts reads `~/.bashrc` instead of what `BASH_ENV` names. */
function shellLevel(given: string | undefined): string {
  return Number(given) >= 1 ? String(given) : '1';
}

/** Names of the exported functions that are left out of it. */
export function droppedFunctions(environment: Environment): readonly string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    const called = functionName(name, value ?? '');
    return called !== null && isShellsOwn(called) ? [called] : [];
  });
}

function isOurs(name: string): boolean {
  return /^(?:(?:BASH_FUNC_)?__(?:rb|RUNBOOK)_|RUNBOOK_SET_)/.test(name);
}

/** The name of the function that a variable exports, or `null`: bash since 4.3 marks such variables, on macOS in its own way; older versions do not. */
function functionName(name: string, value: string): string | null {
  return /^BASH_FUNC_(.+)(?:%%|\(\))$/.exec(name)?.[1] ?? (value.startsWith('() {') ? name : null);
}

/** Why a shell did not get as far as the block, so that nothing of it ran. */
export function whyNotTakenOver(environment: Environment, directory: string): string {
  if (!existsSync(directory)) return `the folder that it starts in is gone: ${directory}`;
  const option = /(?:^|:)(posix|privileged|noexec)(?::|$)/.exec(environment['SHELLOPTS'] ?? '')?.[1];
  const byOption = option === undefined ? '' : ` (SHELLOPTS has ${option}: unset it)`;
  const because = environment['POSIXLY_CORRECT'] === undefined ? byOption : ' (POSIXLY_CORRECT is set: unset it)';
  return `the shell did not take over the state of the run${because}; nothing of the step ran`;
}
