import type { RunEvent } from '../events/index.ts';
import type { NoticeKind } from '../settings/index.ts';

/** What a notice says of the run. */
interface About {
  readonly title: string;
  readonly target: string | null;
  readonly operator: string;
  readonly run: string;
  /** Where its report is. */
  readonly report: string;
}

/** The line to send for an event; `null` if nobody asked for such events. */
export function noticeOf(event: RunEvent, about: About, wanted: readonly NoticeKind[]): string | null {
  const kind = kindOf(event);
  if (kind === null || !wanted.includes(kind)) return null;
  const what = `${about.title}${about.target === null ? '' : ` on ${about.target}`}`;
  if (event.type === 'run-started') return `${event.resumed === true ? 'Resumed' : 'Started'}: ${what}, by ${about.operator} (run ${about.run})`;
  if (event.type === 'step-started') return `Runs a step that destroys or overwrites: "${event.title}" of ${what}, by ${about.operator} (run ${about.run})`;
  if (event.type !== 'run-finished') return null;
  const word = { passed: 'Done', failed: 'Failed', aborted: 'Aborted' }[event.status];
  return `${word}: ${what}, by ${about.operator}${event.reason === '' ? '' : `: ${event.reason}`}. Report: ${about.report}`;
}

function kindOf(event: RunEvent): NoticeKind | null {
  if (event.type === 'run-started') return 'started';
  if (event.type === 'step-started') return event.effect === 'destroys' ? 'destructive' : null;
  if (event.type !== 'run-finished') return null;
  return event.status === 'failed' ? 'failed' : 'finished';
}
