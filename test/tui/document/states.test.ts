import { expect, it } from 'vitest';
import type { RunEvent } from '../../../src/events/index.ts';
import { outlineItems } from '../../../src/tui/document/outline.ts';
import { resultRows } from '../../../src/tui/document/result-rows.ts';
import { rowText } from '../../../src/tui/rows/rows.ts';
import { pieceMark } from '../../../src/tui/document/states.ts';
import type { Judge, PieceFailed } from '../../../src/walk/index.ts';
import { attempt, planOf, runPiece, scene, stepId } from '../scenes.ts';

const plan = planOf('# R\n\n## One\n\n```bash\nping a\n```\n\n## Two\n\n```bash\necho b\n```\n\n## Three\n\n```bash\necho c\n```\n', undefined);
const failed = attempt(stepId(plan, 0), { status: 'failed', exitCode: 1 });
const accepted = [...failed, { ...failed[1]!, accepted: 'known' } as RunEvent];
const asked: PieceFailed = { ...runPiece(plan, 0), kind: 'piece-failed', status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] };

it('an exit status that answers an order to stop is no failure before somebody has said so', () => {
  const gate = { step: stepId(plan, 1), piece: 0, text: 'If it answers, stop here.', line: 9 };
  expect(pieceMark(scene({ plan, events: failed, ui: { prompt: asked } }).view, plan.steps[0]!, 0)).toBe('failed');
  expect(pieceMark(scene({ plan, events: failed, ui: { prompt: { ...asked, gate } } }).view, plan.steps[0]!, 0)).toBe('next');
});

it('a section ends no better than its steps', () => {
  const skipped: RunEvent = { time: '2026-05-14T21:24:25.000Z', run: 'x', type: 'step-skipped', step: stepId(plan, 1), piece: 0, reason: 'no', by: 'operator' };
  const { view } = scene({ plan, events: [...accepted, skipped, ...attempt(stepId(plan, 2))], columns: 100 });
  expect(outlineItems(view).filter(({ kind }) => kind === 'section').map((item) => [item.text, item.mark])).toEqual([['One', 'accepted'], ['Two', 'skipped'], ['Three', 'passed']]);
});

it('a section is not done while it is asked about a step of it that was stopped', () => {
  const stopped = attempt(stepId(plan, 0), { status: 'stopped' });
  const { view } = scene({ plan, events: stopped, ui: { prompt: { ...asked, status: 'stopped', exitCode: null } }, columns: 100 });
  expect(outlineItems(view).slice(0, 2)).toMatchObject([{ kind: 'section', mark: 'next', done: 0, of: 1 }, { kind: 'step', mark: 'stopped' }]);
});

it('what failed and was skipped then keeps its output and how it ended, with the reason below', () => {
  const outputs = { [stepId(plan, 0)]: 'no route to a' };
  const skipped: RunEvent = { time: '2026-05-14T21:24:25.000Z', run: 'x', type: 'step-skipped', step: stepId(plan, 0), piece: 0, reason: 'known', by: 'operator' };
  const { rows, blocks } = scene({ plan, events: [...failed, skipped], outputs });
  const text = blocks.flatMap((_, block) => rows.lines(block).map((line) => ('row' in line ? rowText(line.row) : ''))).join('\n');
  expect(text).toMatch(/ping a\n.*no route to a\n *exit status 1 .*\n *skipped: known/);
});

it('what was skipped and is asked for again is next, and no longer called skipped', () => {
  const skipped: RunEvent = { time: '2026-05-14T21:24:25.000Z', run: 'x', type: 'step-skipped', step: stepId(plan, 0), piece: 0, reason: 'went away', by: 'operator' };
  const { rows, blocks, view } = scene({ plan, events: [skipped], ui: { prompt: runPiece(plan, 0) } });
  expect(pieceMark(view, plan.steps[0]!, 0)).toBe('next');
  expect(outlineItems(view)[0]).toMatchObject({ text: 'One', mark: 'next' });
  expect(blocks.flatMap((_, block) => rows.lines(block).map((line) => ('row' in line ? rowText(line.row) : ''))).join('\n')).not.toContain('skipped');
});

it('what ran in a section that was left out again stays to be seen', () => {
  const left = planOf('# R\n\n## Look\n\n```bash\nping a\n```\n\n## If it fails\n\n```bash\nsay help\n```\n', undefined);
  const told = (events: readonly RunEvent[]): string => {
    const { rows, blocks } = scene({ plan: left, events, outputs: { [stepId(left, 1)]: 'helped' } });
    return blocks.flatMap((_, block) => rows.lines(block).map((line) => ('row' in line ? `${line.row.mark?.text ?? ''} ${rowText(line.row)}` : ''))).join('\n');
  };
  expect(told([])).toMatch(/▸ If it fails {2}out: .*contingency$/);
  expect(told(attempt(stepId(left, 1)))).toMatch(/If it fails\n[^]*✔ say help\n[^]*contingency\n.*helped\n[^]*passed/);
});

it('a section stands one level below the one around it, whatever the levels of their headings', () => {
  const deep = planOf('# R\n\n## One\n\n###### Deep\n\n```bash\nping a\n```\n\n## Two\n', undefined);
  expect(outlineItems(scene({ plan: deep }).view).filter(({ kind }) => kind === 'section').map(({ text, depth }) => `${depth} ${text}`)).toEqual(['0 One', '1 Deep', '0 Two']);
});

it('a command whose check somebody judges, or found not to hold, has not passed', () => {
  const judge: Judge = { ...runPiece(plan, 0), kind: 'judge', check: 0, expectation: 'calm', reason: '', seen: '', attempt: 1 };
  const judged = (status: 'held' | 'failed' | 'unverified'): RunEvent[] => [...attempt(stepId(plan, 0)), { time: '2026-05-14T21:24:25.000Z', run: 'x', type: 'expectation', step: stepId(plan, 0), piece: 0, attempt: 1, index: 0, text: 'calm', kind: 'judgement', status, reason: '', seen: '' }];
  const rows = (status: 'held' | 'failed' | 'unverified', prompt: Judge | null): readonly string[] => resultRows(scene({ plan, events: judged(status) }).state.steps[stepId(plan, 0)]!.pieces[0]!, { wrote: true, interactive: false, asked: prompt }, 80, { unicode: true }).map(rowText);
  const told = (status: 'held' | 'failed' | 'unverified', prompt: Judge | null): string | undefined => rows(status, prompt)[0];
  expect(told('unverified', judge)).toBe('exit status 0 · 1.3 s');
  expect(told('failed', null)).toBe('exit status 0 · 1.3 s');
  expect(told('held', null)).toBe('passed · 1.3 s');
  // Nobody could tell: it is no more than that the command ended well.
  expect(rows('unverified', null)).toEqual(['exit status 0 · 1.3 s', 'not verified: calm']);
  // The question itself has its words; of others that are to be judged they stand here.
  expect(rows('unverified', judge)).toEqual(['exit status 0 · 1.3 s']);
  expect(rows('unverified', { ...judge, check: 1 })[1]).toBe('check by eye: calm');
  const mark = (status: 'held' | 'unverified'): string => pieceMark(scene({ plan, events: judged(status), ui: { prompt: runPiece(plan, 1) } }).view, plan.steps[0]!, 0);
  expect([mark('held'), mark('unverified')]).toEqual(['passed', 'accepted']);
});
