import { visible, visibleProse } from '../model/index.ts';
import type { Standing } from '../plan-lock/index.ts';

/** How a runbook stands to the plan lock, in a line or with its differences. */
export function standingLines(standing: Standing): readonly string[] {
  switch (standing.kind) {
    case 'not-locked':
      return [`not locked${standing.formerly === undefined ? '' : `; runbook.lock has an entry for ${visible(standing.formerly.name)}, which is gone`}`];
    case 'as-locked':
      return [`as locked on ${standing.locked.on} by ${visibleProse(standing.locked.by)}`];
    case 'differs':
      return [`differs from what ${visibleProse(standing.locked.by)} locked on ${standing.locked.on}:`, ...standing.differences.map(({ line, text }) => `  ${line === null ? '' : `line ${line}: `}${visibleProse(text)}`)];
  }
}

/** What is to be said at each step that comes to something else than locked, by its id. */
export function standingMarks(standing: Standing): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, readonly string[]>();
  for (const { step, text } of standing.kind === 'differs' ? standing.differences : []) {
    if (step !== null) marks.set(step, [...(marks.get(step) ?? []), visibleProse(text.replace(/step `[^`]*`:? /, ''))]);
  }
  return marks;
}

/** The same for programs. */
export function standingJson(standing: Standing): object {
  if (standing.kind === 'not-locked') return { state: standing.kind, ...(standing.formerly === undefined ? {} : { formerly: standing.formerly.name }) };
  const { by, on } = standing.locked;
  return { state: standing.kind, by, on, differences: standing.kind === 'differs' ? standing.differences.map(({ step, line, kind, text }) => ({ step, line, kind, text })) : [] };
}
