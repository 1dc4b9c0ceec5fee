import { expect, it } from 'vitest';
import { BlockView } from '../../../src/tui/components/block-view.tsx';
import { framedLines, plainLines } from '../../../src/tui/document/lines.ts';
import { row, segment } from '../../../src/tui/rows/rows.ts';
import { frame } from '../frame.tsx';

it('has the mark in its margin, and a frame around what is next', () => {
  const marked = { ...row(segment('true')), mark: segment('✔', 'good') };
  const lines = [{ kind: 'gap' } as const, ...plainLines([marked]), ...framedLines([row(segment('false'))])];
  expect(frame(<BlockView lines={lines} tone="accent" />, 12)).toBe(['', '✔ true', '╭──────────╮', '│ false    │', '╰──────────╯'].join('\n'));
});

it('leaves the frame open where it goes on off the screen', () => {
  const lines = framedLines([row(segment('one')), row(segment('two'))]);
  expect(frame(<BlockView lines={lines.slice(0, -1)} tone="bad" />, 9)).toBe(['╭───────╮', '│ one   │', '│ two   │'].join('\n'));
  expect(frame(<BlockView lines={lines.slice(2)} tone="bad" />, 9)).toBe(['│ two   │', '╰───────╯'].join('\n'));
});
