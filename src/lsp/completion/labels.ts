import { LIST_MARK, type Runbook } from '../../model/index.ts';
import { holds } from '../texts/index.ts';
import { type Offer, offers } from './offer.ts';

/** Labels of blocks, and what each comes to. */
const LABELS = [
  ['bash', 'commands, which a run runs'],
  ['console', 'commands behind a prompt, and what they print'],
  ['text', 'output, or what else is only read'],
] as const;

/** A line up to the label of a block. */
const FENCE = new RegExp(`^[\\s>]*(?:${LIST_MARK}\\s+)*(?:\`{3,}|~{3,})\\s*(?<label>\\w*)$`);

/** Behind the marks that open a block: labels, since a run asks about a block without one; `null` elsewhere. */
export function inOpening({ structure }: Runbook, before: string, offset: number): readonly Offer[] | null {
  const typed = FENCE.exec(before)?.groups?.['label'];
  if (typed === undefined) return null;
  const opens = structure.fences.some(({ span, infoSpan }) => holds({ start: span.start, end: infoSpan.end }, offset));
  return opens ? offers('word', typed, LABELS) : null;
}
