import { parseDay, settingKey } from '../../lint/index.ts';
import { type Environment, RunbookError, type Severity } from '../../model/index.ts';
import { parseSetting, type RuleSetting, SETTING_WORDS } from '../../settings/index.ts';
import { LINT_FORMATS } from '../command-line/options.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';

type LintFormat = (typeof LINT_FORMATS)[number];

/** The parsed options of `lint`. */
export interface LintArguments {
  readonly format: LintFormat;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly dryRun: boolean;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly minSeverity: Severity;
  /** The least severity that makes a run fail; `null`: none does. */
  readonly failOn: Severity | null;
  /** The only rules to run; `null`: all. */
  readonly select: ReadonlySet<string> | null;
  readonly exclude: readonly string[];
  readonly statistics: boolean;
  readonly outputFile: string | null;
  /** A settings file, none at all, or (`null`) those found from the files. */
  readonly config: { readonly file: string } | 'none' | null;
  /** The path under which standard input is linted. */
  readonly stdinFilename: string | null;
  readonly pruneBaseline: boolean;
  readonly maxWarnings: number | null;
  readonly today: string;
  readonly baseline: string | null;
  readonly updateBaseline: boolean;
  readonly changedSince: string | null;
  readonly shellcheck: 'auto' | 'off' | 'required';
  readonly cache: boolean;
}

const DEFAULT_BASELINE = '.runbook-baseline.json';

/** Checks the options of `lint`; a wrong one is an error that says what was expected. */
export function lintArguments(args: ParsedArgs, env: Environment, clock: Date): LintArguments {
  const [fix, dryRun, unsafeFixes, statistics, updateBaseline, pruneBaseline] = [args.flag('fix'), args.flag('dry-run'), args.flag('unsafe-fixes'), args.flag('statistics'), args.flag('update-baseline'), args.flag('prune-baseline')];
  const format = args.text('format');
  if (dryRun && !fix) throw new RunbookError({ what: '--dry-run shows what --fix would change', why: '--fix is missing', advice: 'runbook lint --fix --dry-run <path...>' });
  if (unsafeFixes && !fix) throw new RunbookError({ what: '--unsafe-fixes goes with --fix', why: '--fix is missing', advice: 'runbook lint --fix --unsafe-fixes <path...>' });
  if (statistics && !['text', 'json', undefined].includes(format)) throw new RunbookError({ what: `--statistics with --format ${format ?? ''}`, why: 'they are printed as text or json', advice: 'leave out --statistics, or give --format json' });
  return {
    format: formatOf(format, env),
    fix,
    unsafeFixes,
    dryRun,
    rules: { ...Object.fromEntries(namesOf('ignore', args).map((id) => [id, 'off'] as const)), ...Object.fromEntries(args.texts('rule').map(ruleOf)) },
    minSeverity: severityOf(args.flag('quiet') ? 'error' : args.text('min-severity')) ?? 'info',
    failOn: args.flag('exit-zero') ? null : (severityOf(args.text('fail-on')) ?? 'error'),
    select: selectionOf(args),
    exclude: args.texts('exclude'),
    statistics,
    outputFile: args.text('output-file') ?? null,
    config: configOf(args),
    stdinFilename: args.text('stdin-filename') ?? null,
    pruneBaseline,
    maxWarnings: numberOf(args.text('max-warnings')),
    today: dayOf(args.text('now'), clock),
    baseline: args.text('baseline') ?? (updateBaseline || pruneBaseline ? DEFAULT_BASELINE : null),
    updateBaseline,
    changedSince: args.text('changed-since') ?? null,
    shellcheck: args.flag('no-shellcheck') ? 'off' : shellcheckOf(args.text('shellcheck')),
    cache: !args.flag('no-cache'),
  };
}

function wrong(option: string, value: string, expected: string): RunbookError {
  return new RunbookError({ what: `${option} ${value}`, why: `expected ${expected}`, advice: 'runbook lint --help lists what it takes' });
}

function formatOf(given: string | undefined, env: Environment): LintFormat {
  if (given === undefined) return env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
  return LINT_FORMATS.find((name) => name === given) ?? 'text';
}

/** The rules in an option that can be repeated or take a comma-separated list. */
function namesOf(option: 'ignore' | 'select', args: ParsedArgs): readonly string[] {
  return args.texts(option).flatMap((names) => names.split(',')).map((name) => name.trim()).filter((name) => name !== '').map((name) => ruleNamed(name, `--${option} ${name}`));
}

/** The id of a rule; `given` is what the caller wrote. */
function ruleNamed(name: string, given: string): string {
  const key = settingKey(name);
  if (typeof key === 'string') return key;
  throw new RunbookError({ what: given, why: key.why, advice: 'runbook explain lists the rules' });
}

/** An empty list, such as from an empty variable, is refused, since it would let every file pass. */
function selectionOf(args: ParsedArgs): ReadonlySet<string> | null {
  if (args.texts('select').length === 0) return null;
  const names = namesOf('select', args);
  if (names.length === 0) throw new RunbookError({ what: '--select names no rule', why: 'it is empty', advice: 'leave it out to hear of all rules; runbook explain lists them' });
  return new Set(names);
}

function severityOf(word: string | undefined): Severity | null {
  const setting = word === undefined ? null : parseSetting(word);
  return setting === 'off' ? null : setting;
}

function ruleOf(given: string): readonly [string, RuleSetting] {
  const [, name = given, word = ''] = /^(.*?)=(.*)$/.exec(given) ?? [];
  const key = ruleNamed(name, `--rule ${given}`);
  const setting = parseSetting(word);
  if (setting === null) throw wrong('--rule', given, `${name}=${SETTING_WORDS.join('|')}`);
  return [key, setting];
}

function configOf(args: ParsedArgs): LintArguments['config'] {
  if (args.flag('no-config')) return 'none';
  const file = args.text('config');
  return file === undefined ? null : { file };
}

function numberOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^\d+$/.test(given)) throw wrong('--max-warnings', given, 'a whole number');
  return Number(given);
}

function dayOf(given: string | undefined, clock: Date): string {
  if (given === undefined) return clock.toISOString().slice(0, 10);
  const day = parseDay(given);
  if (day === null) throw wrong('--now', given, 'a day such as 2026-05-14');
  return day;
}

function shellcheckOf(given: string | undefined): LintArguments['shellcheck'] {
  return given === 'required' || given === 'off' ? given : 'auto';
}
