import { renderToString } from 'ink';
import { describe, expect, it } from 'vitest';
import { planRun } from '../../../src/plan/index.ts';
import type { Standing } from '../../../src/plan-lock/index.ts';
import type { RunEvent } from '../../../src/events/index.ts';
import { displayWidth } from '../../../src/model/index.ts';
import { Screen } from '../../../src/tui/components/screen.tsx';
import { settledView } from '../../../src/tui/scene/follow.ts';
import { type Scene, sceneOf } from '../../../src/tui/scene/scene.ts';
import type { UiState } from '../../../src/tui/state/ui-state.ts';
import type { PieceFailed, Prompt, RecordRow, SettleDoubt } from '../../../src/walk/index.ts';
import { pressed, withUi } from '../presses.ts';
import { attempt, byHand, planOf, runPiece, scene, type SceneParts, stepId } from '../scenes.ts';

const plan = planOf();
const LOOK = stepId(plan, 1);
const CHANGE = stepId(plan, 2);

/** A screen as it is when the prompt has come up after the step before it. */
function drawn(parts: SceneParts, before?: number): { readonly text: string; readonly scene: Scene } {
  const first = scene({ plan, ...parts });
  const ui = settledView({ scene: first, before: { block: before ?? first.focusBlock - 1, jumped: false, scene: null } });
  const settled = sceneOf({ ...first, ui }, first.sizes.columns, first.sizes.rows + 1);
  return { scene: settled, text: renderToString(<Screen scene={settled} />, { columns: first.sizes.columns }) };
}

const failed: PieceFailed = { ...runPiece(plan, 1), kind: 'piece-failed', status: 'failed', exitCode: 127, signal: null, reason: '', checks: [{ index: 0, text: 'looking', kind: 'literal', seen: '', reason: '"looking" is not in the output; the output is empty' }], effect: 'reads', retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] };
const held: SettleDoubt = { ...runPiece(plan, 2), kind: 'settle-doubt', doubts: [{ kind: 'conditional', text: 'Only if the cache is cold', line: 30, answers: ['run', 'skip'] }] };
const row: RecordRow = { kind: 'record-row', id: 'r', path: 'r.md', columns: ['Date', 'Outcome'], cells: [{ column: 'Date', value: 'today', open: false, suggestions: [], above: '' }, { column: 'Outcome', value: '—', open: true, suggestions: ['Success'], above: '' }], unknown: [], unsaid: false };

const PROMPTS: Readonly<Record<string, { readonly prompt: Prompt; readonly wants: readonly string[]; readonly ui?: Partial<UiState> }>> = {
  target: { prompt: { kind: 'choose-target', id: 't', name: 'app', line: 6, choices: ['shop-prod', 'shop-staging'], production: ['shop-prod'] }, ui: { choice: 1 }, wants: ['Which app?', 'shop-prod  production', '❯ shop-staging', 'Enter choose'] },
  parameter: { prompt: { kind: 'enter-parameter', id: 'v', name: 'release', step: CHANGE, from: 'the good release (e.g., `v84`)', line: 30, example: 'v84', pattern: null, secret: false, suggestions: ['v85', 'v84'], was: null }, ui: { field: { value: 'v8', cursor: 2 } }, wants: ['release?', 'never used as a', '› v8', 'Enter answer'] },
  command: { prompt: runPiece(plan, 1), wants: ['echo looking -a shop-prod', 'Step 2 of 4'] },
  destroys: { prompt: runPiece(plan, 2, { effect: 'destroys', effectWord: 'ps:restart', production: { yes: true, why: 'the target shop-prod' }, ask: { key: 'word', word: 'shop-prod', why: 'ps:restart destroys' } }), wants: ['heroku ps:restart -a shop-prod', 'Enter, then shop-prod, runs it', 'PRODUCTION'] },
  manual: { prompt: byHand(plan, 0), wants: ['Tell the team', 'by hand'] },
  doubt: { prompt: held, wants: ['Only if the cache is cold', 'line 30', 'r settle: run it', 's skip'] },
  judge: { prompt: { ...runPiece(plan, 1), kind: 'judge', check: 0, expectation: 'all Running', reason: '', seen: '', attempt: 1 }, wants: ['Check by eye: all Running', 'y yes', 'n no'] },
  failed: { prompt: failed, wants: ['Command failed: exit status 127', 'command not found', 'expected: looking', 'seen:     (no output)', 'r retry'] },
  'failed with ways on': { prompt: { ...failed, values: ['release'], sections: [{ heading: 'If it fails', line: 33 }] }, wants: ['Command failed: exit status 127', 'seen:     (no output)', 'c change release', ': go to "If it fails" (line 33)', 'r retry'] },
  row: { prompt: row, ui: { cells: ['today', '—'], choice: 1 }, wants: ['The history row', 'Date: today', '❯ Outcome: —', 'suggestions: Success', 'Enter write the row'] },
  'end-run': { prompt: { kind: 'end-run', id: 'e', sections: [{ heading: 'Troubleshooting', line: 33 }] }, wants: ['All steps are done', 'not run: "Troubleshooting" (line 33)', 'Enter end the run', ': go there'] },
  finished: { prompt: { kind: 'finished', id: 'f', status: 'passed', counts: { passed: 3, failed: 0, accepted: 1, skipped: 0, unverified: 0 }, outcome: 'Success with 1 accepted failure', reason: '', run: 'x', durationMs: 61_000, next: 'runbook runs report x', row: { status: 'written', text: '', said: 'written to r.md:9', complete: true } }, wants: ['Success with 1 accepted failure', 'written to r.md:9', 'Report: runbook runs report x', 'Enter leave'] },
};

