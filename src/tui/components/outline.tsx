import { Box } from 'ink';
import type { JSX } from 'react';
import { firstInView } from '../rows/first-in-view.ts';
import { outlineItems } from '../document/outline.ts';
import { frameStyle } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import type { Scene } from '../scene/scene.ts';
import { OutlineRow } from './outline-row.tsx';

/** Cells between the outline's frame and the document's. */
const GAP = 1;

/** The sections with their counts, and the steps of the current one; what is current or marked is always in view. */
export function Outline({ scene }: { readonly scene: Scene }): JSX.Element {
  const theme = useTheme();
  const { sizes, pane, view, ui } = scene;
  const items = outlineItems(view);
  const active = ui.pane === 'outline';
  const room = Math.max(1, pane.rows - 2);
  const current = active ? ui.outlineAt : Math.max(0, items.findLastIndex((item) => item.current));
  const first = firstInView(current, room, items.length);
  const { color } = theme.looks.accent;
  return (
    <Box flexDirection="column" flexShrink={0} width={sizes.outline - GAP} marginRight={GAP} height={pane.rows} borderStyle={frameStyle(theme)} borderDimColor={!active} paddingRight={1} {...(active && color !== undefined ? { borderColor: color } : {})} aria-label="outline">
      {items.slice(first, first + room).map((item, i) => (
        <OutlineRow key={first + i} item={item} width={sizes.outline - GAP - 3} marked={active && first + i === ui.outlineAt} />
      ))}
    </Box>
  );
}
