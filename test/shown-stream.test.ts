import { expect, test } from 'vitest';
import { shownStream } from '../src/shown-stream.ts';

const terminal = (columns: number): NodeJS.WriteStream => ({ columns, write: () => true }) as unknown as NodeJS.WriteStream;

test.each([[0, 80], [40, 40]])('a terminal of %i columns is written to as one of %i', (columns, width) => {
  expect(shownStream(terminal(columns), {}, () => false).columns).toBe(width);
});
