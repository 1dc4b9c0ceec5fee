import { Box } from 'ink';
import type { JSX } from 'react';
import { ThemeContext } from '../hooks/use-theme.ts';
import type { Scene } from '../scene/scene.ts';
import { DocumentPane } from './document-pane.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Outline } from './outline.tsx';
import { OverlayPane } from './overlay-pane.tsx';
import { Prompt } from './prompt.tsx';

/** The whole screen: header, outline and document, what is asked, the keys. */
export function Screen({ scene }: { readonly scene: Scene }): JSX.Element {
  const { ui, sizes } = scene;
  return (
    <ThemeContext value={scene.theme}>
      <Box flexDirection="column" width={sizes.columns} height={sizes.rows} flexShrink={0} overflow="hidden">
        <Header scene={scene} />
        {ui.overlay === null ? (
          <>
            <Box flexShrink={0} height={scene.pane.rows}>
              {sizes.outline > 0 ? <Outline scene={scene} /> : null}
              <DocumentPane scene={scene} />
            </Box>
            <Prompt scene={scene} />
          </>
        ) : (
          <>
            <OverlayPane scene={scene} overlay={ui.overlay} />
            {ui.ask === null ? null : <Prompt scene={scene} />}
          </>
        )}
        <Footer scene={scene} />
      </Box>
    </ThemeContext>
  );
}
