import { expect, it } from 'vitest';
import { OverlayPane } from '../../../src/tui/components/overlay-pane.tsx';
import { Screen } from '../../../src/tui/components/screen.tsx';
import { frame } from '../frame.tsx';
import { pressed, withUi } from '../presses.ts';
import { attempt, planOf, runPiece, scene, stepId } from '../scenes.ts';
import type { SceneParts } from '../scenes.ts';

const plan = planOf();

function over(kind: 'help' | 'messages' | 'output', parts: SceneParts = {}): string {
  const overlay = { kind, top: kind === 'output' ? null : 0, at: 0, search: '' } as const;
  const shown = scene({ plan, columns: 60, rows: 14, ...parts, ui: { prompt: runPiece(plan, 1), overlay } });
  return frame(<OverlayPane scene={shown} overlay={overlay} />, 60);
}

it('says which rows of how many are shown, and first the keys that count now', () => {
  expect(over('help')).toMatch(/^╭─+╮\n│ Keys {2}1 to \d+ of \d+ +│\n│ Now +│\n│ Enter +show what comes before/);
  expect(over('help', { rows: 90 })).toMatch(/│ Now +│[^]*│ e +change the command before it runs[^]*│ To move about +│[^]*│ At other moments +│[^]*│ Enter +begin the run/);
});

it.each([[80, 24], [40, 12]])('its last row can be scrolled to, and its frame is closed where there is room: %ix%i', (columns, rows) => {
  const asked = scene({ plan, columns, rows, ui: { prompt: runPiece(plan, 1), armed: true } });
  const last = frame(<Screen scene={pressed(asked, '?', 'G').scene} />, columns);
  expect(last).toMatch(rows < 20 ? /to (\d+) of \1 [^]*│ w +save the output to a │\n│ +file +│\n Esc close/ : /to (\d+) of \1 [^]*│ w +save the output to a file +│\n╰─+╯\n Esc close/);
});

it('has messages with their whole path', () => {
  expect(over('messages', { messages: [{ path: ['Internal', 'When it starts'], text: 'Rolling back.' }] })).toMatch(/│ Messages +│\n│ ▌ Internal ▸ When it starts +│\n│ ▌ {3}Rolling back\. +│/);
});

it('has the end of the output, or says that there is none', () => {
  const step = stepId(plan, 1);
  expect(over('output', { events: attempt(step), outputs: { [step]: Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n') } })).toMatch(/│ Output {2}line \d+ of 100 {2}Before: echo looking +│\n[^]*│ line 99 +│$/);
  expect(over('output')).toContain('(no output)');
});

it('gives a row to what the operator is told where it takes more than one', () => {
  const step = stepId(plan, 1);
  const parts = { events: attempt(step), outputs: { [step]: Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n') }, columns: 40 };
  const overlay = { kind: 'output', top: null, at: 0, search: '' } as const;
  const shown = scene({ plan, rows: 14, ...parts, ui: { prompt: runPiece(plan, 1), overlay, message: 'saved as runbook-20261128-230943982-2gha-look-1.log' } });
  const text = frame(<Screen scene={shown} />, 40);
  expect(text).toMatch(/│ line 99 +│\n saved as runbook-\S+\n \S+\.log$/);
  expect(text.split('\n')).toHaveLength(13);
});

it.each([[80, 24], [40, 12]])('has the words that are searched for below it while they are typed: %ix%i', (columns, rows) => {
  const step = stepId(plan, 1);
  const parts = { events: attempt(step), outputs: { [step]: Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n') }, columns, rows };
  const overlay = { kind: 'output', top: null, at: 0, search: '' } as const;
  const shown = scene({ plan, ...parts, ui: { prompt: runPiece(plan, 1), overlay, ask: { kind: 'search' }, field: { value: 'line 4', cursor: 6 } } });
  const text = frame(<Screen scene={shown} />, columns);
  expect(text).toMatch(/line 99 [^]*Search the output[^]*› line 4[^]*Enter take {2}Esc close/);
  expect(text.split('\n')).toHaveLength(rows - 1);
});

it('of a command that has not run shows what the one before it wrote, of which the screen has a part', () => {
  const before = stepId(plan, 1);
  const parts = { plan, columns: 80, rows: 24, events: attempt(before), outputs: { [before]: Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n') } };
  const asked = scene({ ...parts, ui: { prompt: runPiece(plan, 2) } });
  expect(frame(<Screen scene={withUi(asked, { ...asked.ui, armed: true })} />, 80)).toContain('o output');
  const { scene: shown } = pressed(withUi(asked, { ...asked.ui, armed: true }), 'o');
  expect(frame(<Screen scene={shown} />, 80)).toMatch(/│ Output {2}line \d+ of 100 {2}Before: echo looking +│[^]*line 99/);
});

it('is not offered where nothing has run', () => {
  const asked = scene({ plan, columns: 80, rows: 24, ui: { prompt: runPiece(plan, 2), armed: true } });
  expect(frame(<Screen scene={asked} />, 80)).not.toContain('o output');
});
