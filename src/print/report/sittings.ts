import type { RunEvent } from '../../events/index.ts';

/** A period during which one process drove the run. */
export interface Sitting {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly operator: string;
  readonly host: string;
}

/** The periods of work on a run: from each start to the last sign of life before the next. Writing the row after the end does not count. */
export function sittingsOf(events: readonly RunEvent[]): readonly Sitting[] {
  const sittings: { from: number; to: number; operator: string; host: string; over: boolean }[] = [];
  for (const event of events) {
    const at = Date.parse(event.time);
    if (event.type === 'run-started') sittings.push({ from: at, to: at, operator: event.operator, host: event.host, over: false });
    const now = sittings.at(-1);
    if (now === undefined || now.over) continue;
    now.to = Math.max(now.to, at);
    now.over = event.type === 'run-finished';
  }
  return sittings.map(({ from, to, operator, host }) => ({ from, to, operator, host }));
}

/** Milliseconds of work up to a time; gaps between sittings do not count. */
export function workedUpTo(sittings: readonly Sitting[], time: string): number {
  const at = Date.parse(time);
  return sittings.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(at, to) - from), 0);
}
