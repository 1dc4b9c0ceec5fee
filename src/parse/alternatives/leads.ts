import type { RootContent } from 'mdast';
import { textOf } from '../markdown/index.ts';
import { MEANS, OTHER_WAY, platformOf } from './choice-words.ts';
import { isBold, paragraphOf } from './node-words.ts';

/** A paragraph that names a way, right above its blocks. */
interface Lead {
  readonly label: string;
  /** Of the platform that it names; `null` for what is only a means. */
  readonly family: number | 'alternative' | null;
  readonly isMeans: boolean;
  /** Where its blocks end. */
  readonly end: number;
}

/** Longer ones are no labels. */
const LONGEST_LABEL = 90;

/** The paragraph at an index, if it names an alternative right above blocks. Where it names a target, the target decides. */
export function leadAt(nodes: readonly RootContent[], index: number, namesTargets: (words: string) => boolean): Lead | null {
  const node = paragraphOf(nodes[index]);
  if (node === undefined || nodes[index + 1]?.type !== 'code') return null;
  let end = index + 1;
  while (nodes[end]?.type === 'code') end += 1;
  const text = textOf(node);
  if (text.length > LONGEST_LABEL || !(text.endsWith(':') || isBold(node) || nodes[index]?.type === 'list')) return null;
  const label = text.replace(/\s*:$/, '');
  if (OTHER_WAY.test(text)) return { label, family: 'alternative', isMeans: false, end };
  const platform = platformOf(text);
  const isMeans = MEANS.test(text);
  if ((platform === null && !isMeans) || namesTargets(platform?.label ?? label)) return null;
  return { label: platform?.label ?? label, family: platform?.family ?? null, isMeans, end };
}

/** Whether two leads are ways of one kind. */
export function isAlike(one: Lead, other: Lead): boolean {
  return (one.isMeans && other.isMeans) || (one.family !== null && one.family === other.family);
}
