import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';
import { errorMessage, RunbookError } from '../model/index.ts';
import { NOTHING_STATED } from './merge-settings.ts';
import { fileWithRules, statedIn } from './schema.ts';
import type { RuleNamed, StatedSettings } from './types.ts';

/** The YAML reader compares each key with those before it. */
const LONGEST = 64_000;

type Issue = z.core.$ZodIssue;

/**
 * Reads what one file states.
 * @throws RunbookError with line and column for what is wrong in it.
 */
export function readStated(text: string, path: string, ruleNamed: RuleNamed): StatedSettings {
  const given = parseSettings(text, path, fileWithRules(ruleNamed), (issue) => (issue.path.includes('rules') && isAtKey(issue) ? 'runbook explain lists the rules' : undefined));
  return given === null ? NOTHING_STATED : statedIn(given, ruleNamed);
}

/**
 * The contents of a settings file as its schema reads them; `null` if it is empty.
 * @throws RunbookError with line and column for what is wrong in it.
 */
export function parseSettings<T>(text: string, path: string, schema: z.ZodMiniType<T>, adviceFor: (issue: Issue) => string | undefined): T | null {
  const lines = new LineCounter();
  const tooLong = text.length > LONGEST;
  const document = parseDocument(tooLong ? '' : text, { lineCounter: lines });
  const failAt = (offset: number, why: string, advice = 'config.schema.json of the package has every key with its values'): never => {
    const { line, col } = lines.linePos(offset);
    throw new RunbookError({ what: 'the configuration is wrong', why, where: { path, at: { offset, line, column: col } }, advice });
  };
  if (tooLong) throw new RunbookError({ what: 'the configuration is wrong', why: `it has ${text.length.toLocaleString('en')} characters; the most is ${LONGEST.toLocaleString('en')}`, where: { path }, advice: 'move parts of it to files of the folders they are for' });
  const problem = document.errors[0];
  if (problem !== undefined) failAt(problem.pos[0], problem.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML');
  if (document.contents === null) return null;
  const result = schema.safeParse(plainValue(document, failAt));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw new Error('a wrong configuration without an issue');
  return failAt(offsetOf(document, issue), whyOf(issue), adviceFor(issue));
}

/** The YAML reader refuses aliases that expand exponentially. */
function plainValue(document: Document, failAt: (offset: number, why: string) => never): unknown {
  try {
    return document.toJS();
  } catch (error) {
    return failAt(0, errorMessage(error));
  }
}

function whyOf(issue: Issue): string {
  const name = issue.path.findLast((key) => typeof key === 'string');
  return name === undefined || isAtKey(issue) ? issue.message : `${name}: ${issue.message}`;
}

/** The place of an issue: the value, or the key if the key itself is wrong. */
function offsetOf(document: Document, issue: Issue): number {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const parent: unknown = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1))) : undefined;
  const value: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const node: unknown = isAtKey(issue) ? pair?.key : (value ?? pair?.key);
  return startOf(node) ?? startOf(parent) ?? 0;
}

function isAtKey(issue: Issue): boolean {
  return issue.code === 'unrecognized_keys' || (issue.code === 'custom' && issue.params?.['atKey'] === true);
}

function startOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly [number, number, number] | null } | null | undefined)?.range?.[0];
}
