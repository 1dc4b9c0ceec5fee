import { foldAll } from '../../src/events/index.ts';
import type { RunEvent, RunState } from '../../src/events/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { planRun } from '../../src/plan/index.ts';
import type { WalkModel } from '../../src/tui/model.ts';
import { outputOf } from '../../src/tui/output-buffer.ts';
import type { Room } from '../../src/tui/reducer.ts';

const RUNBOOK = `# Restart

| App | URL |
|---|---|
| shop-prod | https://shop.example.com |
| shop-staging | https://shop-staging.example.com |

## Steps

1. Tell the team.

\`\`\`bash
echo looking -a shop-prod
# Expected: looking
\`\`\`

## Change

\`\`\`bash
heroku ps:restart -a shop-prod
\`\`\`
`;

/** A model of the walk in its middle, on production. */
export function walkModel(change: Partial<WalkModel> = {}, target = 'shop-prod'): WalkModel {
  const { plan } = planRun(parseRunbook(RUNBOOK, { path: 'r.md' }), { target, values: {}, sections: [], only: [], skip: [], environment: {} });
  return {
    phase: 'walk', plan, operator: 'ana', run: stateOf([]), at: { step: stepId(plan, 'command', false), piece: 0 }, running: false, busy: false, armed: true, look: null, edited: null, dialog: null,
    overlay: null, scroll: 0, codeScroll: 0, codeSeen: 0, outputTop: null, search: '', values: false, message: '', row: null, ...change,
  };
}

/** The id of the first step of a kind. */
export function stepId(plan: WalkModel['plan'], kind: 'command' | 'manual', destructive: boolean): string {
  const found = plan.steps.find(({ step }) => step.kind === kind && (step.kind === 'manual' || (step.destructive !== null) === destructive));
  if (found === undefined) throw new Error(`no ${kind} step`);
  return found.step.id;
}

/** A model on the destructive step. */
export function onDestructive(change: Partial<WalkModel> = {}): WalkModel {
  const model = walkModel();
  return walkModel({ at: { step: stepId(model.plan, 'command', true), piece: 0 }, ...change });
}

/** A model on the manual step. */
export function onManual(change: Partial<WalkModel> = {}): WalkModel {
  const model = walkModel();
  return walkModel({ at: { step: stepId(model.plan, 'manual', false), piece: 0 }, ...change });
}

/** The state after one attempt at a step. */
export function ranOnce(step: string): RunState {
  const base = { time: '2026-05-14T21:24:25.000Z', run: 'x', step, piece: 0, attempt: 1 };
  return stateOf([
    { ...base, type: 'step-started', kind: 'command', title: 't', code: 'c' },
    { ...base, type: 'step-finished', status: 'failed', exitCode: 1, durationMs: 3 },
  ]);
}

function stateOf(events: readonly RunEvent[]): RunState {
  return foldAll('x', events);
}

/** All of the command is on screen. */
export const ROOM: Room = { page: 10, codeLines: 3, codeRoom: 10, most: 40, outputRoom: 5, output: outputOf(Array.from({ length: 30 }, (_, i) => `line ${i}`).join('\n')) };
