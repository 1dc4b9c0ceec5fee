import type { OutcomeFacts, RowInput } from '../../src/history/index.ts';

/** A passed run without anything to tell. */
export const passed: OutcomeFacts = { status: 'passed', reason: '', resumed: false, held: [], unverified: [], accepted: [], notRun: [], gates: [], notes: [], byEye: [], confirmedBy: [], approvedIn: [], approvedBy: [], counts: null };

/** The facts of a short run, over a table given as Markdown lines. */
export function rowInput(table: string, facts: Partial<RowInput> = {}): RowInput {
  const lines = table.trim().split('\n').map((line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim()));
  const [columns = [], , ...rows] = lines;
  return {
    table: { columns, rows },
    startedAt: new Date('2026-11-03T04:05:06.789Z'),
    finishedAt: new Date('2026-11-03T04:09:18.789Z'),
    durationMs: 252_000,
    operator: 'dana',
    target: null,
    targetRow: {},
    outcome: passed,
    parameters: {},
    record: {},
    report: null,
    ...facts,
  };
}
