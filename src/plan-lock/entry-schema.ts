import * as z from 'zod/mini';
import type { LockEntry } from './types.ts';

const effect = z.enum(['reads', 'changes', 'unknown', 'destroys']);
const text = z.string();
const texts = z._default(z.array(text), []);
const orNull = z._default(z.nullable(text), null);
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'a day as YYYY-MM-DD'));
const signature = { by: text, on: day };
const hex = z.string().check(z.regex(/^[0-9a-f]{16}$/, '16 hex digits'));

const doubt = z.strictObject({
  kind: z.enum(['elsewhere', 'unparsed', 'not-a-command', 'not-labelled', 'conditional', 'gate', 'literal', 'overwritten', 'nothing']),
  words: hex,
  settled: z._default(z.nullable(z.strictObject({ answer: z.enum(['here', 'done', 'edit', 'run', 'passed', 'finish', 'stop', 'theirs', 'mine', 'skip']), ...signature })), null),
});

const piece = z.strictObject({
  title: orNull,
  kind: z._default(z.enum(['command', 'manual']), 'command'),
  code: hex,
  effect,
  word: orNull,
  lowered: z._default(z.nullable(z.strictObject({ effect, ...signature })), null),
  on: orNull,
  interactive: orNull,
  follow: orNull,
  revealing: orNull,
  pins: orNull,
  parameters: texts,
  checks: texts,
  doubts: z._default(z.array(doubt), []),
});

const step = z.strictObject({
  id: text,
  title: text,
  kind: z.enum(['command', 'manual']),
  out: orNull,
  for: texts,
  words: z._default(z.nullable(hex), null),
  callouts: texts,
  pieces: z._default(z.array(piece), []),
});

const parameter = z.strictObject({ kind: text, example: orNull, default: orNull, secret: z._default(z.boolean(), false), pattern: orNull, column: orNull });

const written = z.strictObject({
  digest: hex,
  reader: text,
  locked: z.strictObject(signature),
  targets: texts,
  parameters: z._default(z.record(text, parameter), {}),
  alternatives: z._default(z.array(z.array(text)), []),
  steps: z._default(z.array(step), []),
});

/** Reads the data of an entry, restoring the defaults that were left out. */
export function parseEntry(data: unknown): { readonly ok: true; readonly entry: LockEntry } | { readonly ok: false; readonly why: string } {
  const read = written.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, why: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not what is expected'}` };
  }
  const { parameters, alternatives, ...rest } = read.data;
  return { ok: true, entry: { ...rest, parameters: Object.entries(parameters).map(([name, value]) => ({ name, ...value })), alternatives: alternatives.map((choices) => ({ choices })) } };
}
