import { describe, expect, it } from 'vitest';
import { planRun } from '../../../src/plan/index.ts';
import type { ChooseAlternative, EnterParameter, SettleDoubt } from '../../../src/walk/index.ts';
import { rowText } from '../../../src/tui/rows/rows.ts';
import { visible } from '../../../src/tui/document/viewport.ts';
import { keptInView, settledView } from '../../../src/tui/scene/follow.ts';
import type { Scene } from '../../../src/tui/scene/scene.ts';
import type { UiState } from '../../../src/tui/state/ui-state.ts';
import { Prompt } from '../../../src/tui/components/prompt.tsx';
import { frame } from '../frame.tsx';
import { at, pressed, withUi } from '../presses.ts';
import { planOf, runPiece, stepId } from '../scenes.ts';

const CODE = Array.from({ length: 14 }, (_, i) => `echo line ${i} of the long command`);
const plan = planOf(`# R\n\n## Do\n\nOnly if the cache is cold:\n\n\`\`\`bash\n${CODE.join('\n')}\n\`\`\`\n`, undefined);
const held: SettleDoubt = { ...runPiece(plan, 0), kind: 'settle-doubt', doubts: [{ kind: 'conditional', text: 'Only if the cache is cold', line: 5, answers: ['run', 'skip'] }] };
const small = { plan, columns: 40, rows: 12 };

/** The screen with the next question, as it comes up after another. */
function then(before: Scene, change: Partial<UiState>): Scene {
  const next = withUi(before, { ...before.ui, ...change });
  return withUi(next, settledView({ scene: next, before: { block: before.focusBlock, jumped: false, scene: before } }));
}

/** The rows of the document that are in view. */
function shown({ rows, ui, pane }: Scene): string {
  return visible(rows, ui.reading.top, pane.rows).flatMap(({ lines }) => lines.map((line) => ('row' in line ? rowText(line.row) : ''))).join('\n');
}

function readWhole(from: Scene): Scene {
  let now = from;
  for (let page = 0; page < 20 && now.keys.unread; page++) now = pressed(now, 'enter').scene;
  return now;
}

it('a held command that was on screen whole is not read again once it is settled', () => {
  const first = at({ prompt: held }, small);
  expect(first.keys.unread).toBe(true);
  const after = then(readWhole(first), { prompt: runPiece(plan, 0) });
  expect(after.keys.unread).toBe(false);
  expect(after.focusShown).toBe(true);
});

it('and has the rows that its question gives back', () => {
  const below = planOf(`# R\n\n## Do\n\nOnly if the cache is cold:\n\n\`\`\`bash\n${CODE.join('\n')}\n\`\`\`\n\nText below it.\n\nMore text.\n\nAnd more.\n`, undefined);
  const after = then(readWhole(at({ prompt: { ...held, ...runPiece(below, 0), kind: 'settle-doubt', doubts: held.doubts } }, { ...small, plan: below })), { prompt: runPiece(below, 0) });
  expect(visible(after.rows, after.ui.reading.top, after.pane.rows).flatMap(({ lines }) => lines).at(-1)?.kind).toBe('bottom');
});

it('one that was not is read on from where it was', () => {
  const after = then(at({ prompt: held }, small), { prompt: runPiece(plan, 0) });
  expect(after.keys.unread).toBe(true);
});

it('what is new in its frame is read from there', () => {
  const read = readWhole(at({ prompt: runPiece(plan, 0) }, small));
  const edited = planOf(`# R\n\n## Do\n\nOnly if the cache is cold:\n\n\`\`\`bash\n${CODE.with(2, 'echo another').join('\n')}\n\`\`\`\n`, undefined);
  const next = then({ ...read, plan: edited }, { prompt: runPiece(edited, 0) });
  expect(next.keys.unread).toBe(true);
  expect(next.ui.reading.read.row).toBeGreaterThan(2);
});

it('a frame that has room is on screen from its first row, whatever is new in it', () => {
  const short = planOf('# R\n\n## Do\n\nOnly if the cache is cold:\n\n```bash\necho one\n```\n\nText below it.\n\nMore text.\n\nAnd more.\n\nAnd more again.\n', undefined);
  const first = at({ prompt: { ...held, ...runPiece(short, 0), kind: 'settle-doubt', doubts: held.doubts } }, { ...small, plan: short });
  const scrolled = pressed(readWhole(first), 'j', 'j', 'j').scene;
  const after = then(scrolled, { prompt: runPiece(short, 0) });
  expect(after.keys.unread).toBe(false);
  expect(after.ui.reading.top.block < after.focusBlock || after.ui.reading.top.row === 0).toBe(true);
});

it('a command that gave its first rows to a question is on screen whole again once that is closed', () => {
  const short = planOf('# R\n\n## Do\n\nTake it out:\n\n```bash\necho one\necho two\n```\n\nText below it.\n\nMore text.\n\nAnd more.\n', undefined);
  const open = readWhole(at({ prompt: runPiece(short, 0), armed: true }, { ...small, plan: short }));
  const step = (from: Scene, name: string): Scene => {
    const next = pressed(from, name).scene;
    return withUi(next, keptInView(from, next));
  };
  const asked = step(open, ':');
  expect(shown(asked)).not.toContain('echo one');
  expect(shown(step(asked, 'escape'))).toContain('echo one');
});

