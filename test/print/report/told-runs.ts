import type { RunEvent, Unstamped } from '../../../src/events/index.ts';

/** Events of a run at times of their own, as a test tells them: seconds since its start, then the event. */
export type At = readonly [seconds: number, event: Unstamped];

const BEGAN = Date.parse('2026-11-23T03:04:00Z');

/** Stamps what is told with its times. */
export function at(run: string, told: readonly At[]): readonly RunEvent[] {
  return told.map(([seconds, event]) => ({ ...event, run, time: new Date(BEGAN + seconds * 1000).toISOString() }) as RunEvent);
}

const STEPS = ['page-the-team', 'look-at-the-queue', 'drain', 'restart', 'verify', 'tell-them'];

export function begin(more: object = {}): Unstamped {
  return { type: 'run-started', runbook: '/ops/runbooks/queue-backlog.md', title: 'Drain a queue that has backed up', target: 'orders-eu-prod', operator: 'kim', mode: 'walk', version: '0.1.0', pid: 1, host: 'jump-1', digest: '', sections: [], steps: STEPS, budgetSeconds: 600, ...more } as Unstamped;
}

const place = (step: string, attempt = 1): { step: string; piece: number; attempt: number } => ({ step, piece: 0, attempt });

/** A command with its output, from one second to another. */
export function command(step: string, title: string, code: string, from: number, to: number, output: string, more: { readonly start?: object; readonly end?: object; readonly attempt?: number; readonly checks?: readonly object[] } = {}): readonly At[] {
  return [
    [from, { type: 'step-started', ...place(step, more.attempt), kind: 'command', title, code, effect: 'reads', effectWord: code.split(' ')[0] ?? '', ...more.start } as Unstamped],
    ...(output === '' ? [] : [[from + (to - from) / 2, { type: 'output', ...place(step, more.attempt), stream: 'stdout', text: output } as Unstamped] as const]),
    ...(more.checks ?? []).map((check, index): At => [to, { type: 'expectation', ...place(step, more.attempt), index, kind: 'literal', reason: '', seen: '', ...check } as Unstamped]),
    [to, { type: 'step-finished', ...place(step, more.attempt), status: 'passed', exitCode: 0, durationMs: Math.round((to - from) * 1000), ...more.end } as Unstamped],
  ];
}

export function byHand(step: string, title: string, second: number): readonly At[] {
  return [
    [second, { type: 'step-started', ...place(step), kind: 'manual', title, code: '' } as Unstamped],
    [second, { type: 'step-finished', ...place(step), status: 'passed', exitCode: null, durationMs: 0, who: 'kim' } as Unstamped],
  ];
}

const OPENING: readonly At[] = [
  [0, begin()],
  [0, { type: 'parameter-set', name: 'queue', value: 'orders', source: 'set', secret: false }],
  ...byHand('page-the-team', 'Page the owning team', 45),
  ...command('look-at-the-queue', 'Look at the queue', 'queuectl depth orders --region eu', 60, 62, '\u001b[1mqueue   depth  oldest\u001b[0m\norders  \u001b[31m48211\u001b[0m  14m\n', { checks: [{ text: 'depth over 10000', kind: 'judgement', status: 'held', reason: 'kim says so', who: 'kim' }] }),
  [80, { type: 'note', text: 'Depth grows by 200 a second; the consumer on node 3 does not read', level: 'operator', step: 'look-at-the-queue' }],
  [95, { type: 'doubt-settled', step: 'drain', piece: 0, doubt: 'gate', text: 'Stop here if payments are still in flight', answer: 'passed', by: 'operator', who: 'kim', reason: 'payments team says none are' }],
  [118, { type: 'confirmed', step: 'drain', piece: 0, attempt: 1, effect: 'destroys', word: 'orders-eu-prod', why: 'purge destroys or overwrites', by: 'operator', who: 'kim' }],
  ...command('drain', 'Drain what is older than ten minutes', 'queuectl purge orders --older-than 10m --region eu', 119, 171, `${Array.from({ length: 120 }, (_, line) => `purged batch ${String(line + 1).padStart(3)}  ${line % 20 === 19 ? '\u001b[32mok\u001b[0m' : 'ok'}`).join('\n')}\n`, { start: { effect: 'destroys', effectWord: 'purge', original: undefined } }),
];

