import type { Option } from 'commander';
import { option, repeated } from './declared.ts';

/** The formats of `lint`. */
export const LINT_FORMATS = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;

/** Options that choose what a run does; also for `show`. */
export function choosing(): readonly Option[] {
  return [
    option('--target <name>', 'act on this target: one that a table or the System line of the runbook names'),
    repeated('--set <name>=<value>', 'set a parameter'),
    repeated('--set-file <name>=<path>', 'set a parameter from a file, without its last line break; - is standard input'),
    repeated('--section <heading>', 'choose among alternative sections, or bring in one that is out by default'),
    option('--from <step>', 'begin at this step'),
    repeated('--only <step>', 'run this step only'),
    repeated('--skip <step>', 'leave this step out'),
    option('--read-only', 'leave out every step that is not known to only read'),
    settle(),
  ];
}

/** `--settle`. */
export function settle(): Option {
  return repeated('--settle <step>[.<piece>][/<doubt>]=<answer>', 'settle a doubt that holds a step');
}

/** Options of every command that writes a history row. */
export function recording(): readonly Option[] {
  return [
    option('--operator <name>', "name who runs it; default: git's user.name, else the login name"),
    repeated('--record <column>=<value>', 'set a cell of the history row'),
    option('--commit', 'commit the row, and only the row, with git'),
    option('--push', 'commit the row and push it; rebase if another operator was first'),
    option('--add-history', 'add a history section if the runbook has none'),
  ];
}

/** Options for how a run proceeds: `run` and `resume`. */
export function running(): readonly Option[] {
  return [
    option('--yes', 'unattended: run command steps without asking, assume manual steps done; stop at the first failure'),
    option('--allow-destructive', 'with --yes: also run destructive steps'),
    option('--format <text|ndjson|github>', 'choose what an unattended run prints', ['text', 'ndjson', 'github']),
    option('--no-tui', 'use plain prompts instead of the full-screen view'),
    option('--follow-for <duration>', 'unattended: watch an endless command for this long (default 10s)'),
    option('--timeout <duration>', 'limit each step, e.g. 90s or 5m; default none'),
    option('--no-history', 'write no history row'),
    option('--locked', 'run only if the plan lock has the runbook as it is now'),
    option('--no-lock', 'run even if it differs from the plan lock; the history row says so'),
    option('--force', 'run even if the same runbook is running on the same target'),
  ];
}

/** `--json`. */
export function json(): Option {
  return option('--json', 'print JSON');
}

/** `-o`. */
export function outputFile(): Option {
  return option('-o, --output <file>', 'write it to this file and print the path');
}
