import { expect, it } from 'vitest';
import { refuseChanged } from '../../../src/commands/resuming/since-then.ts';
import { foldAll, type RunEvent } from '../../../src/events/index.ts';
import { parseRunbook } from '../../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../../src/plan/index.ts';
import { sha256 } from '../../../src/state/index.ts';
import { attempt } from '../../tui/scenes.ts';

const TEXT = '# R\n\n## Steps\n\n1. Look around.\n\n2. Stop it:\n\n   ```sh\n   stop it\n   ```\n';
const { plan } = planRun(parseRunbook(TEXT, { path: 'r.md' }), EMPTY_REQUEST);
const at = { run: 'x', time: '2026-05-14T21:24:25.000Z' };

/** A run of this text, as this or another version has read it. */
function refused(steps: readonly string[], events: readonly RunEvent[], version = '0.2.0'): () => void {
  const started: RunEvent = { ...at, type: 'run-started', runbook: 'r.md', title: 'R', target: null, operator: 'kim', mode: 'walk', version, pid: 1, host: '', digest: sha256(TEXT), sections: [], steps, budgetSeconds: null, choosing: { from: null, only: [], skip: [] } };
  return () => refuseChanged({ id: 'x', folder: '', host: '', handedOver: null, operator: 'kim', state: foldAll('x', [started, ...events]) }, plan, '0.2.0');
}

function byHand(step: string, reason?: string): RunEvent[] {
  const base = { ...at, step, piece: 0, attempt: 1 };
  return [{ ...base, type: 'step-started', kind: 'manual', title: 't', code: '' }, { ...base, type: 'step-finished', status: 'passed', exitCode: null, durationMs: 0, ...(reason === undefined ? {} : { reason }) }];
}

it('a run goes on where its steps are read as they were', () => {
  expect(refused(['steps-1', 'steps-2'], [...byHand('steps-1'), ...attempt('steps-2')])).not.toThrow();
  expect(refused(['steps-1', 'steps-2'], byHand('steps-2', 'done by hand: on another machine'))).not.toThrow();
});

it('what was done by hand is not taken for a command that has its place in a newer version', () => {
  expect(refused(['steps-1', 'steps-2', 'steps-3'], byHand('steps-2'))).toThrow(/step steps-2 already ran and this version reads the runbook otherwise/);
});

it('nor is a command taken for another one where steps are counted otherwise', () => {
  expect(refused(['steps-1', 'steps-2', 'steps-3'], attempt('steps-2'))).toThrow(/this version reads the runbook otherwise/);
});

it('another version is refused where a step that ran is another command to it, though it has steps with all those names', () => {
  const stopped = attempt('steps-2').map((event) => (event.type === 'step-started' ? { ...event, code: 'stop it' } : event));
  expect(refused(['steps-1', 'steps-2'], stopped, '0.1.0')).not.toThrow();
  expect(refused(['steps-1', 'steps-2'], attempt('steps-2'), '0.1.0')).toThrow(/this version reads the runbook otherwise/);
});
