import type { Runbook } from '../../model/index.ts';
import { targetNames } from '../target-names.ts';
import { holds } from '../texts/index.ts';
import { type Offer, offers } from './offer.ts';

/** In a code block: placeholders after `<`, else targets; `null` outside of blocks. */
export function inCode(runbook: Runbook, before: string, offset: number): readonly Offer[] | null {
  const fence = runbook.structure.fences.find(({ span, infoSpan }) => holds(span, offset) && offset > infoSpan.end.offset);
  if (fence === undefined) return null;
  const placeholder = /<[\w-]*$/.exec(before)?.[0];
  const named = runbook.parameters.filter(({ kind }) => kind === 'placeholder');
  if (placeholder !== undefined) return offers('parameter', placeholder, named.map(({ written, name }) => [written, name]));
  const word = /[\w.*-]+$/.exec(before)?.[0] ?? '';
  return word === '' ? [] : offers('target', word, targetNames(runbook));
}
