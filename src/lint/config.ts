import type { Node, Pair, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { closest, RunbookError } from '../model/index.ts';
import type { RuleSetting } from './lint.ts';
import type { LintConfig } from './config-types.ts';
import { EMPTY_CONFIG } from './config-types.ts';
import type { LintOptions } from './options.ts';
import { DEFAULT_OPTIONS } from './options.ts';
import { parseSetting, SETTING_WORDS, settingKey } from './rule-setting.ts';

/** Stops reading with an error at a node of the file. */
type Fail = (node: { readonly range?: readonly number[] | null | undefined } | null | undefined, why: string, advice?: string) => never;

const ADVICE = 'config.schema.json of the package has every key with its values';

/** Read a configuration; a wrong key or value is an error with its line and column. */
export function parseConfig(text: string, path: string): LintConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const failAt = (offset: number, why: string, advice = ADVICE): never => {
    const { line, col } = lines.linePos(offset);
    throw new RunbookError({ what: 'the configuration is wrong', why, where: { path, at: { offset, line, column: col } }, advice });
  };
  const fail: Fail = (node, why, advice) => failAt(node?.range?.[0] ?? 0, why, advice);
  const problem = document.errors[0];
  if (problem !== undefined) failAt(problem.pos[0], problem.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML');
  if (document.contents === null) return EMPTY_CONFIG;
  if (!isMap(document.contents)) return fail(document.contents, 'expected a map with rules, options and ignore');
  return readConfig(document.contents, fail);
}

function readConfig(map: YAMLMap, fail: Fail): LintConfig {
  const parts = entries(map, ['rules', 'options', 'ignore', 'history', '$schema'], fail);
  checkHistory(parts.get('history'), fail);
  return {
    severities: readRules(parts.get('rules'), fail),
    options: readOptions(parts.get('options'), fail),
    ignore: readStrings(parts.get('ignore'), 'ignore', fail),
  };
}

/** The values of a map by key; a key that is not among `known` is an error. */
function entries(node: unknown, known: readonly string[] | null, fail: Fail): ReadonlyMap<string, { readonly key: Node; readonly value: unknown }> {
  if (node === undefined || (isScalar(node) && node.value === null)) return new Map();
  if (!isMap(node)) return fail(node as Node, 'expected a map');
  return new Map(
    node.items.map((pair: Pair) => {
      const key = pair.key as Node;
      const name = isScalar(key) ? String(key.value) : fail(key, 'expected a name');
      if (known !== null && !known.includes(name)) {
        const near = closest(name, known)[0];
        fail(key, `no key is called "${name}"${near === undefined ? '' : `; "${near}" is one`}`, `keys here: ${known.filter((other) => other !== '$schema').join(', ')}`);
      }
      return [name, { key, value: pair.value }];
    }),
  );
}

/** Read where rows are committed; here only checked. */
function checkHistory(part: Part, fail: Fail): void {
  const message = entries(part?.value, ['commitMessage'], fail).get('commitMessage');
  if (message !== undefined && !(isScalar(message.value) && typeof message.value.value === 'string')) fail(message.value as Node, 'commitMessage: expected a text');
}

type Part = { readonly key: Node; readonly value: unknown } | undefined;

function readRules(part: Part, fail: Fail): Readonly<Record<string, RuleSetting>> {
  const severities: Record<string, RuleSetting> = {};
  for (const [name, { key, value }] of entries(part?.value, null, fail)) {
    const id = settingKey(name);
    if (typeof id !== 'string') return fail(key, id.why, 'runbook explain lists the rules');
    const setting = isScalar(value) ? parseSetting(value.value) : null;
    if (setting === null) return fail(value as Node, `${name}: expected one of ${SETTING_WORDS.join(', ')}`);
    severities[id] = setting;
  }
  return severities;
}

function readOptions(part: Part, fail: Fail): LintOptions {
  const values = entries(part?.value, ['review-days', 'drill-days', 'required-metadata'], fail);
  const required = values.get('required-metadata');
  return {
    reviewDays: readDays(values.get('review-days'), 'review-days', fail) ?? DEFAULT_OPTIONS.reviewDays,
    drillDays: readDays(values.get('drill-days'), 'drill-days', fail) ?? DEFAULT_OPTIONS.drillDays,
    requiredMetadata: required === undefined ? DEFAULT_OPTIONS.requiredMetadata : readStrings(required, 'required-metadata', fail),
  };
}

function readDays(part: Part, name: string, fail: Fail): number | null {
  if (part === undefined) return null;
  const { value } = part;
  if (isScalar(value) && typeof value.value === 'number' && Number.isInteger(value.value) && value.value > 0) return value.value;
  return fail(value as Node, `${name}: expected a whole number of days, from 1`);
}

function readStrings(part: Part, name: string, fail: Fail): readonly string[] {
  if (part === undefined || (isScalar(part.value) && part.value.value === null)) return [];
  if (!isSeq(part.value)) return fail(part.value as Node, `${name}: expected a list`);
  return part.value.items.map((item) => (isScalar(item) && typeof item.value === 'string' ? item.value : fail(item as Node, `${name}: expected a text`)));
}
