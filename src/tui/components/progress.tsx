import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { type Role } from '../theme.ts';
import { sign } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';

/** A line across the screen: the used part of the budget, or a plain rule without a budget. */
export function Progress({ columns, part }: { readonly columns: number; readonly part: number | null }): JSX.Element {
  const theme = useTheme();
  const used = part === null ? 0 : Math.min(columns, Math.round(part * columns));
  const look = theme.looks[toneOf(part ?? 0)];
  return (
    <Box flexShrink={0} aria-hidden>
      <Text {...look}>{sign(theme, 'full').repeat(used)}</Text>
      <Text {...theme.looks.muted}>{sign(theme, part === null ? 'rule' : 'rest').repeat(columns - used)}</Text>
    </Box>
  );
}

function toneOf(part: number): Role {
  if (part > 1) return 'bad';
  return part > 0.8 ? 'warn' : 'accent';
}
