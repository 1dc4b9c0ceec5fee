import { visible, visibleProse } from '../../model/index.ts';
import type { Standing } from '../../plan-lock/index.ts';

/** The standing of a runbook to the plan lock: one line, or several with the differences. */
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

/** For each step that differs from what was locked, by its id, the note to print there. */
export function standingMarks(standing: Standing): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, readonly string[]>();
  for (const { step, text } of standing.kind === 'differs' ? standing.differences : []) {
    if (step !== null) marks.set(step, [...(marks.get(step) ?? []), visibleProse(text.replace(/step `[^`]*`:? /, ''))]);
  }
  return marks;
}

/** The same as JSON. */
export function standingJson(standing: Standing): object {
  if (standing.kind === 'not-locked') return { state: standing.kind, ...(standing.formerly === undefined ? {} : { formerly: standing.formerly.name }) };
  const { by, on } = standing.locked;
  return { state: standing.kind, by, on, differences: standing.kind === 'differs' ? standing.differences.map(({ step, line, kind, text }) => ({ step, line, kind, text })) : [] };
}
