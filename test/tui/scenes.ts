import { foldAll, type RunEvent } from '../../src/events/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { type Plan, planRun } from '../../src/plan/index.ts';
import type { Standing } from '../../src/plan-lock/index.ts';
import { analyzeShell } from '../../src/shell-syntax/index.ts';
import { outputOf } from '../../src/tui/output/output-buffer.ts';
import type { Message } from '../../src/tui/state/message.ts';
import { type Scene, sceneOf, type SceneSource } from '../../src/tui/scene/scene.ts';
import { INITIAL, type UiState } from '../../src/tui/state/ui-state.ts';
import { themeFor } from '../../src/tui/theme.ts';
import type { DoByHand, RunPiece } from '../../src/walk/index.ts';

/** A runbook of the kinds of things there are, in few lines. */
export const RUNBOOK = `# Restart the shop

**Owner:** ops
**Last reviewed:** 2026-11-20

| App | URL |
|---|---|
| shop-prod | https://shop.example.com |
| shop-staging | https://shop-staging.example.com |

## Before

1. Tell the **team** in \`#ops\`.

\`\`\`bash
echo looking -a shop-prod
# Expected: looking
\`\`\`

If nothing answers, **stop here**.

## Change

> [!WARNING]
> This drops carts.

\`\`\`bash
heroku ps:restart -a shop-prod
\`\`\`

Wait a minute before you go on.

## Troubleshooting

\`\`\`bash
echo out of the plan
\`\`\`
`;

/** The plan of a runbook on a target. */
export function planOf(text = RUNBOOK, target: string | undefined = 'shop-prod', values: Readonly<Record<string, string>> = {}): Plan {
  return planRun(parseRunbook(text, { path: 'r.md' }), { ...(target === undefined ? {} : { target }), values, sections: [], only: [], skip: [], environment: {} }).plan;
}

/** The id of the step at an index. */
export function stepId(plan: Plan, index: number): string {
  const step = plan.steps[index];
  if (step === undefined) throw new Error(`no step ${index}`);
  return step.step.id;
}

/** What is asked about a piece that is about to run. */
export function runPiece(plan: Plan, index: number, change: Partial<RunPiece> = {}): RunPiece {
  const planned = plan.steps[index]!;
  const piece = planned.pieces[change.piece ?? 0]!;
  return {
    kind: 'run-piece', id: `p${index}`, step: planned.step.id, piece: piece.piece.index, title: planned.step.title, section: planned.step.headings, line: planned.step.span.start.line, position: index + 1, of: plan.steps.length,
    code: piece.code.text, original: null, replaced: [], effect: 'reads', effectWord: null, on: null, target: plan.target?.name ?? null, production: { yes: false, why: '' }, context: [], contextChanged: [],
    missingPrograms: [], callouts: [], unboundHosts: [], interactive: null, follow: null, revealing: null, typedThere: [], expectations: [], attempt: 1, ask: { key: 'enter' }, ...change,
  };
}

/** What is asked about a step by hand. */
export function byHand(plan: Plan, index: number): DoByHand {
  const { step } = plan.steps[index]!;
  return { kind: 'do-by-hand', id: `p${index}`, step: step.id, piece: 0, title: step.title, section: step.headings, line: step.span.start.line, position: index + 1, of: plan.steps.length, text: '', offers: [], expectations: [], callouts: [] };
}

/** The events of one attempt at the first piece of a step. */
export function attempt(step: string, change: { readonly exitCode?: number; readonly status?: 'passed' | 'failed' | 'stopped' } = {}): RunEvent[] {
  const base = { time: '2026-05-14T21:24:25.000Z', run: 'x', step, piece: 0, attempt: 1 };
  return [
    { ...base, type: 'step-started', kind: 'command', title: 't', code: 'c' },
    { ...base, type: 'step-finished', status: change.status ?? 'passed', exitCode: change.exitCode ?? 0, durationMs: 1300 },
  ];
}

/** What a scene is made of. */
export interface SceneParts {
  readonly plan?: Plan;
  readonly ui?: Partial<UiState>;
  readonly events?: readonly RunEvent[];
  readonly outputs?: Readonly<Record<string, string>>;
  readonly messages?: readonly Message[];
  readonly webhooks?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  readonly rows?: number;
  readonly standing?: Standing;
  readonly resumed?: string | null;
  /** Values offered for every parameter. */
  readonly suggestions?: readonly string[];
}

/** A screen in the middle of a walk, made up. */
export function scene({ plan = planOf(), ui = {}, events = [], outputs = {}, messages = [], webhooks = [], env = { LANG: 'C.UTF-8', NO_COLOR: '1' }, columns = 80, rows = 24, standing = { kind: 'not-locked' }, resumed = null, suggestions = [] }: SceneParts = {}): Scene {
  const kept = new Map(Object.entries(outputs).map(([step, text]) => [step, outputOf(text)]));
  const source: SceneSource = {
    ui: { ...INITIAL, phase: 'walk', ...ui },
    plan,
    state: foldAll('x', events),
    theme: themeFor(env),
    operator: 'ana',
    production: null,
    missing: [],
    lastRun: null,
    resumed,
    warnings: [],
    standing,
    now: new Date('2026-11-28T00:00:00Z'),
    elapsedMs: 65_000,
    runningMs: 5_000,
    messages: () => messages,
    webhooks,
    output: (step) => kept.get(step) ?? null,
    readShell: analyzeShell,
    mask: (text) => text,
    suggestions: () => suggestions,
  };
  return sceneOf(source, columns, rows);
}
