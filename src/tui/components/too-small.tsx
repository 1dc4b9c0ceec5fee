import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { LEAST } from '../sizes.ts';

/** Shown if the terminal is too small for anything; then no key runs anything. */
export function TooSmall({ columns, rows }: { readonly columns: number; readonly rows: number }): JSX.Element {
  return (
    <Box width={columns} flexShrink={0}>
      <Text wrap="wrap">{`too small: ${columns}x${rows}, at least ${LEAST.columns}x${LEAST.rows} is needed. Nothing runs until then.`}</Text>
    </Box>
  );
}
