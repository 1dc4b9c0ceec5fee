import { expect, it } from 'vitest';
import { DocumentPane } from '../../../src/tui/components/document-pane.tsx';
import { frame } from '../frame.tsx';
import { byHand, planOf, scene } from '../scenes.ts';

it('shows the rows that the view stands on, and no more than there is room for', () => {
  const top = scene({ rows: 14, ui: { prompt: byHand(planOf(), 0) } });
  const shown = frame(<DocumentPane scene={top} />, 80).split('\n');
  expect(shown).toHaveLength(top.pane.rows);
  expect(shown.slice(0, 4)).toEqual(['  Restart the shop', '', '  Owner: ops', '  Last reviewed: 2026-11-20']);
  const before = top.blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Before');
  const further = scene({ rows: 14, ui: { prompt: byHand(planOf(), 0), reading: { top: { block: before, row: 1 }, read: { block: 0, row: 0 } } } });
  expect(frame(<DocumentPane scene={further} />, 80)).toMatch(/^ {2}Before\n╭─+╮\n│ 1\. Tell the team in #ops\. +│/);
});
