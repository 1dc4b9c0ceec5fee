import type { Confirmed } from '../../events/index.ts';
import { isSamePiece } from '../../model/index.ts';
import type { Story } from './types.ts';

/** A confirmation or approval, in words for a table. */
interface ConfirmedRow {
  readonly time: string;
  /** Its anchor in the page; `null` if nothing came of it. */
  readonly anchor: string | null;
  /** The step by number and title, with the attempt if there was more than one. */
  readonly step: string;
  readonly who: string;
  /** `approved as a second person, as told, not proven`. */
  readonly how: string;
  readonly why: string;
}

/** Who confirmed what, for which attempt, when, and why it was asked, for the top of a report. */
export function confirmedRows({ approvals, steps }: Story): readonly ConfirmedRow[] {
  return approvals.map((event) => {
    const found = steps.find((step) => isSamePiece(step, event));
    const attempt = event.attempt > 1 ? `, attempt ${event.attempt}` : '';
    return { time: event.time, anchor: found?.anchor ?? null, step: `${numbered(found?.number ?? '', found?.title ?? event.step)}${attempt}`, who: event.who, how: confirmedHow(event), why: event.why };
  });
}

/** How it was confirmed. */
export function confirmedHow({ by, word }: Pick<Confirmed, 'by' | 'word'>): string {
  switch (by) {
    case 'operator':
      return word === '' ? 'confirmed' : `typed ${word}`;
    case 'caller':
      return `confirmed with ${word}`;
    case 'client':
      return `confirmed in this program, with ${word}`;
    case 'approver':
      return `approved as a second person, ${word}`;
  }
}

/** Names of those who approved as a second person. */
export function approvers({ approvals }: Story): readonly string[] {
  return [...new Set(approvals.flatMap(({ by, who }) => (by === 'approver' ? [who] : [])))];
}

/** `4.2. Restart the consumers`. */
export function numbered(number: string, title: string): string {
  return number === '' ? title : `${number}. ${title}`;
}
