import { interpreterOf, isShellName, type Pins, type ShellAnalysis } from '../../model/index.ts';

/** The code as what the pin `interpreter` makes of it: for a program that is no shell it is one text, of which nobody knows what it does. */
export function interpreted(shell: ShellAnalysis, code: string, pins: Pins): ShellAnalysis {
  const program = interpreterOf(pins);
  if (isShellName(program)) return shell;
  // Comments above it title it.
  const start = /^(?:[ \t]*(?:#.*)?\n)*/.exec(code)?.[0].length ?? 0;
  const all = { start, end: code.length };
  const effects = [{ ...all, effect: 'unknown' as const, word: program.slice(program.lastIndexOf('/') + 1) }];
  return { ...shell, errors: [], statements: [all], commands: [], pipelines: [], assignments: [], reads: [], heredocs: [], effects, hazards: [], remotes: [], opensSession: false, definitions: [] };
}
