import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { displayWidth } from '../../model/index.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { footerKeys } from '../state/footer-keys.ts';
import type { Scene } from '../state/scene.ts';

/** The keys that count now, as many as fit; a word for the operator takes their place for as long as it stands. */
export function Footer({ scene }: { readonly scene: Scene }): JSX.Element {
  const theme = useTheme();
  const { ui, sizes } = scene;
  const message = ui.message === '' ? null : ui.message;
  const room = sizes.columns - 2 - (message === null ? 0 : displayWidth(message) + 2);
  return (
    <Box flexDirection="column" flexShrink={0} paddingX={1}>
      {footerKeys(scene.keys, room).map((keys, row) => (
        <Box key={row} flexShrink={0} height={1}>
          {message === null || row > 0 ? null : (
            <Text {...theme.looks.warn} wrap="truncate">
              {`${message}  `}
            </Text>
          )}
          {keys.map(({ key, label }, i) => (
            <Text key={i} wrap="truncate">
              {i === 0 ? '' : '  '}
              <Text {...theme.looks.accent} bold>
                {key}
              </Text>
              <Text {...theme.looks.muted}>{` ${label}`}</Text>
            </Text>
          ))}
        </Box>
      ))}
    </Box>
  );
}
