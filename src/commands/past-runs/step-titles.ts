import type { RunEvent } from '../../events/index.ts';
import { type StepTitles, tellStory } from '../../print/report/index.ts';
import { keptRunbook } from '../../state/index.ts';

/** The titles of a run's steps, from its copy of the runbook; if every step was reached, nothing has to be read. */
export async function stepTitles(folder: string, id: string, events: readonly RunEvent[]): Promise<StepTitles> {
  return titlesIn(() => keptRunbook(folder), id, events);
}

/** The same from a text that is read only where it is needed; `null` if there is none. */
export async function titlesIn(textOf: () => string | null, id: string, events: readonly RunEvent[]): Promise<StepTitles> {
  if (tellStory(id, events).notReached.length === 0) return new Map();
  const text = textOf();
  if (text === null) return new Map();
  const { parseRunbook } = await import('../../parse/index.ts');
  return new Map(parseRunbook(text, { path: 'runbook.md' }).steps.map((step) => [step.id, step.title]));
}
