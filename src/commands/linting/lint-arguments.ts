import { parseDay, settingKey } from '../../lint/index.ts';
import { RunbookError, type Severity } from '../../model/index.ts';
import { parseSetting, type RuleSetting, SETTING_WORDS } from '../../settings/index.ts';
import { LINT_FORMATS } from '../command-line/options.ts';

export type LintFormat = (typeof LINT_FORMATS)[number];

/** The options of `lint` as given. */
export interface LintFlags {
  readonly format?: string | undefined;
  readonly fix?: boolean | undefined;
  readonly unsafeFixes?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly rule?: readonly string[] | undefined;
  readonly quiet?: boolean | undefined;
  readonly maxWarnings?: string | undefined;
  readonly now?: string | undefined;
  readonly baseline?: string | undefined;
  readonly updateBaseline?: boolean | undefined;
  readonly changedSince?: string | undefined;
  readonly shellcheck?: string | undefined;
  readonly noCache?: boolean | undefined;
  readonly select?: readonly string[] | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly minSeverity?: string | undefined;
  readonly failOn?: string | undefined;
  readonly exitZero?: boolean | undefined;
  readonly statistics?: boolean | undefined;
  readonly outputFile?: string | undefined;
  readonly config?: string | undefined;
  readonly noConfig?: boolean | undefined;
  readonly stdinFilename?: string | undefined;
  readonly pruneBaseline?: boolean | undefined;
}

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
export function lintArguments(flags: LintFlags, env: Readonly<Record<string, string | undefined>>, clock: Date): LintArguments {
  if (flags.dryRun === true && flags.fix !== true) throw new RunbookError({ what: '--dry-run shows what --fix would change', why: '--fix is missing', advice: 'runbook lint --fix --dry-run <path...>' });
  if (flags.unsafeFixes === true && flags.fix !== true) throw new RunbookError({ what: '--unsafe-fixes goes with --fix', why: '--fix is missing', advice: 'runbook lint --fix --unsafe-fixes <path...>' });
  if (flags.statistics === true && !['text', 'json', undefined].includes(flags.format)) throw new RunbookError({ what: `--statistics with --format ${flags.format ?? ''}`, why: 'they are printed as text or json', advice: 'leave out --statistics, or give --format json' });
  const updateBaseline = flags.updateBaseline ?? false;
  return {
    format: formatOf(flags.format, env),
    fix: flags.fix ?? false,
    unsafeFixes: flags.unsafeFixes ?? false,
    dryRun: flags.dryRun ?? false,
    rules: { ...Object.fromEntries(namesOf('--ignore', flags.ignore).map((id) => [id, 'off'] as const)), ...Object.fromEntries((flags.rule ?? []).map(ruleOf)) },
    minSeverity: severityOf(flags.quiet === true ? 'error' : flags.minSeverity) ?? 'info',
    failOn: flags.exitZero === true ? null : (severityOf(flags.failOn) ?? 'error'),
    select: selectionOf(flags.select),
    exclude: flags.exclude ?? [],
    statistics: flags.statistics ?? false,
    outputFile: flags.outputFile ?? null,
    config: flags.noConfig === true ? 'none' : flags.config === undefined ? null : { file: flags.config },
    stdinFilename: flags.stdinFilename ?? null,
    pruneBaseline: flags.pruneBaseline ?? false,
    maxWarnings: numberOf(flags.maxWarnings),
    today: dayOf(flags.now, clock),
    baseline: flags.baseline ?? (updateBaseline || flags.pruneBaseline === true ? DEFAULT_BASELINE : null),
    updateBaseline,
    changedSince: flags.changedSince ?? null,
    shellcheck: shellcheckOf(flags),
    cache: flags.noCache !== true,
  };
}

function wrong(option: string, value: string, expected: string): RunbookError {
  return new RunbookError({ what: `${option} ${value}`, why: `expected ${expected}`, advice: 'runbook lint --help lists what it takes' });
}

function formatOf(given: string | undefined, env: Readonly<Record<string, string | undefined>>): LintFormat {
  if (given === undefined) return env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
  return LINT_FORMATS.find((name) => name === given) ?? 'text';
}

/** The rules in an option that can be repeated or take a comma-separated list. */
function namesOf(option: string, given: readonly string[] | undefined): readonly string[] {
  return (given ?? []).flatMap((names) => names.split(',')).map((name) => name.trim()).filter((name) => name !== '').map((name) => ruleNamed(name, `${option} ${name}`));
}

/** The id of a rule; `given` is what the caller wrote. */
function ruleNamed(name: string, given: string): string {
  const key = settingKey(name);
  if (typeof key === 'string') return key;
  throw new RunbookError({ what: given, why: key.why, advice: 'runbook explain lists the rules' });
}

/** An empty list, such as from an empty variable, is refused, since it would let every file pass. */
function selectionOf(given: readonly string[] | undefined): ReadonlySet<string> | null {
  if (given === undefined || given.length === 0) return null;
  const names = namesOf('--select', given);
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

function shellcheckOf({ shellcheck }: LintFlags): LintArguments['shellcheck'] {
  return shellcheck === 'required' || shellcheck === 'off' ? shellcheck : 'auto';
}