it('a section that was folded is open once its step is framed, and stays so', () => {
  const two = planOf('# R\n\n## One\n\n```bash\necho one\n```\n\n## Two\n\n```bash\necho two\n```\n', undefined);
  const second = two.runbook.sections.find(({ heading }) => heading === 'Two')!.index;
  const framed = at({ prompt: runPiece(two, 1), armed: true, toggled: new Set([second]) }, { plan: two, columns: 120 });
  expect(shown(framed)).toContain('echo two');
  const again = pressed(withUi(framed, { ...framed.ui, toggled: new Set() }), 'tab', 'G', 'z').scene;
  expect(again.ui.message).toBe('stays open: the framed step is in it');
  expect(shown(again)).toContain('echo two');
});

describe('where a value is typed', () => {
  const valued = planOf('# R\n\n## Do\n\nThe new primary takes writes.\n\n```bash\n# Writes work again\n# on the other side\npsql -h <new-primary> -c "insert into heartbeat default values"\n```\n', undefined);
  const prompt: EnterParameter = { kind: 'enter-parameter', id: 'v', name: 'new-primary', step: stepId(valued, 0), from: 'psql -h <new-primary> -c "insert into heartbeat default values"', line: 10, example: null, pattern: null, secret: false, suggestions: [], was: null };
  const typing = (): Scene => {
    const open = at({ prompt }, { plan: valued, columns: 50, rows: 15 });
    return open.ui.typing ? open : pressed(readWhole(open), 'enter').scene;
  };

  it('the line that it goes into is in view, with what leads to it', () => {
    expect(shown(typing())).toMatch(/takes writes[^]*psql -h <new-primary>/);
  });

  it('which the question does not say again, however many rows there are', () => {
    const asked = (rows: number): string => frame(<Prompt scene={at({ prompt, typing: true }, { plan: valued, columns: 50, rows })} />, 50).replace(/[│\s]+/g, ' ');
    for (const rows of [15, 30]) expect(asked(rows)).toContain('new-primary? line 10 ›');
  });

  it('and stays there when the value is refused', () => {
    const open = typing();
    const refused = withUi(open, { ...open.ui, refused: '"a b" contains spaces; give one plain word (letters, digits and _ . : / @ % + = , -)' });
    expect(refused.pane.rows).toBeLessThan(open.pane.rows);
    expect(shown(withUi(refused, keptInView(open, refused)))).toContain('psql -h <new-primary>');
  });
});

describe('what has to be read after a choice', () => {
  const ways = Array.from({ length: 12 }, (_, i) => `## Option ${i + 1}: way ${i + 1}\n\nWords on way ${i + 1}.\n\n\`\`\`bash\necho way ${i + 1}\n\`\`\`\n`).join('\n');
  const open = planOf(`# R\n\nNow choose.\n\n${ways}`, undefined);
  const choose: ChooseAlternative = { kind: 'choose-alternative', id: 'c', group: 0, name: 'R', line: 5, menu: false, choices: [] };

  it('is what leads to the command, and not the ways that were not taken', () => {
    const before = readWhole(at({ prompt: choose }, { plan: open, columns: 40, rows: 15 }));
    const { plan: chosen } = planRun(open.runbook, { ...open.request, sections: ['Option 11: way 11'] });
    const index = chosen.steps.findIndex(({ included }) => included);
    const after = then({ ...before, plan: chosen }, { prompt: runPiece(chosen, index) });
    expect(shown(after)).toMatch(/Option 11: way 11\n[^]*Words on way 11\.[^]*echo way 11/);
    expect(after.keys.unread).toBe(false);
  });
});

it('what was on screen at the start and while a target was chosen is not read again, but for the command', () => {
  const many = '# R\n\n| App | URL |\n|---|---|\n| shop-a | https://a.example.com |\n| shop-b | https://b.example.com |\n\n## Do\n\nRestart it:\n\n```bash\nheroku ps:restart -a shop-a\n```\n';
  const open = planOf(many, undefined);
  const chosen = planOf(many, 'shop-b');
  const target = { kind: 'choose-target', id: 't', name: 'app', line: 3, choices: ['shop-a', 'shop-b'], production: [] } as const;
  const asked = then(at({ phase: 'briefing', prompt: null }, { plan: open, columns: 60, rows: 16 }), { phase: 'walk', prompt: target });
  const next = then({ ...asked, plan: chosen }, { prompt: runPiece(chosen, 0) });
  expect([next.keys.unread, next.focusShown]).toEqual([false, true]);
  expect(shown(next)).toContain('heroku ps:restart -a shop-b');
  const low = then(at({ phase: 'briefing', prompt: null }, { plan: open, columns: 60, rows: 10 }), { phase: 'walk', prompt: target });
  expect(then({ ...low, plan: chosen }, { prompt: runPiece(chosen, 0) }).keys.unread).toBe(true);
});
