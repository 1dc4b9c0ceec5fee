import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { isProduction } from '../../context/index.ts';
import { rowText } from '../document/rows.ts';
import { visible } from '../document/viewport.ts';
import { overlayRows } from '../overlay/overlay-rows.ts';
import { footerKeys } from '../state/footer-keys.ts';
import type { Scene } from '../state/scene.ts';

/** The walk for a screen reader: the same text, the question and the keys, line after line, without frames or columns. */
export function Linear({ scene }: { readonly scene: Scene }): JSX.Element {
  const { ui, prompt, keys } = scene;
  const counting = footerKeys(keys, Infinity).flat().map(({ key, label }) => `${key}: ${label}`);
  const lines = [
    ...(ui.overlay === null || ui.overlay.kind === 'output' ? textOf(scene) : overlayRows(scene, ui.overlay).map(rowText)),
    ...targetLine(scene),
    ...prompt.parts.flatMap((part) => part.rows.map(rowText)),
    ...(ui.message === '' ? [] : [ui.message]),
    ...(counting.length === 0 ? [] : [`Keys: ${counting.join(', ')}`]),
  ];
  return (
    <Box flexDirection="column">
      {lines.filter((text) => text.trim() !== '').map((text, i) => (
        <Text key={i}>{text}</Text>
      ))}
    </Box>
  );
}

/** The rows in view; what was read out counts as read. */
function textOf({ rows, ui, pane }: Scene): readonly string[] {
  return visible(rows, ui.reading.top, pane.rows).flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'row' || line.kind === 'framed' ? [rowText(line.row)] : [])));
}

function targetLine({ plan: { target }, production }: Scene): readonly string[] {
  if (target === null) return [];
  return [`Target: ${target.name}${isProduction({ target: target.name, hosts: [], context: [] }, production).yes ? ', production' : ''}`];
}
