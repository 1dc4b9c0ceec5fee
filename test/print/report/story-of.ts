import type { RunEvent, Unstamped } from '../../../src/events/index.ts';
import type { ReadOutput } from '../../../src/print/report/index.ts';

/** The start of a run with a budget of a minute. */
export const START: Unstamped = { type: 'run-started', runbook: '/ops/deploy.md', title: 'Deploy <app>', target: 'web-1', operator: 'kim', mode: 'walk', version: '1', pid: 1, host: 'jump', digest: '', sections: [], steps: [], budgetSeconds: 60 };

/** An event before it is stamped, on a day of its own where it says so. */
export type Told = Unstamped & { readonly on?: string };

/** Events that came a second apart. */
export function stamped(...events: readonly Told[]): readonly RunEvent[] {
  return events.map(({ on = '2026-11-23', ...event }, second) => ({ ...event, run: 'r1', time: new Date(Date.parse(`${on}T03:00:00Z`) + second * 1000).toISOString() }) as RunEvent);
}

/** Gives what output events say, as the files of a run would. */
export function outputIn(events: readonly RunEvent[]): ReadOutput {
  const texts = new Map<string, string>();
  const key = ({ step, piece, attempt }: { readonly step: string; readonly piece: number; readonly attempt: number }): string => `${step} ${piece} ${attempt}`;
  for (const event of events) if (event.type === 'output') texts.set(key(event), `${texts.get(key(event)) ?? ''}${event.text}`);
  return (of, most) => {
    const all = texts.get(key(of)) ?? '';
    return all.length <= most ? { start: all, left: 0, end: '', path: '/runs/out.log' } : { start: all.slice(0, 10), left: all.length - most, end: all.slice(10 - most), path: '/runs/out.log' };
  };
}

export function started(step: string, more: object = {}): Unstamped {
  return { type: 'step-started', step, piece: 0, attempt: 1, kind: 'command', title: `Do ${step}`, code: `run ${step}`, ...more } as Unstamped;
}

export function finished(step: string, more: object = {}): Unstamped {
  return { type: 'step-finished', step, piece: 0, attempt: 1, status: 'passed', exitCode: 0, durationMs: 1500, ...more } as Unstamped;
}
