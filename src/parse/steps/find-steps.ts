import type { StepDraft } from '../blocks/index.ts';
import { ContainersAround } from './containers-around.ts';
import { numberedStep } from './numbered-sections.ts';
import { SectionWalk, type StepSources } from './walk-steps.ts';

/** Finds every step in document order. */
export function findSteps(sources: StepSources): readonly StepDraft[] {
  const around = new ContainersAround(sources.document);
  const bySection = sources.sections.map((section) => new SectionWalk(sources, section, around).walk());
  return bySection.flatMap((drafts, index) => (drafts.length === 0 ? numberedStep(sources, bySection, index) : drafts));
}
