import { exactDuration } from '../durations.ts';
import type { Story, StoryStep } from './types.ts';

/** What happened, in a few sentences for somebody who was not there. */
export function summaryOf(story: Story): readonly string[] {
  const { state } = story;
  const ran = story.steps.filter(({ standing }) => standing !== 'skipped');
  const destroyed = ran.filter(({ effect, moments }) => effect?.effect === 'destroys' && moments.some(({ type }) => type === 'attempt'));
  return [
    ...(state.status === 'failed' && state.reason !== '' ? [`It failed: ${state.reason}.`] : []),
    ...(state.status === 'aborted' ? [`It was aborted${state.reason === '' ? '' : `: ${state.reason}`}${after(ran)}.`] : []),
    ...(state.status === 'running' ? [unfinished(story)] : []),
    ...resumed(story),
    ...(destroyed.length === 0 ? [] : [`${destroyed.length === 1 ? 'One step' : `${destroyed.length} steps`} that ${destroyed.length === 1 ? 'destroys or overwrites' : 'destroy or overwrite'} something ran: ${names(destroyed)}.`]),
    ...(story.notReached.length === 0 || state.status === 'passed' ? [] : [`Not reached: ${story.notReached.join(', ')}.`]),
  ];
}

function unfinished({ steps }: Story): string {
  const last = steps.findLast(({ standing }) => standing === 'not finished');
  return last === undefined ? 'It has no end yet.' : `It has no end yet; "${last.title}" was begun and nothing says how it ended.`;
}

function after(ran: readonly StoryStep[]): string {
  const last = ran.at(-1);
  return last === undefined ? '' : `, after "${last.title}" (${last.standing})`;
}

function resumed({ sittings }: Story): readonly string[] {
  return sittings.slice(1).map(({ from, operator }, index) => {
    const before = sittings[index];
    return before === undefined ? '' : `It was left and taken up again ${exactDuration(from - before.to)} later by ${operator}.`;
  });
}

function names(steps: readonly StoryStep[]): string {
  const most = 5;
  return `${steps.slice(0, most).map(({ title }) => `"${title}"`).join(', ')}${steps.length > most ? ` and ${steps.length - most} more` : ''}`;
}