describe.each([[80, 24], [120, 40], [50, 15], [40, 12]])('at %ix%i', (columns, rows) => {
  it.each(Object.keys(PROMPTS))('%s is whole, and nothing is wider or higher than the screen', (name) => {
    const { prompt, wants, ui } = PROMPTS[name]!;
    const { text, scene: settled } = drawn({ columns, rows, ui: { prompt, ...ui }, messages: [] });
    const lines = text.split('\n');
    expect(lines.length).toBeLessThanOrEqual(rows - 1);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    // What is folded is read as one text.
    const told = lines.map((line) => line.replace(/^[│ ]+|[│ ]+$/g, '')).join(' ').replace(/ +/g, ' ');
    // What is not read yet is settled by no key: reading on comes first.
    const waits = prompt.kind === 'settle-doubt' && settled.keys.unread;
    for (const want of waits ? ['Enter read on', ...wants.filter((text) => !text.startsWith('r '))] : wants) expect(told).toContain(want.replace(/ +/g, ' '));
  });

  it('shows the output that a step had, then the prose after it, then the next command', () => {
    const events = attempt(LOOK);
    const outputs = { [LOOK]: Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n') };
    const before = scene({ plan }).blocks.findIndex((block) => block.kind === 'piece' && block.step === LOOK);
    const { text } = drawn({ columns, rows, events, outputs, ui: { prompt: runPiece(plan, 2) } }, before);
    expect(text).toContain('line 39');
    expect(text).toMatch(/… \d+ lines above: o shows all/);
    if (rows >= 24) expect(text).toMatch(/line 39[^]*If nothing answers, stop here\.[^]*heroku ps:restart -a shop-prod/);
    else expect(text).toContain('Enter read on');
  });
});

it.each([[80, 24], [50, 15], [40, 12]])('at %ix%i what leads to a command is read before a value for it is typed, and stays in view while it is', (columns, rows) => {
  const outputs = { [LOOK]: Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n') };
  const before = scene({ plan }).blocks.findIndex((block) => block.kind === 'piece' && block.step === LOOK);
  const { scene: first } = drawn({ columns, rows, events: attempt(LOOK), outputs, ui: { prompt: { ...PROMPTS['parameter']!.prompt, suggestions: ['v85', 'v84', 'v83', 'v82', 'v81'] } as Prompt } }, before);
  const screens = [first];
  while (!screens.at(-1)!.ui.typing) {
    const now = screens.at(-1)!;
    expect(renderToString(<Screen scene={withUi(now, { ...now.ui, armed: true })} />, { columns })).toMatch(now.keys.unread ? /Enter read on/ : /Enter type/);
    screens.push(pressed(now, 'enter').scene);
    expect(screens.length).toBeLessThan(20);
  }
  const texts = screens.map((each) => renderToString(<Screen scene={each} />, { columns }));
  for (const words of ['passed', 'If nothing answers, stop here.', 'This drops carts.']) expect(texts.join('\n')).toContain(words);
  expect(texts.at(-1)).toMatch(/This drops carts\.[^]*release\?[^]*›/);
  // The command that the value goes into is there too, beside the suggestions; nothing of that leaves when one is marked.
  for (const shown of [screens.at(-1)!, pressed(screens.at(-1)!, 'down', 'down').scene]) {
    expect(renderToString(<Screen scene={shown} />, { columns })).toMatch(/This drops carts\.[^]*heroku ps:restart -a[^]*release\?[^]*v84/);
  }
});

it('letters that come before the input is open are no value', () => {
  const outputs = { [LOOK]: Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n') };
  const { scene: first } = drawn({ columns: 40, rows: 12, events: attempt(LOOK), outputs, ui: { prompt: PROMPTS['parameter']!.prompt, armed: true } }, 0);
  expect(first.ui.typing).toBe(false);
  const pasted = pressed(first, { name: 'paste', text: 'v85' });
  expect(pasted.step.ui).toMatchObject({ field: { value: '' }, message: 'paste ignored: nothing is asking for input' });
});

it('frames the next command, marks what ran, folds what is out with its reason', () => {
  const { text } = drawn({ columns: 100, rows: 50, events: attempt(LOOK), outputs: { [LOOK]: 'looking\n' }, ui: { prompt: runPiece(plan, 2) } });
  expect(text).toMatchInlineSnapshot(`
    " Restart the shop                                                                   shop-prod  1:05
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    ╭─────────────────────────╮   Restart the shop
    │ ○ Before            1/2 │
    │   ○ Tell the team in #… │   Owner: ops
    │   ✔ echo looking        │   Last reviewed: 2026-11-20
    │ ▶ Change            0/1 │
    │   ▶ heroku ps:restart   │   App           URL
    │ · Troubleshooting       │   ────────────  ────────────────────────────────
    │                         │   shop-prod     https://shop.example.com
    │                         │   shop-staging  https://shop-staging.example.com
    │                         │
    │                         │   Before
    │                         │
    │                         │ ○ 1. Tell the team in #ops.
    │                         │
    │                         │ ✔ echo looking -a shop-prod
    │                         │   # Expected: looking
    │                         │   │ looking
    │                         │   passed · 1.3 s
    │                         │
    │                         │   If nothing answers, stop here.
    │                         │
    │                         │   Change
    │                         │
    │                         │   │ WARNING: This drops carts.
    │                         │ ╭──────────────────────────────────────────────────────────────────────╮
    │                         │ │ heroku ps:restart -a shop-prod                                       │
    │                         │ │ reads                                                                │
    │                         │ ╰──────────────────────────────────────────────────────────────────────╯
    │                         │
    │                         │   Wait a minute before you go on.
    │                         │
    │                         │   ▸ Troubleshooting  out: "Troubleshooting" (line 33) is a contingency
    │                         │
    │                         │
    │                         │
    │                         │
    │                         │
    │                         │
    │                         │
    │                         │
    │                         │
    │                         │
    ╰─────────────────────────╯
    ╭──────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ Step 3 of 4 · Change: heroku ps:restart                                                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
     Enter run  e edit  s skip  o output  : go to  n note  z fold  ] ahead  [ back  ? help  q quit"
  `);
});

describe('what is not as locked', () => {
  const locked = { by: 'ana', on: '2026-11-01' };
  const differences = [{ path: 'r.md', step: CHANGE, line: 30, kind: 'changed', text: `step \`${CHANGE}\`: was \`reads\`, is \`destroys\` (ps:restart)` }] as const;
  const standing: Standing = { kind: 'differs', locked, differences, read: false };

  it('is said in the briefing, and as locked by whom', () => {
    const { text } = drawn({ columns: 120, rows: 40, standing, ui: { phase: 'briefing' } });
    expect(text).toMatch(/differs from what ana locked on 2026-11-01: line 30: step `change-1`: was `reads`, is `destroys`/);
    expect(drawn({ columns: 120, rows: 40, standing: { kind: 'as-locked', locked }, ui: { phase: 'briefing' } }).text).toContain('as locked on 2026-11-01 by ana');
  });

  it('is marked at its step and in the outline', () => {
    const { text } = drawn({ columns: 100, rows: 40, standing, ui: { prompt: runPiece(plan, 2) } });
    expect(text).toMatch(/│ not as locked: was `reads`, is `destroys` \(ps:restart\) +│/);
    expect(text).toMatch(/▶ heroku ps:restart ≠ │/);
  });
});

it('a section whose parts are ways to choose from says that they are asked, until one is chosen', () => {
  const text = '# R\n\n## Look\n\n```bash\necho look\n```\n\n## Mitigation\n\n### Option A: roll back\n\n```bash\necho back\n```\n\n### Option B: scale out\n\n```bash\necho out\n```\n';
  const open = planOf(text, undefined);
  expect(drawn({ plan: open, columns: 80, rows: 30, ui: { prompt: runPiece(open, 0) } }).text).toContain('▸ Mitigation  a choice, asked when it is reached');
  const none = planRun(open.runbook, { ...open.request, declined: [0] }).plan;
  expect(drawn({ plan: none, columns: 80, rows: 30, ui: { prompt: runPiece(none, 0) } }).text).toMatch(/▸ Mitigation {2}out: none of 2 alternatives was wanted/);
});

describe('the output that the file shows', () => {
  const sampled = planOf('# R\n\n## Look\n\n```console\n$ kubectl get pods\nweb-1 Running\nweb-2 Running\n```\n\n## Then\n\n```sh\necho then\n```\n', undefined);
  const parts = { plan: sampled, events: attempt('look-1'), outputs: { 'look-1': 'web-1 CrashLoopBackOff\n' }, ui: { prompt: runPiece(sampled, 1) } };

  it('stands beside what was written from 100 columns on, below it elsewhere', () => {
    expect(drawn({ ...parts, columns: 100, rows: 30 }).text).toMatch(/│ web-1 CrashLoopBackOff +the runbook shows\n.*passed.* +┊ web-1 Running\n.* +┊ web-2 Running\n/);
    expect(drawn({ ...parts, columns: 80, rows: 30 }).text).toMatch(/│ web-1 CrashLoopBackOff\n +passed.*\n +the runbook shows\n +┊ web-1 Running/);
  });

  it('is not shown again where the same came', () => {
    const same = { ...parts, outputs: { 'look-1': 'web-1 Running\nweb-2 Running \n' }, rows: 30 };
    for (const columns of [80, 100]) expect(drawn({ ...same, columns }).text).toMatch(/│ web-1 Running *\n.*│ web-2 Running *\n.*passed.*\n.*the same as the runbook shows *\n[^┊]*$/);
    // Of output that is cut the screen does not have all.
    expect(drawn({ ...same, columns: 80, rows: 12, outputs: { 'look-1': 'web-1 Running\nweb-2 Running\n' } }).text).not.toContain('…');
  });

  it('stands below the command that has not run', () => {
    expect(drawn({ ...parts, events: [], outputs: {}, columns: 120, rows: 30 }).text).toMatch(/kubectl get pods\n.*the runbook shows\n.*┊ web-1 Running/);
  });
});

describe('what was done by hand elsewhere', () => {
  it('says so, and no time or output', () => {
    const [began, ended] = attempt(LOOK);
    const events = [began!, { ...ended!, type: 'step-finished', exitCode: null, durationMs: 0, reason: 'done by hand: ssh db-1' } as Extract<RunEvent, { type: 'step-finished' }>];
    const { text } = drawn({ columns: 80, rows: 30, events, ui: { prompt: runPiece(plan, 2) } });
    expect(text).toMatch(/^ +done by hand: ssh db-1$/m);
    expect(text).not.toContain('(no output)');
  });
});

it('reminds in one row of a warning that stands above an earlier step', () => {
  const text = `# R\n\n> [!IMPORTANT]\n> ${'Only with the word of the incident commander. '.repeat(4)}\n\n## Do\n\n\`\`\`bash\necho one\n\`\`\`\n\n\`\`\`bash\necho two\n\`\`\`\n`;
  const two = planOf(text, undefined);
  const { callouts } = two.steps[1]!.step;
  const { text: shown } = drawn({ plan: two, columns: 50, rows: 24, events: attempt(stepId(two, 0)), ui: { prompt: runPiece(two, 1, { callouts }) } });
  expect(callouts).toHaveLength(1);
  expect(shown).toMatch(/╭─+╮\n│ IMPORTANT: Only with the word of the … +│\n│ echo two/);
});
