import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { drawing } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { footerRows } from '../scene/footer-keys.ts';
import { messagePlace } from '../scene/message-place.ts';
import type { Scene } from '../scene/scene.ts';

/** The keys that count now, as many as fit; a message for the operator takes room from them while it is shown. */
export function Footer({ scene }: { readonly scene: Scene }): JSX.Element {
  const theme = useTheme();
  const { sizes, ui } = scene;
  return (
    <Box flexDirection="column" flexShrink={0} paddingX={1}>
      {footerRows(scene.keys, sizes.columns - 2, messagePlace(ui, sizes) === 'footer' ? ui.message : '').map(({ message, keys }, row) => (
        <Box key={row} flexShrink={0} height={1}>
          {message === '' ? null : (
            <Text {...theme.looks.warn} wrap="truncate">
              {keys.length === 0 ? message : `${message}  `}
            </Text>
          )}
          {keys.map(({ key, label }, i) => (
            <Text key={i} wrap="truncate">
              {i === 0 ? '' : '  '}
              <Text {...theme.looks.accent} bold>
                {drawing(theme, key)}
              </Text>
              <Text {...theme.looks.muted}>{` ${label}`}</Text>
            </Text>
          ))}
        </Box>
      ))}
    </Box>
  );
}
