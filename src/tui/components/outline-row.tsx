import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { displayWidth } from '../../model/index.ts';
import type { OutlineItem } from '../document/outline.ts';
import { cut, markOf, sign } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';

/** Cells of the cursor, the sign of the state and the blank after it. */
const MARK_CELLS = 3;

/** A section with its progress, or a step with its state. The marked one has a sign too, since not every terminal shows it in reverse. */
export function OutlineRow({ item, width, marked }: { readonly item: OutlineItem; readonly width: number; readonly marked: boolean }): JSX.Element {
  const theme = useTheme();
  const count = item.kind === 'section' && item.of > 0 ? `${item.done}/${item.of}` : '';
  const { text: mark, role } = markOf(theme, item.mark);
  const isOut = item.kind === 'section' && item.mark === 'out';
  const own = isOut ? theme.looks.muted : {};
  const there = item.current ? theme.looks.strong : own;
  const unlike = item.kind === 'step' && item.unlike;
  const room = width - MARK_CELLS - 2 * item.depth - (unlike ? 1 + displayWidth(sign(theme, 'unlike')) : 0) - (count === '' ? 0 : 1 + count.length);
  const look = marked ? theme.looks.selected : there;
  return (
    <Box flexShrink={0} width={width}>
      <Box flexShrink={0}>
        <Text>
          <Text {...theme.looks.accent}>{marked ? sign(theme, 'cursor') : ' '}</Text>
          {'  '.repeat(item.depth)}
          <Text {...theme.looks[role]}>{mark}</Text>{' '}
        </Text>
      </Box>
      <Box flexGrow={1}>
        <Text {...look} wrap="truncate-end">
          {cut(theme, item.text, Math.max(1, room))}
        </Text>
      </Box>
      {unlike ? (
        <Box flexShrink={0}>
          <Text {...theme.looks.bad}> {sign(theme, 'unlike')}</Text>
        </Box>
      ) : null}
      {count === '' ? null : (
        <Box flexShrink={0}>
          <Text {...theme.looks.muted}> {count}</Text>
        </Box>
      )}
    </Box>
  );
}
