import { Text } from 'ink';
import type { JSX } from 'react';
import { displayWidth } from '../../model/index.ts';
import { cut, sign } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import type { Role } from '../theme.ts';

/** A thin line across the screen, with a message for the operator in it if there is one. */
export function Rule({ columns, tone, message = '' }: { readonly columns: number; readonly tone: Role; readonly message?: string }): JSX.Element {
  const theme = useTheme();
  const rule = sign(theme, 'rule');
  const said = message === '' ? '' : ` ${cut(theme, message, columns - 3)} `;
  return (
    <Text wrap="truncate">
      {said === '' ? null : <Text {...theme.looks[tone]}>{rule}</Text>}
      {said === '' ? null : <Text {...theme.looks.warn}>{said}</Text>}
      <Text {...theme.looks[tone]}>{rule.repeat(Math.max(0, columns - (said === '' ? 0 : displayWidth(said) + 1)))}</Text>
    </Text>
  );
}
