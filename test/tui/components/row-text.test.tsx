import { expect, it } from 'vitest';
import { RowText } from '../../../src/tui/components/row-text.tsx';
import { row, segment } from '../../../src/tui/rows/rows.ts';
import { frame } from '../frame.tsx';

it('is one row, whatever the text: what is too wide is cut, what is empty keeps its row', () => {
  expect(frame(<RowText row={row(segment('a '), segment('long row', 'strong'))} />, 6)).toBe('a lon…');
  expect(frame(<RowText row={row()} />, 6)).toBe('');
  expect(frame(<RowText row={{ ...row(segment('x')), mark: segment('✔', 'good') }} margin />, 6)).toBe('✔ x');
});
