import * as z from 'zod/mini';
import { closest, listWords } from '../model/index.ts';
import { COMMIT_VALUES, unknownValue } from './commit-values.ts';
import { DEFAULT_LINT_OPTIONS, type LintOptions } from './lint-options.ts';
import { parseSetting, SETTING_WORDS } from './rule-words.ts';
import type { RuleNamed, Settings, StatedSettings } from './types.ts';

/** A map with only these keys; a key without a value (`rules:`) counts as absent. */
export function map<Shape extends z.core.$ZodShape>(shape: Shape, expected = 'expected a map') {
  const keys = Object.keys(shape).filter((key) => key !== '$schema');
  const error = (issue: z.core.$ZodRawIssue): string => (issue.code === 'unrecognized_keys' ? unknownKey(issue.keys[0] ?? '', keys) : expected);
  return z.strictObject(shape, { error });
}

function unknownKey(name: string, keys: readonly string[]): string {
  const [near] = closest(name, keys);
  return `no key is called "${name}"; ${near === undefined ? `keys here: ${keys.join(', ')}` : `"${near}" is one`}`;
}

const days = (usual: number, about: string) =>
  z.optional(z.number({ error: DAYS }).check(z.int({ error: DAYS }), z.gte(1, { error: DAYS }), z.describe(`${about} Default ${usual}.`)));
const DAYS = 'expected a whole number of days, from 1';
const text = z.string('expected a text');
const list = (about: string, item = text) => z.nullish(z.array(item, 'expected a list').check(z.describe(about)));
const LONGEST_GLOB = 500;
const MOST_GLOBS = 500;
/** The file may come from a stranger, and the time to match a glob can grow exponentially with its stars. */
const glob = text.check(z.maxLength(LONGEST_GLOB, `expected at most ${LONGEST_GLOB} characters`), z.refine((value) => (value.match(/\*\*/g)?.length ?? 0) <= 3 && value.split('/').every((part) => (part.match(/\*+/g)?.length ?? 0) <= 3), 'expected at most three * in a part of the path, and three **'), z.refine(isBounded, 'with {, [ or \\ expected at most three * and three {, and no ('));

