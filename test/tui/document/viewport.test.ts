import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/tui/document/lines.ts';
import { hasRead, readOn, seen, settle } from '../../../src/tui/document/reading.ts';
import { bottomOf, clamped, compare, distance, firstRow, lastTop, moved, TOP, visible } from '../../../src/tui/document/viewport.ts';
import type { Rows } from '../../../src/tui/document/viewport.ts';

/** A document of blocks of so many rows. */
function rowsOf(heights: readonly number[]): Rows {
  return { count: heights.length, lines: (block) => Array.from({ length: heights[block] ?? 0 }, (): Line => ({ kind: 'gap' })) };
}

const heights = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 20 }).filter((all) => all.some((height) => height > 0));

describe('the viewport', () => {
  it('moves by rows over blocks, hidden ones too, and stays within', () => {
    const rows = rowsOf([3, 0, 2, 4]);
    expect(moved(rows, TOP, 4)).toEqual({ block: 2, row: 1 });
    expect(moved(rows, { block: 2, row: 1 }, -4)).toEqual(TOP);
    expect(moved(rows, TOP, 100)).toEqual({ block: 3, row: 3 });
    expect(moved(rows, TOP, -1)).toEqual(TOP);
  });

  it('what it shows is as many rows as there is room for, in order', () => {
    fc.assert(fc.property(heights, fc.nat(60), fc.integer({ min: 1, max: 30 }), (all, by, height) => {
      const rows = rowsOf(all);
      const total = all.reduce((sum, each) => sum + each, 0);
      const top = clamped(rows, moved(rows, TOP, by), height);
      const shown = visible(rows, top, height).reduce((sum, { lines }) => sum + lines.length, 0);
      expect(shown).toBe(Math.min(height, total));
      expect(compare(top, lastTop(rows, height))).toBeLessThanOrEqual(0);
      expect(distance(rows, top, bottomOf(rows, top, height), 1000)).toBe(shown);
    }));
  });
});

describe('reading', () => {
  const rows = rowsOf([5, 5, 5, 5, 5, 5]);
  const end = { block: 4, row: 3 };

  it('that ended below a block goes on with the next, so that a small screen never stands still', () => {
    const after = seen(rows, { top: TOP, read: { block: 1, row: 5 } }, { block: 2, row: 0 }, 7);
    expect(after.read).toEqual({ block: 3, row: 2 });
    expect(firstRow(rowsOf([2, 0, 0, 1]), { block: 0, row: 2 })).toEqual({ block: 3, row: 0 });
  });

  it('what does not join on to what was read is not read', () => {
    expect(seen(rows, { top: TOP, read: TOP }, { block: 3, row: 0 }, 10).read).toEqual(TOP);
    expect(seen(rows, { top: TOP, read: TOP }, TOP, 10).read).toEqual({ block: 2, row: 0 });
  });

  it('a way that is longer than the screen is read page by page, each row of it on screen', () => {
    let reading = settle(rows, { top: TOP, read: TOP }, { from: { block: 1, row: 0 }, end, before: TOP }, 6);
    expect(reading.top).toEqual({ block: 1, row: 0 });
    const pages = [reading.top];
    while (!hasRead(reading, end)) {
      reading = readOn(rows, reading, end, 6);
      pages.push(reading.top);
      expect(pages.length).toBeLessThan(10);
    }
    expect(pages).toEqual([{ block: 1, row: 0 }, { block: 2, row: 1 }, { block: 3, row: 2 }]);
  });

  it('a way that fits is shown whole, with what ran above it where there is room', () => {
    expect(settle(rows, { top: TOP, read: TOP }, { from: { block: 4, row: 0 }, end, before: { block: 3, row: 0 } }, 12).top).toEqual({ block: 3, row: 0 });
    expect(settle(rows, { top: TOP, read: TOP }, { from: { block: 4, row: 0 }, end, before: { block: 3, row: 0 } }, 5).top).toEqual({ block: 3, row: 3 });
  });

  it('nothing moves where all of it is in view', () => {
    const top = { block: 2, row: 1 };
    expect(settle(rows, { top, read: TOP }, { from: { block: 4, row: 0 }, end, before: { block: 3, row: 0 } }, 15).top).toEqual(top);
  });
});
