import { type Diagnostic, type Edit, type Runbook, withEdits } from '../../model/index.ts';
import { arms } from './arms.ts';

/** A repair can make another possible; no rule needs this many rounds. */
const MOST_ROUNDS = 10;

interface Fixed {
  readonly text: string;
  /** How many findings were repaired. */
  readonly count: number;
}

interface FixedInRounds extends Fixed {
  /** How many repairs were left out, since a block would run after them that does not now. */
  readonly left: number;
}

/** Repairs in rounds until nothing is left, so that a second call changes nothing. A repair that would make a block run that did not run before is left out. */
export function fixText(text: string, path: string, read: (text: string, path: string) => Runbook, findings: (runbook: Runbook) => readonly Diagnostic[]): FixedInRounds {
  let current = { text, runbook: read(text, path) };
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = findings(current.runbook);
    const next = harmless(current, found, (fixed) => read(fixed, path));
    if (next === null) return { text: current.text, count, left: found.filter(({ fix }) => fix !== undefined && fix.length > 0).length };
    current = next;
    count += next.count;
  }
  return { text: current.text, count, left: 0 };
}

interface ReadText {
  readonly text: string;
  readonly runbook: Runbook;
}

/** All repairs at once if they make no further block run, else those that do not by themselves; `null` if nothing is left to repair. */
function harmless(before: ReadText, findings: readonly Diagnostic[], read: (text: string) => Runbook): (ReadText & Fixed) | null {
  const all = applied(before, findings, read);
  if (all === null || !arms(before.runbook, all.runbook)) return all;
  const apart = findings.filter((finding) => {
    const alone = applied(before, [finding], read);
    return alone !== null && !arms(before.runbook, alone.runbook);
  });
  const rest = applied(before, apart, read);
  return rest === null || arms(before.runbook, rest.runbook) ? null : rest;
}

function applied({ text }: ReadText, findings: readonly Diagnostic[], read: (text: string) => Runbook): (ReadText & Fixed) | null {
  const fixed = applyFixes(text, findings);
  return fixed.count === 0 || fixed.text === text ? null : { ...fixed, runbook: read(fixed.text) };
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
  return { text: withEdits(text, taken), count };
}

function overlap(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
