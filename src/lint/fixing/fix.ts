import type { Diagnostic, Edit, Runbook } from '../../model/index.ts';

/** A repair can make room for another; this many rounds are more than any rule needs. */
const MOST_ROUNDS = 10;

export interface Fixed {
  readonly text: string;
  /** Findings mended. */
  readonly count: number;
}

/** Mend what is safe, again and again until nothing is left: so a second call changes nothing. */
export function fixText(text: string, path: string, read: (text: string, path: string) => Runbook, findings: (runbook: Runbook) => readonly Diagnostic[]): Fixed {
  let current = text;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = applyFixes(current, findings(read(current, path)));
    if (next.count === 0 || next.text === current) break;
    current = next.text;
    count += next.count;
  }
  return { text: current, count };
}

/** Splice the repairs of findings into a text, back to front; one that touches an earlier one waits for the next round. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): Fixed {
  const taken: Edit[] = [];
  let count = 0;
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.length === 0 || fix.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...fix);
    count++;
  }
  let fixed = text;
  for (const { start, end, text: replacement } of taken.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    fixed = fixed.slice(0, start) + replacement + fixed.slice(end);
  }
  return { text: fixed, count };
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