/** A run that failed at its check after a second try, with one failure accepted before. */
export const FAILED: readonly At[] = [
  ...OPENING,
  [190, { type: 'confirmed', step: 'restart', piece: 0, attempt: 1, effect: 'destroys', word: 'as told, not proven', why: 'destroys (restart) on orders-eu-prod: a second person is needed', by: 'approver', who: 'ana' }],
  [198, { type: 'confirmed', step: 'restart', piece: 0, attempt: 1, effect: 'destroys', word: 'orders-eu-prod', why: 'restart destroys or overwrites', by: 'operator', who: 'kim' }],
  ...command('restart', 'Restart the consumers', 'queuectl consumers restart --wait', 200, 231, 'consumer-1 up\nconsumer-2 up\nconsumer-3 \u001b[31mtimeout\u001b[0m\n', {
    start: { effect: 'destroys', effectWord: 'restart', original: 'queuectl consumers restart' },
    end: { status: 'failed', exitCode: 4, accepted: 'consumer 3 is out for repair since Friday', who: 'kim' },
  }),
  ...command('verify', 'The queue goes down', "queuectl depth orders --region eu | awk '{print $2}'", 260, 261, '47990\n', { checks: [{ text: 'below 1000', status: 'failed', reason: 'not found in the output', seen: '47990' }], end: { status: 'failed' } }),
  ...command('verify', 'The queue goes down', "queuectl depth orders --region eu | awk '{print $2}'", 400, 401, '48302\n', { attempt: 2, checks: [{ text: 'below 1000', status: 'failed', reason: 'not found in the output', seen: '48302' }], end: { status: 'failed' } }),
  [430, { type: 'run-finished', status: 'failed', reason: 'step 5 "The queue goes down": expected below 1000', durationMs: 430_000, counts: { passed: 3, failed: 1, accepted: 1, skipped: 0, unverified: 0 }, row: 'due' }],
  [440, { type: 'history-recorded', row: '| 2026-11-23 03:11 | orders-eu-prod | kim | Failed: the queue does not go down | 7 |', status: 'written' }],
];

/** A run whose operator stopped it before the restart. */
export const ABORTED: readonly At[] = [
  ...OPENING,
  [190, { type: 'step-skipped', step: 'restart', piece: null, title: 'Restart the consumers', reason: 'the platform team restarts them', by: 'operator', who: 'kim' }],
  [212, { type: 'run-finished', status: 'aborted', reason: 'stopped by the operator', durationMs: 212_000, counts: { passed: 3, failed: 0, accepted: 0, skipped: 1, unverified: 0 }, row: 'due' }],
  [220, { type: 'history-recorded', row: '| 2026-11-23 03:07 | orders-eu-prod | kim | Aborted | 4 |', status: 'kept' }],
];

/** A run that died in the restart, and was taken up by somebody else ten hours later. */
export const RESUMED: readonly At[] = [
  ...OPENING,
  ...command('restart', 'Restart the consumers', 'queuectl consumers restart', 200, 236, 'consumer-1 up\n', { start: { effect: 'destroys', effectWord: 'restart' } }).slice(0, 2),
  [36_000, begin({ operator: 'lee', host: 'jump-2', resumed: true })],
  [36_020, { type: 'section-chosen', name: 'How to restart', choice: 'One by one', sections: ['One by one'], declined: [], steps: STEPS, who: 'lee' }],
  ...command('restart', 'Restart the consumers', 'queuectl consumers restart', 36_040, 36_080, 'consumer-1 up\nconsumer-2 up\nconsumer-3 up\n', { attempt: 2, start: { effect: 'destroys', effectWord: 'restart' } }),
  ...command('verify', 'The queue goes down', 'queuectl depth orders', 36_090, 36_091, 'orders 212\n', { checks: [{ text: 'below 1000', kind: 'judgement', status: 'unverified', reason: 'kim could not tell' }] }),
  ...byHand('tell-them', 'Tell the channel', 36_120),
  [36_125, { type: 'run-finished', status: 'passed', reason: '', durationMs: 343_000, counts: { passed: 6, failed: 0, accepted: 0, skipped: 0, unverified: 1 }, row: 'due' }],
  [36_130, { type: 'history-recorded', row: '| 2026-11-23 03:04 | orders-eu-prod | lee | Success | 6 |', status: 'written' }],
];

/** A run of many steps, each with a little output. */
export function manySteps(count: number, output = 'fine\n'): readonly At[] {
  const ids = Array.from({ length: count }, (_, index) => `part-${index + 1}`);
  return [
    [0, begin({ title: 'A sweep over every host', steps: ids, mode: 'unattended' })],
    ...ids.flatMap((id, index) => command(id, `Check host ${index + 1}`, `check-host ${index + 1}`, index / 4, (index + 0.8) / 4, output, { checks: [{ text: 'fine', status: 'held', seen: 'fine' }] })),
    [count / 4, { type: 'run-finished', status: 'passed', reason: '', durationMs: count * 250, counts: { passed: count, failed: 0, accepted: 0, skipped: 0, unverified: 0 }, row: 'none' }],
  ];
}
