import { Box, Text } from 'ink';
import type { JSX } from 'react';
import cliTruncate from 'cli-truncate';
import { displayWidth, visibleLine } from '../../model/index.ts';
import { isProduction } from '../../context/index.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { timeText } from '../prompt/time-text.ts';
import type { Scene } from '../state/scene.ts';
import { Progress } from './progress.tsx';

/** Title, target, time: production is said in words too. Below it, where there is room, the time against the budget as a bar. */
export function Header({ scene }: { readonly scene: Scene }): JSX.Element {
  const theme = useTheme();
  const { plan, sizes, elapsedMs, ui } = scene;
  const target = targetOf(scene);
  const budgetMs = plan.runbook.budget === null ? null : plan.runbook.budget.seconds * 1000;
  const started = ui.phase !== 'briefing';
  const time = timeText(started ? elapsedMs : null, budgetMs, sizes.columns >= 60);
  const over = budgetMs !== null && elapsedMs > budgetMs;
  const room = sizes.columns - 4 - displayWidth(time) - (target === null ? 0 : displayWidth(target.text) + 4);
  return (
    <Box flexDirection="column" flexShrink={0} height={sizes.header}>
      <Box paddingX={1} flexShrink={0} height={1}>
        <Box flexGrow={1} flexShrink={0}>
          <Text bold>{room < 6 ? '' : cliTruncate(visibleLine(plan.runbook.title?.value ?? plan.runbook.path), room)}</Text>
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

/** The target, loud where it is production. */
function targetOf({ plan, ui, sizes, production: globs }: Scene): { readonly text: string; readonly production: boolean } | null {
  const production = ui.prompt?.kind === 'run-piece' ? ui.prompt.production.yes : isProduction({ target: plan.target?.name ?? null, places: [], context: [] }, globs).yes;
  const name = cliTruncate(visibleLine(plan.target?.name ?? ''), Math.max(8, sizes.columns - 22));
  if (name === '' && !production) return null;
  return { text: production ? `${name} PRODUCTION`.trim() : name, production };
}
