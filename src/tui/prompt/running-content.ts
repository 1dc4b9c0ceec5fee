import { pieceOf, titleAt } from '../../plan/index.ts';
import type { Running } from '../../walk/index.ts';
import { visibleProse } from '../../model/index.ts';
import { segment } from '../rows/rows.ts';
import { sign } from '../glyphs.ts';
import { clockText } from './time-text.ts';
import type { PromptContext } from './prompt-context.ts';
import { type PromptContent, wordsPart } from './prompt-part.ts';

/** What runs, and for how long. */
export function runningContent(running: Running | null, runningMs: number, { plan, theme, width }: PromptContext): PromptContent {
  if (running === null) return { tone: 'muted', parts: [wordsPart('title', [segment(sign(theme, 'more'), 'muted')], width)] };
  const title = titleAt(plan, running);
  const follow = pieceOf(plan, running)?.piece.follow != null ? [segment('  runs until you press x', 'warn')] : [];
  const attempt = running.attempt > 1 ? [segment(`  attempt ${running.attempt}`, 'muted')] : [];
  const time = running.waiting ? '' : `  ${clockText(runningMs)}`;
  return { tone: 'muted', parts: [wordsPart('title', [segment(running.waiting ? 'Waiting for the next attempt: ' : 'Running: ', 'accent'), segment(visibleProse(title), 'strong'), segment(time, 'muted'), ...attempt, ...follow], width)] };
}