/** Anything beyond a plain glob becomes a regular expression that backtracks over its stars and choices. */
function isBounded(glob: string): boolean {
  return !/[[{\\]/.test(glob) || ((glob.match(/\*+/g)?.length ?? 0) <= 3 && (glob.match(/\{/g)?.length ?? 0) <= 3 && !glob.includes('('));
}

/** A message with values in braces, each of which there is. */
const commitValues = z.check<string>(({ value, issues }) => {
  const message = unknownValue(value);
  if (message !== null) issues.push({ code: 'custom', input: value, message });
});

const globs = (about: string) => z.nullish(z.array(glob, 'expected a list').check(z.maxLength(MOST_GLOBS, `expected at most ${MOST_GLOBS} globs`), z.describe(about)));

const severity = z.union([z.enum([...SETTING_WORDS, 'warning']), z.literal(false)], `expected one of ${SETTING_WORDS.join(', ')}`);

const rules = z.nullish(z.record(z.string(), severity, 'expected a map').check(z.describe('Severity by rule id. "shellcheck" stands for all of its rules, "shellcheck/SC2086" for one.')));
const options = z.nullish(
  map({
    'review-days': days(DEFAULT_LINT_OPTIONS.reviewDays, 'Days after which a review is stale, where the file states no "Review in".'),
    'drill-days': days(DEFAULT_LINT_OPTIONS.drillDays, 'Days after which the last successful execution is too long ago.'),
    'required-metadata': list('Keys that every runbook has to state besides owner and last reviewed.'),
    'metadata-names': z.nullish(map({ owner: list('Keys that name who keeps a runbook.'), 'last-reviewed': list('Keys that state the day of the last review.') }).check(z.describe('Names that the team has for known keys of metadata.'))),
  }),
);

/** `.runbook.yaml` as it is written. A new setting is one line here and one in `Settings`. */
export const FILE = map(
  {
    $schema: z.optional(z.string()),
    extends: z.nullish(z.union([text, z.array(text)], 'expected a path or a list of paths').check(z.describe('Settings files that this one builds on, from its own folder.'))),
    rules,
    options,
    overrides: z.nullish(z.array(map({ files: z.array(glob, 'expected a list of globs').check(z.maxLength(MOST_GLOBS, `expected at most ${MOST_GLOBS} globs`), z.describe('Globs of the files that it is for, from the folder of this file.')), rules, options }), 'expected a list').check(z.describe('Rules and options for some files; later ones win.'))),
    ignore: globs('Globs of files to leave out, from the folder of this file.'),
    locked: z.optional(z.boolean('expected true or false').check(z.describe('Whether a run demands that its runbook is in the plan lock. Default false.'))),
    shell: z.nullish(map({ pipefail: z.optional(z.boolean('expected true or false').check(z.describe('Whether a pipeline fails where any of its commands does, in every block. Default false.'))) }).check(z.describe('The shell that blocks run in.'))),
    production: list('Globs of names that are production: of targets, hosts, kube-contexts, profiles. Default: names with prod, production, prd or live as a word.', glob),
    approve: z.nullish(
      z.array(map({ effects: z.nullish(z.array(z.enum(['reads', 'changes', 'destroys', 'unknown'], 'expected reads, changes, destroys or unknown'), 'expected a list').check(z.describe('Default: destroys.'))), places: list('"production", or globs of targets and places; everywhere where there are none.', glob) }), 'expected a list').check(z.describe('What a second person has to approve before it runs.')),
    ),
    history: z.nullish(
      map({
        commitMessage: z.optional(text.check(commitValues, z.describe(`Message of the commit of a history row. ${listWords(COMMIT_VALUES.map((name) => `{${name}}`))} are filled in. Default "Record {runbook} run{on-target}: {outcome}".`))),
      }),
    ),
  },
  'expected a map with rules, options and ignore',
);

/** The same with rule names resolved to ids. */
export function fileWithRules(ruleNamed: RuleNamed) {
  return FILE.check((context) => {
    const named = [{ rules: context.value.rules, path: [] as (string | number)[] }, ...(context.value.overrides ?? []).map((override, index) => ({ rules: override.rules, path: ['overrides', index] }))];
    for (const { rules: given, path } of named) {
      for (const name of Object.keys(given ?? {})) {
        const id = ruleNamed(name);
        if (typeof id !== 'string') context.issues.push({ code: 'custom', input: name, path: [...path, 'rules', name], message: id.why, params: { atKey: true } });
      }
    }
  });
}

/** The settings that a file states. */
export function statedIn(file: z.output<typeof FILE>, ruleNamed: RuleNamed): StatedSettings {
  const { locked, production, approve, history, shell } = file;
  return {
    extends: [file.extends ?? []].flat(),
    severities: severitiesOf(file.rules, ruleNamed),
    options: { ...optionsOf(file.options), ...(shell?.pipefail === undefined ? {} : { pipefail: shell.pipefail }) },
    overrides: (file.overrides ?? []).map((override) => ({ files: override.files, severities: severitiesOf(override.rules, ruleNamed), options: optionsOf(override.options) })),
    ignore: file.ignore ?? [],
    ...(history?.commitMessage === undefined ? {} : { commitMessage: history.commitMessage }),
    ...(production ? { production } : {}),
    ...(approve ? { approve: approve.map(({ effects, places }) => ({ effects: effects ?? ['destroys'], places: places ?? [] })) } : {}),
    ...(locked === undefined ? {} : { locked }),
  };
}

function severitiesOf(given: z.output<typeof rules>, ruleNamed: RuleNamed): Settings['severities'] {
  return Object.fromEntries(Object.entries(given ?? {}).map(([name, word]) => [String(ruleNamed(name)), parseSetting(word) ?? 'off']));
}

function optionsOf(given: z.output<typeof options>): Partial<LintOptions> {
  const { 'review-days': reviewDays, 'drill-days': drillDays, 'required-metadata': requiredMetadata, 'metadata-names': names } = given ?? {};
  const metadataNames = { ...(names?.owner ? { owner: names.owner } : {}), ...(names?.['last-reviewed'] ? { lastReviewed: names['last-reviewed'] } : {}) };
  return {
    ...(reviewDays === undefined ? {} : { reviewDays }),
    ...(drillDays === undefined ? {} : { drillDays }),
    ...(requiredMetadata ? { requiredMetadata } : {}),
    ...(names ? { metadataNames } : {}),
  };
}
