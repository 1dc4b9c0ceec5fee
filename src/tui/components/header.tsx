import { Box, Text } from 'ink';
import type { JSX } from 'react';
import { displayWidth, visibleLine } from '../../model/index.ts';
import { isProduction } from '../../context/index.ts';
import { cut } from '../glyphs.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { timeText } from '../prompt/time-text.ts';
import type { Scene } from '../scene/scene.ts';
import { Progress } from './progress.tsx';

/** Cells that the title keeps beside a long target. */
const LEAST_TITLE = 10;
const LEAST_NAME = 8;
/** Blanks at both edges and before the time; around the target. */
const MARGINS = 4;
const TARGET_MARGINS = 3;

/** Title, target, time: production is said in words too. Below it, where there is room, the time against the budget as a bar. */
export function Header({ scene }: { readonly scene: Scene }): JSX.Element {
  const theme = useTheme();
  const { plan, sizes, elapsedMs, ui } = scene;
  const budgetMs = plan.runbook.budget === null ? null : plan.runbook.budget.seconds * 1000;
  const started = ui.phase !== 'briefing';
  const time = timeText(started ? elapsedMs : null, budgetMs, sizes.columns >= 60);
  const title = visibleLine(plan.runbook.title?.value ?? plan.runbook.path);
  const beside = sizes.columns - MARGINS - displayWidth(time);
  const target = targetOf(scene, beside - Math.min(displayWidth(title), LEAST_TITLE));
  const over = budgetMs !== null && elapsedMs > budgetMs;
  const room = beside - (target === null ? 0 : displayWidth(target.text) + TARGET_MARGINS);
  return (
    <Box flexDirection="column" flexShrink={0} height={sizes.header}>
      <Box paddingX={1} flexShrink={0} height={1}>
        <Box flexGrow={1} flexShrink={0}>
          <Text bold>{cut(theme, title, Math.max(1, room))}</Text>
        </Box>
        <Box flexShrink={0}>
          {target === null ? null : <Text {...theme.looks[target.production ? 'production' : 'accent']}>{target.production ? ` ${target.text} ` : target.text}</Text>}
          <Text {...theme.looks[over ? 'bad' : 'muted']}>{`  ${time}`}</Text>
        </Box>
      </Box>
      {sizes.header < 2 ? null : <Progress columns={sizes.columns} part={budgetMs === null || budgetMs === 0 ? null : elapsedMs / budgetMs} />}
    </Box>
  );
}

/** The target, loud where it is production, in so many cells: the word is shortened before the name is, and a long name keeps both its ends. */
function targetOf({ plan, ui, theme, keys: { focus }, production: globs }: Scene, room: number): { readonly text: string; readonly production: boolean } | null {
  const commandIs = focus !== null && focus.step === ui.inProduction?.step && focus.piece === ui.inProduction.piece;
  const production = ui.prompt?.kind === 'run-piece' ? ui.prompt.production.yes : commandIs || isProduction({ target: plan.target?.name ?? null, places: [], context: [] }, globs).yes;
  const name = visibleLine(plan.target?.name ?? '');
  if (name === '' && !production) return null;
  const words = production ? ['PRODUCTION', 'PROD'] : [''];
  const textWith = (word: string, cells = displayWidth(name)): string => `${name === '' ? '' : cut(theme, name, cells, { position: 'middle' })} ${word}`.trim();
  const fitting = words.map((word) => textWith(word)).find((text) => displayWidth(text) <= room - TARGET_MARGINS);
  const shortest = words.at(-1) ?? '';
  return { text: fitting ?? textWith(shortest, Math.max(LEAST_NAME, room - TARGET_MARGINS - displayWidth(shortest) - 1)), production };
}
