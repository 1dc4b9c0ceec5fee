import { parseDay, settingKey } from '../lint/index.ts';
import { RunbookError } from '../model/index.ts';
import { parseSetting, type RuleSetting, SETTING_WORDS } from '../settings/index.ts';
import { LINT_FORMATS } from './command-line/options.ts';

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
}

/** The options of `lint`, understood. */
export interface LintArguments {
  readonly format: LintFormat;
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly dryRun: boolean;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly quiet: boolean;
  readonly maxWarnings: number | null;
  readonly today: string;
  readonly baseline: string | null;
  readonly updateBaseline: boolean;
  readonly changedSince: string | null;
  readonly shellcheck: 'auto' | 'off' | 'required';
  readonly cache: boolean;
}

export const DEFAULT_BASELINE = '.runbook-baseline.json';

/** Check the options of `lint`; a wrong one is an error that says what was expected. */
export function lintArguments(flags: LintFlags, env: Readonly<Record<string, string | undefined>>, clock: Date): LintArguments {
  if (flags.dryRun === true && flags.fix !== true) throw new RunbookError({ what: '--dry-run shows what --fix would change', why: '--fix is missing', advice: 'runbook lint --fix --dry-run <path...>' });
  if (flags.unsafeFixes === true && flags.fix !== true) throw new RunbookError({ what: '--unsafe-fixes goes with --fix', why: '--fix is missing', advice: 'runbook lint --fix --unsafe-fixes <path...>' });
  const updateBaseline = flags.updateBaseline ?? false;
  return {
    format: formatOf(flags.format, env),
    fix: flags.fix ?? false,
    unsafeFixes: flags.unsafeFixes ?? false,
    dryRun: flags.dryRun ?? false,
    rules: Object.fromEntries((flags.rule ?? []).map(ruleOf)),
    quiet: flags.quiet ?? false,
    maxWarnings: numberOf(flags.maxWarnings),
    today: dayOf(flags.now, clock),
    baseline: flags.baseline ?? (updateBaseline ? DEFAULT_BASELINE : null),
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

function ruleOf(given: string): readonly [string, RuleSetting] {
  const [, name = given, word = ''] = /^(.*?)=(.*)$/.exec(given) ?? [];
  const key = settingKey(name);
  if (typeof key !== 'string') throw new RunbookError({ what: `--rule ${given}`, why: key.why, advice: 'runbook explain lists the rules' });
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
