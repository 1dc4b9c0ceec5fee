import { Box } from 'ink';
import { type JSX, memo } from 'react';
import { groupLines, type Line, type LineGroup } from '../document/lines.ts';
import { frameStyle } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { RowText } from './row-text.tsx';

/** The visible part of a block: rows with a margin for its mark, and rows inside the frame of what is next. */
export const BlockView = memo(function BlockView({ lines, tone }: { readonly lines: readonly Line[]; readonly tone: 'accent' | 'warn' | 'bad' }): JSX.Element {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {groupLines(lines).map((group, i) => (group.framed ? <Framed key={i} group={group} tone={tone} /> : <Plain key={i} group={group} />))}
    </Box>
  );
});

function Plain({ group }: { readonly group: LineGroup }): JSX.Element {
  return (
    <Box flexDirection="column" flexShrink={0} paddingRight={1}>
      {group.rows.map((row, i) => (
        <RowText key={i} row={row} margin />
      ))}
    </Box>
  );
}

/** The frame is open at the top or bottom if that side is off the screen. */
function Framed({ group, tone }: { readonly group: LineGroup; readonly tone: 'accent' | 'warn' | 'bad' }): JSX.Element {
  const theme = useTheme();
  const { color } = theme.looks[tone];
  return (
    <Box flexDirection="column" flexShrink={0} borderStyle={frameStyle(theme)} borderTop={group.top} borderBottom={group.bottom} paddingX={1} {...(color === undefined ? {} : { borderColor: color })}>
      {group.rows.map((row, i) => (
        <RowText key={i} row={row} />
      ))}
    </Box>
  );
}
