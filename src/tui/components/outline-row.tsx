import { Box, Text } from 'ink';
import type { JSX } from 'react';
import type { OutlineItem } from '../document/outline.ts';
import { markOf, sign } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';

/** A section with its progress, or a step with its state. The marked one has a sign too, since not every terminal shows it in reverse. */
export function OutlineRow({ item, width, marked }: { readonly item: OutlineItem; readonly width: number; readonly marked: boolean }): JSX.Element {
  const theme = useTheme();
  const count = item.kind === 'section' && item.of > 0 ? `${item.done}/${item.of}` : '';
  const { text: mark, role } = markOf(theme, item.mark);
  const isOut = item.kind === 'section' && item.mark === 'out';
  const own = isOut ? theme.looks.muted : {};
  const there = item.current ? theme.looks.strong : own;
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
          {item.text}
        </Text>
      </Box>
      {item.kind === 'step' && item.unlike ? (
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
