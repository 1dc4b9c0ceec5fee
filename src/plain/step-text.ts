import { plainText } from '../model/index.ts';
import type { Block, Section, Step } from '../model/index.ts';
import type { Plan } from '../plan/index.ts';
import { proseLines, wrapText } from '../print/index.ts';
import type { Paint } from '../print/index.ts';

/** The head of a step: where in the plan it is, what stands between it and the step before, its warnings. */
export function stepText(plan: Plan, id: string, before: string | null, paint: Paint, width: number): string {
  const planned = plan.steps.find(({ step }) => step.id === id);
  if (planned === undefined) return '';
  const { step } = planned;
  const included = plan.steps.filter((each) => each.included);
  const position = included.findIndex((each) => each.step.id === id) + 1;
  const above = plan.steps.find((each) => each.step.id === before)?.step.below ?? [];
  return [
    ...(above.length === 0 ? [] : ['', ...proseLines(above, width)]),
    ...between(plan, before, step).flatMap(({ heading, blocks }) => ['', paint('bold', heading), ...proseLines(blocks, width)]),
    '',
    paint('bold', `[${position}/${included.length}] ${step.headings.join(' › ')}`),
    ...(step.title === step.headings.at(-1) ? [] : [paint('bold', step.title)]),
    ...proseLines(proseOf(step), width),
    ...step.callouts.flatMap(({ severity, text }) => wrapText(paint('yellow', `${severity.toUpperCase()}: ${text}`), width)),
  ].join('\n');
}

/** Sections that stand between two steps and have none of their own; a purpose was told at the start. */
function between({ runbook, steps }: Plan, before: string | null, step: Step): readonly Section[] {
  const from = steps.find((each) => each.step.id === before)?.step.section ?? -1;
  const withSteps = new Set(runbook.steps.map(({ section }) => section));
  return runbook.sections.slice(from + 1, step.section).filter(({ index, depth, role, blocks }) => depth > 1 && !withSteps.has(index) && blocks.length > 0 && role !== 'purpose' && role !== 'history');
}

/** What the title says already is not said again. */
function proseOf(step: Step): readonly Block[] {
  const blocks = step.kind === 'manual' ? [...step.prose, ...step.text] : step.prose;
  return blocks.filter((block) => plainText([block]).replace(/[.:]$/, '') !== step.title);
}
