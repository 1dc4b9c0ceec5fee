import { type ListedRun, runStatus } from './listed-run.ts';

/** The runs as JSON. */
export function runsJson(runs: readonly ListedRun[]): readonly Record<string, unknown>[] {
  return runs.map((run) => {
    const { state } = run;
    return {
      id: state.id,
      status: runStatus(run),
      reason: state.reason,
      runbook: state.started?.runbook ?? null,
      title: state.started?.title ?? null,
      target: state.started?.target ?? null,
      operator: state.started?.operator ?? null,
      startedAt: state.started?.time ?? null,
      finishedAt: state.finishedAt,
      durationMs: state.durationMs,
      counts: state.counts,
      parameters: Object.fromEntries(Object.entries(state.parameters).map(([name, { value }]) => [name, value])),
      history: state.history === null ? null : { row: state.history.row, status: state.history.status },
    };
  });
}
