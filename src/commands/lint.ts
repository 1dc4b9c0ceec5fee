import { text } from 'node:stream/consumers';
import type { ExitCode, Io } from '../model/index.ts';
import { wantsColour } from './telling/colour.ts';
import { lintArguments } from './linting/lint-arguments.ts';
import { runLint } from './linting/lint-run.ts';
import type { ParsedArgs } from './command-line/parsed-args.ts';
import { progressOf } from './telling/progress.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook lint <path...>`. */
export async function run(args: ParsedArgs, io: Io): Promise<ExitCode> {
  const given = lintArguments(
    {
      format: args.text('format'),
      fix: args.flag('fix'),
      unsafeFixes: args.flag('unsafe-fixes'),
      dryRun: args.flag('dry-run'),
      rule: args.texts('rule'),
      quiet: args.flag('quiet'),
      maxWarnings: args.text('max-warnings'),
      now: args.text('now'),
      baseline: args.text('baseline'),
      updateBaseline: args.flag('update-baseline'),
      changedSince: args.text('changed-since'),
      shellcheck: args.flag('no-shellcheck') ? 'off' : args.text('shellcheck'),
      noCache: args.flag('no-cache'),
      select: args.texts('select'),
      ignore: args.texts('ignore'),
      exclude: args.texts('exclude'),
      minSeverity: args.text('min-severity'),
      failOn: args.text('fail-on'),
      exitZero: args.flag('exit-zero'),
      statistics: args.flag('statistics'),
      outputFile: args.text('output-file'),
      config: args.text('config'),
      noConfig: args.flag('no-config'),
      stdinFilename: args.text('stdin-filename'),
      pruneBaseline: args.flag('prune-baseline'),
    },
    io.env,
    new Date(),
  );
  return runLint(args.positionals, given, {
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
}
