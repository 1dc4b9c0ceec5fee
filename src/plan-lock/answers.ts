import type { LockedAnswer } from '../plan/index.ts';
import type { Coming } from './entry.ts';
import type { LockEntry } from './types.ts';

/** The settlements of a lock that still apply to a runbook: those whose words and code are unchanged. */
export function lockedAnswers(entry: LockEntry, now: Coming): readonly LockedAnswer[] {
  const steps = new Map(now.steps.map((step) => [step.id, step]));
  return entry.steps.flatMap(({ id, pieces }) =>
    pieces.flatMap(({ code, doubts }, piece) => {
      const current = steps.get(id)?.pieces[piece];
      if (current === undefined || current.code !== code) return [];
      return doubts.flatMap(({ kind, words, settled }) => (settled !== null && current.doubts.some((doubt) => doubt.kind === kind && doubt.words === words) ? [{ step: id, piece, doubt: kind, answer: settled.answer }] : []));
    }),
  );
}
