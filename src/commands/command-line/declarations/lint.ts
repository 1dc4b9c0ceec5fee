import { Declared, option, repeated } from '../declared.ts';
import { LINT_FORMATS } from '../options.ts';

/** `runbook lint`. */
export function lint(): Declared {
  return new Declared('lint', {
    summary: 'check runbooks: files, folders, globs',
    completes: 'path',
    examples: [
      { command: "runbook lint 'docs/**/*.md'", what: 'every Markdown file below docs' },
      { command: 'runbook lint runbooks --format sarif > runbook.sarif', what: 'for code scanning' },
    ],
    load: () => import('../../lint.ts'),
  })
    .argument('<path...>')
    .takesOptions(
      option('--format <name>', 'print text, json, sarif, github, gitlab or junit', LINT_FORMATS),
      option('--output-file <file>', 'write the output to this file'),
      option('--stdin-filename <path>', 'with - as the path: lint standard input as this file'),
      option('--fix', 'repair what is safe to repair'),
      option('--unsafe-fixes', 'with --fix: also make repairs that change a command; read the diff'),
      option('--dry-run', 'with --fix: print the diff, change nothing; exit 1 if there is one'),
      repeated('--rule <id>=<off|warn|error>', 'override the severity of a rule'),
      repeated('--select <rule,...>', 'apply only these rules, even those that are off by default'),
      repeated('--ignore <rule,...>', 'turn these rules off'),
      repeated('--exclude <glob>', 'leave these files out'),
      option('--min-severity <info|warn|error>', 'print findings of this severity and above', ['info', 'warn', 'warning', 'error']),
      option('--quiet', 'print errors only'),
      option('--statistics', 'print the number of findings of each rule instead of the findings'),
      option('--fail-on <info|warn|error>', 'exit 1 on findings of this severity and above (default error)', ['info', 'warn', 'warning', 'error']),
      option('--exit-zero', 'exit 0 whatever is found'),
      option('--max-warnings <n>', 'exit 1 on more warnings than this'),
      option('--now <day>', 'judge freshness on this day (default today)'),
      option('--baseline <file>', 'leave out the findings that this file lists'),
      option('--update-baseline', 'accept current findings: write them into the baseline'),
      option('--prune-baseline', 'remove fixed findings from the baseline'),
      option('--config <file>', 'read settings from this file instead of .runbook.yaml'),
      option('--no-config', 'ignore .runbook.yaml'),
      option('--changed-since <ref>', 'keep only findings on lines that git says have changed since'),
      option('--shellcheck <auto|required|off>', 'use shellcheck if it is installed, always or never', ['auto', 'required', 'off']),
      option('--no-shellcheck', 'do the same as --shellcheck=off'),
      option('--no-cache', 'read every file again'),
    );
}
