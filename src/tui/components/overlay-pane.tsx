import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { visibleProse } from '../../model/index.ts';
import { getsTerminal, pieceOf, titleAt } from '../../plan/index.ts';
import { frameStyle } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { overlayRows, outputOverlayRows } from '../overlay/overlay-rows.ts';
import { heightOf } from '../prompt/prompt-part.ts';
import { promptRows } from '../sizes.ts';
import { footerRows } from '../scene/footer-keys.ts';
import { outputPlace } from '../state/output-place.ts';
import { overlayRoom, shownOutput } from '../presses/press-overlay.ts';
import type { Scene } from '../scene/scene.ts';
import type { Overlay } from '../state/ui-state.ts';
import { RowText } from './row-text.tsx';

const TITLES: Readonly<Record<Overlay['kind'], string>> = { help: 'Keys', messages: 'Messages', output: 'Output' };

/** Help, the messages or the whole output of a step, over the document. */
export function OverlayPane({ scene, overlay }: { readonly scene: Scene; readonly overlay: Overlay }): JSX.Element {
  const theme = useTheme();
  const { sizes } = scene;
  // What is asked here stands below it.
  const asked = scene.ui.ask === null ? 0 : promptRows(sizes, heightOf(scene.prompt));
  const footer = footerRows(scene.keys, sizes.columns - 2, scene.ui.message).length;
  const room = Math.max(1, overlayRoom(scene) - asked - (footer - 1));
  const { rows, place } = overlay.kind === 'output' ? outputWindow(scene, overlay, room) : listWindow(scene, overlay, room);
  return (
    <Box flexDirection="column" flexShrink={0} height={sizes.rows - sizes.header - footer - asked} borderStyle={frameStyle(theme)} borderDimColor borderBottom={sizes.promptFrame} paddingX={1} aria-label={TITLES[overlay.kind]}>
      <Box flexShrink={0}>
        <Box flexShrink={0}>
          <Text bold>{TITLES[overlay.kind]}</Text>
        </Box>
        <Text {...theme.looks.muted} wrap="truncate">
          {place}
        </Text>
      </Box>
      {(overlay.top === null ? rows.slice(-room) : rows.slice(0, room)).map((row, i) => (
        <RowText key={i} row={row} />
      ))}
    </Box>
  );
}

interface Window {
  readonly rows: ReturnType<typeof overlayRows>;
  readonly place: string;
}

function listWindow(scene: Scene, overlay: Overlay, room: number): Window {
  const rows = overlayRows(scene, overlay);
  const top = overlay.top ?? 0;
  return { rows: rows.slice(top, top + room), place: rows.length > room ? `  ${top + 1} to ${Math.min(rows.length, top + room)} of ${rows.length}` : '' };
}

function outputWindow(scene: Scene, overlay: Overlay, room: number): Window {
  const output = shownOutput(scene);
  if (output === null || output.end === output.first) return { rows: outputOverlayRows([hadTerminal(scene) ? 'It had the terminal; what it showed there was not kept.' : '(no output)'], scene.sizes.columns - 4), place: '' };
  const top = overlay.top ?? Math.max(output.first, output.end - room);
  const rows = outputOverlayRows(output.lines(top, top + room), scene.sizes.columns - 4);
  // Folded lines take several rows; at the end the last ones are shown.
  return { rows, place: `  line ${top + 1} of ${output.end}${output.first > 0 ? `, the first ${output.first} are in the journal` : ''}  ${titleOf(scene)}` };
}

function hadTerminal({ keys }: Scene): boolean {
  const at = outputPlace(keys);
  const piece = at === null ? undefined : pieceOf(keys.plan, at);
  return piece !== undefined && getsTerminal(piece);
}

/** The step whose output is shown: it may be one before that which is asked about. */
function titleOf({ keys }: Scene): string {
  const at = outputPlace(keys);
  return at === null ? '' : visibleProse(titleAt(keys.plan, at));
}
