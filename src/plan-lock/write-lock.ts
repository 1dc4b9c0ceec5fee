import { stringify } from 'yaml';
import { jsonEscape } from '../model/index.ts';
import { LOCK_FORMAT } from './unread/index.ts';
import type { LockedPiece, LockedStep, LockEntry, LockFile } from './types.ts';

/** Writes everything in the plainest form that reads back the same. */
const STYLE = { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN', indentSeq: false, aliasDuplicateObjects: false } as const;

const HEAD = `# What each runbook comes to, as it was reviewed. "runbook lock" writes it, "runbook lock --check" compares.
format: ${LOCK_FORMAT}
`;

/** The text of a lock file: one entry per runbook, sorted, with a blank line between; the same entries give the same bytes everywhere. */
export function lockText({ runbooks }: Pick<LockFile, 'runbooks'>): string {
  const entries = [...runbooks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, entry]) => entryText(path, entry));
  return [HEAD, ...entries].join('\n');
}

/** The lines of one runbook's entry. */
export function entryText(path: string, entry: LockEntry): string {
  return keyText(path) + stringify({ entry: entryData(entry) }, STYLE).slice('entry'.length);
}

/** A path as a key. The cutter reads it without YAML: what is no plain path stands in JSON's quotes, which are YAML's too, with nothing in it that a reviewer cannot see. */
function keyText(path: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}\w./+@ -]*$/u.test(path) && !path.endsWith(' ') && path !== 'format' ? path : JSON.stringify(path).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, jsonEscape);
}

function entryData({ digest, reader, locked, targets, parameters, alternatives, steps }: LockEntry): object {
  return {
    digest,
    reader,
    locked: { by: locked.by, on: locked.on },
    ...full({
      targets,
      parameters: Object.fromEntries(parameters.map(({ name, ...rest }) => [name, full(rest)])),
      alternatives: alternatives.map(({ choices }) => choices),
    }),
    steps: steps.map(stepData),
  };
}

function stepData({ id, title, kind, out, for: targets, words, callouts, pieces }: LockedStep): object {
  return full({ id, title, kind, out, for: targets, words, callouts, pieces: pieces.map(pieceData) });
}

function pieceData({ kind, doubts, code, effect, ...rest }: LockedPiece): object {
  return full({ ...(kind === 'manual' ? { kind } : {}), code, effect, ...rest, doubts: doubts.map((doubt) => full(doubt)) });
}

/** Leaves out empty, `null` and `false` values, so that a diff shows only what matters. */
function full(data: object): object {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0) && !(isMap(value) && Object.keys(value).length === 0)));
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
