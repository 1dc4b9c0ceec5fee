import { expect, it, onTestFinished } from 'vitest';
import { analyzeShell } from '../../src/shell-syntax/index.ts';
import { rowText } from '../../src/tui/rows/rows.ts';
import { visible } from '../../src/tui/document/viewport.ts';
import { ScreenStore } from '../../src/tui/screen-store.ts';
import { themeFor } from '../../src/tui/theme.ts';
import { runbookOf, TestWalk } from '../walk/walk-of.ts';

function storeOf(made: TestWalk): ScreenStore {
  const store = new ScreenStore({
    walk: made.walk, theme: themeFor({ LANG: 'C.UTF-8', NO_COLOR: '1' }), operator: 'kim', production: null, missing: [], lastRun: null, resumed: null, warnings: [], standing: { kind: 'not-locked' }, readShell: analyzeShell, messages: () => [], webhooks: [],
    perform: () => undefined,
    crashed: (error) => {
      throw error;
    },
  });
  onTestFinished(() => store.dispose());
  return store;
}

function shown(store: ScreenStore): string {
  const { rows, ui, pane } = store.scene();
  return visible(rows, ui.reading.top, pane.rows).flatMap(({ lines }) => lines.map((line) => ('row' in line ? rowText(line.row) : ''))).join('\n');
}

it('what came of a command is in view with the question about it, however often the size changes', async () => {
  const made = new TestWalk(runbookOf(`say ${'a long line of output '.repeat(12)}\n# Expected: 200`, ...Array.from({ length: 8 }, (_, i) => `say ${i}`)));
  const store = storeOf(made);
  store.resize(40, 12);
  expect(await made.after({ kind: 'run' })).toMatchObject({ kind: 'piece-failed' });
  for (const [columns, rows] of [[40, 12], [80, 24], [50, 15], [120, 40], [40, 12]] as const) {
    store.resize(columns, rows);
    expect(shown(store), `${columns}x${rows}`).toContain('check failed: 200');
  }
});

it('and so it is with the question about the row', async () => {
  const made = new TestWalk(runbookOf(...Array.from({ length: 6 }, (_, i) => `say ${i}`)), { row: true });
  const store = storeOf(made);
  await made.after(...Array.from({ length: 6 }, () => ({ kind: 'run' }) as const));
  expect(await made.now()).toMatchObject({ kind: 'record-row' });
  for (const [columns, rows] of [[40, 12], [120, 40], [50, 15]] as const) {
    store.resize(columns, rows);
    expect(shown(store), `${columns}x${rows}`).toMatch(/│ 5\npassed/);
  }
});
