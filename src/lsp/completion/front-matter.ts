import type { Runbook } from '../../model/index.ts';
import { targetNames } from '../target-names.ts';
import { type Offer, offers } from './offer.ts';

/** Keys of `runbook:` in front matter. */
const KEYS: readonly (readonly [string, string])[] = [
  ['params:', 'parameters, each with description, example, default, pattern, secret or replaces'],
  ['target: ', 'the target, or false where nothing depends on one'],
  ['history: ', 'the heading of the history, or false for none'],
];

/** In front matter: what may stand below `runbook:`; `null` below the front matter. */
export function inFrontMatter(runbook: Runbook, before: string, offset: number): readonly Offer[] | null {
  const { frontMatter } = runbook.structure;
  if (frontMatter === null || offset <= frontMatter.start.offset || offset >= frontMatter.end.offset) return null;
  const target = /^\s+target:\s*(?<typed>\S*)$/.exec(before)?.groups?.['typed'];
  if (target !== undefined) return [...offers('target', target, targetNames(runbook)), ...offers('value', target, [['false', 'nothing depends on a target']])];
  const key = /^\s+(?<typed>\w*)$/.exec(before)?.groups?.['typed'];
  if (key === undefined) return [];
  const above = runbook.source.text.slice(frontMatter.start.offset, offset - before.length);
  return /(?:^|\n)runbook:\s*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n?$/.test(above) ? offers('word', key, KEYS) : [];
}
