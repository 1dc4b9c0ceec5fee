import { enclosingSections, environmentWordsOf, foldName, type HistoryTable, matchesGlob, type Runbook } from '../../model/index.ts';

/** The history table that the row of a run goes into: under the pinned heading, else where the headings name the target, else the last. */
export function historyTable(runbook: Runbook, target: string | null): HistoryTable | null {
  const pinned = runbook.pins.history?.value;
  if (typeof pinned === 'string') return runbook.histories.findLast((table) => headingsOf(runbook, table).some((name) => foldName(name) === foldName(pinned))) ?? null;
  const named = target === null || runbook.histories.length < 2 ? [] : runbook.histories.filter((table) => speaksOf(runbook, table, target));
  return named.at(-1) ?? runbook.histories.at(-1) ?? null;
}

function headingsOf(runbook: Runbook, table: HistoryTable): readonly string[] {
  return enclosingSections(runbook.sections, table.section).map(({ heading }) => heading);
}

/** Whether the table's section is for a target: by the section's globs, or by the target's name or environment in its heading. */
function speaksOf(runbook: Runbook, table: HistoryTable, target: string): boolean {
  const globs = runbook.sections[table.section]?.appliesTo.map(({ value }) => value) ?? [];
  if (globs.length > 0) return globs.some((glob) => matchesGlob(target, glob));
  const headings = headingsOf(runbook, table).slice(0, -1).map((name) => foldName(name));
  if (headings.some((name) => name.includes(target.toLowerCase()))) return true;
  const environment = environmentWordsOf(target);
  return environment !== undefined && headings.some((name) => name.split(/[^a-z]+/).some((word) => environment.includes(word)));
}
