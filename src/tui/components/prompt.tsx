import { Box } from 'ink';
import type { JSX } from 'react';
import { frameStyle } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import type { PromptPart } from '../prompt/prompt-part.ts';
import { messagePlace } from '../scene/message-place.ts';
import type { Scene } from '../scene/scene.ts';
import { RowText } from './row-text.tsx';
import { Rule } from './rule.tsx';

/** The question, never cut: in a frame, or below a rule if there are few rows. */
export function Prompt({ scene }: { readonly scene: Scene }): JSX.Element {
  const theme = useTheme();
  const { prompt, sizes, ui } = scene;
  const { color } = theme.looks[prompt.tone];
  const parts = prompt.parts.map((part, i) => <Part key={i} part={part} />);
  if (sizes.promptFrame) {
    return (
      <Box flexDirection="column" flexShrink={0} borderStyle={frameStyle(theme)} paddingX={1} {...(color === undefined ? {} : { borderColor: color })} borderDimColor={prompt.tone === 'muted'} aria-label="question">
        {parts}
      </Box>
    );
  }
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Rule columns={sizes.columns} tone={prompt.tone} message={messagePlace(ui, sizes) === 'rule' ? ui.message : ''} />
      <Box flexDirection="column" flexShrink={0} paddingX={1}>
        {parts}
      </Box>
    </Box>
  );
}

const ROLES = { input: 'textbox', choices: 'listbox' } as const;

function Part({ part }: { readonly part: PromptPart }): JSX.Element {
  const role = part.kind === 'input' || part.kind === 'choices' ? { 'aria-role': ROLES[part.kind] } : {};
  return (
    <Box flexDirection="column" flexShrink={0} {...role}>
      {part.rows.map((row, i) => (
        <RowText key={i} row={row} />
      ))}
    </Box>
  );
}
