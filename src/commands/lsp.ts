import { ExitCode } from '../model/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';
import { shellcheckHere } from './linting/shellcheck-here.ts';
import { settingsGroups } from './linting/settings-groups.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook lsp`: serves an editor until it disconnects. */
export const run: CommandRun = async (args, io) => {
  // Only this command loads the protocol's library.
  const { serveEditors } = await import('../lsp/index.ts');
  const orderly = await serveEditors(
    {
      version: RUNBOOK_VERSION,
      cwd: io.cwd,
      today: () => new Date().toISOString().slice(0, 10),
      shellcheck: args.flag('no-shellcheck') ? null : shellcheckHere(io.env),
      rulePages: new URL('../rules/', import.meta.url),
      settingsFor: async (path, cwd) => (await settingsGroups([path], { config: null, exclude: [], rules: {}, select: null }, cwd))[0]?.settings ?? null,
    },
    { stdin: io.stdin, stdout: io.raw.stdout },
  );
  return orderly ? ExitCode.done : ExitCode.failed;
};
