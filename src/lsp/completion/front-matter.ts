import type { Runbook } from '../../model/index.ts';
import { targetNames } from '../target-names.ts';
import { type Offer, offers } from './offer.ts';

/** Keys of `runbook:` in front matter. */
const KEYS: readonly (readonly [string, string])[] = [
  ['params:', 'parameters, each with description, example, default, pattern, secret or replaces'],
  ['target: ', 'the target, or false where nothing depends on one'],
  ['history: ', 'the heading of the history, or false for none'],
];

/** Keys beside it that are read. */
const TOP_KEYS: readonly (readonly [string, string])[] = [
  ['title: ', 'what the runbook is called'],
  ['owner: ', 'the team that keeps it'],
  ['system: ', 'what it is for; names of targets, or globs'],
  ['severity: ', ''],
  ['last_reviewed: ', 'the day, such as 2026-05-14'],
  ['runbook:', 'what its author pins: params, target, history'],
];

/** In front matter: what may stand below `runbook:`; `null` below the front matter. */
export function inFrontMatter(runbook: Runbook, before: string, offset: number): readonly Offer[] | null {
  const start = startAround(runbook, offset);
  if (start === null) return null;
  const target = /^\s+target:\s*(?<typed>\S*)$/.exec(before)?.groups?.['typed'];
  if (target !== undefined) return [...offers('target', target, targetNames(runbook)), ...offers('value', target, [['false', 'nothing depends on a target']])];
  const key = /^\s*(?<typed>\w*)$/.exec(before)?.groups?.['typed'];
  if (key === undefined) return [];
  if (key === before) return key === '' ? [] : offers('word', key, TOP_KEYS);
  const above = runbook.source.text.slice(start, offset - before.length);
  return /(?:^|\n)runbook:\s*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n?$/.test(above) ? offers('word', key, KEYS) : [];
}

/** Where the front matter begins that an offset is in, also one that is being written and has no end yet; `null` outside. */
function startAround({ structure: { frontMatter }, source: { text } }: Runbook, offset: number): number | null {
  if (frontMatter !== null) return offset > frontMatter.start.offset && offset < frontMatter.end.offset ? frontMatter.start.offset : null;
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  return opening === null || offset < opening[0].length || /\n(?:---|\.\.\.)[ \t]*\r?\n/.test(text.slice(0, offset)) ? null : 0;
}
