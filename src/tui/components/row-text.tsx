import { Text } from 'ink';
import { type JSX, memo } from 'react';
import { drawing } from '../glyphs.ts';
import type { Row, Segment } from '../rows/rows.ts';
import { lookOf, type Theme } from '../theme.ts';
import { useTheme } from '../hooks/use-theme.ts';

/** One row, already folded. If it is still too wide, because the terminal counts a character differently, it is cut, never wrapped. */
export const RowText = memo(function RowText({ row, margin = false }: { readonly row: Row; readonly margin?: boolean }): JSX.Element {
  const theme = useTheme();
  const parts = margin ? [row.mark ?? { text: ' ', roles: [] }, { text: ' ', roles: [] }, ...row.segments] : row.segments;
  return (
    <Text wrap="truncate">
      {parts.length === 0 ? ' ' : parts.map((part, i) => <Part key={i} part={part} theme={theme} />)}
    </Text>
  );
});

function Part({ part, theme }: { readonly part: Segment; readonly theme: Theme }): JSX.Element | string {
  const text = part.drawn === true ? drawing(theme, part.text) : part.text;
  return part.roles.length === 0 ? text : <Text {...lookOf(theme, part.roles)}>{text}</Text>;
}
