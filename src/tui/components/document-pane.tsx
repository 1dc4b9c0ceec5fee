import { Box } from 'ink';
import type { JSX } from 'react';
import { doubtsAsked } from '../../walk/index.ts';
import { visible } from '../document/viewport.ts';
import type { Scene } from '../scene/scene.ts';
import { BlockView } from './block-view.tsx';

/** The part of the runbook that is in view. */
export function DocumentPane({ scene }: { readonly scene: Scene }): JSX.Element {
  const { rows, pane, ui } = scene;
  const isGrave = ui.prompt?.kind === 'piece-failed' || (ui.prompt?.kind === 'run-piece' && ui.prompt.ask.key !== 'enter');
  const certain = isGrave ? 'bad' : 'accent';
  const tone = doubtsAsked(ui.prompt).length > 0 ? 'warn' : certain;
  return (
    <Box flexDirection="column" flexShrink={0} width={pane.columns} height={pane.rows} overflow="hidden" aria-label="runbook">
      {visible(rows, ui.reading.top, pane.rows).map(({ block, lines }) => (
        <BlockView key={block} lines={lines} tone={tone} />
      ))}
    </Box>
  );
}
