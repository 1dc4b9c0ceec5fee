import { text } from 'node:stream/consumers';
import { wantsColour } from './telling/colour.ts';
import { lintArguments } from './linting/lint-arguments.ts';
import { runLint } from './linting/lint-run.ts';
import type { CommandRun } from './command-line/parsed-args.ts';
import { progressOf } from './telling/progress.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook lint <path...>`. */
export const run: CommandRun = async (args, io) => {
  return runLint(args.positionals, lintArguments(args, io.env, new Date()), {
    cwd: io.cwd,
    env: io.env,
    colour: wantsColour(io.stdout, io.env),
    version: RUNBOOK_VERSION,
    out: (words) => void io.stdout.write(words),
    machine: (words) => void io.raw.stdout.write(words),
    err: (words) => void io.stderr.write(words),
    input: () => text(io.stdin),
    progress: progressOf('linting', io),
  });
};
