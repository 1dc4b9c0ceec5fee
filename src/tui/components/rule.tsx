import { Text } from 'ink';
import type { JSX } from 'react';
import { sign } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import type { Role } from '../theme.ts';

/** A thin line across the screen. */
export function Rule({ columns, tone }: { readonly columns: number; readonly tone: Role }): JSX.Element {
  const theme = useTheme();
  return <Text {...theme.looks[tone]}>{sign(theme, 'rule').repeat(columns)}</Text>;
}
