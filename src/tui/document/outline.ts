import { enclosingSections, visibleProse } from '../../model/index.ts';
import { type Plan, type PlannedStep, stepOf } from '../../plan/index.ts';
import type { StepMark } from '../glyphs.ts';
import type { DocumentView } from './document-view.ts';
import { foldsOf, isChoiceAhead, stepsBelow } from './folds.ts';
import { stepMark } from './states.ts';

/** A line of the outline: a section with its counts, or a step in it. */
export type OutlineItem =
  | { readonly kind: 'section'; readonly section: number; readonly depth: number; readonly text: string; readonly done: number; readonly of: number; readonly mark: StepMark; readonly current: boolean }
  | { readonly kind: 'step'; readonly section: number; readonly depth: number; readonly text: string; readonly step: string; readonly mark: StepMark; readonly current: boolean; readonly unlike: boolean };

/** The sections that have a heading, each with how far it is, and their steps: where there is no room for all, those of the section that is next. */
export function outlineItems(view: OutlineView): readonly OutlineItem[] {
  const { plan, outlineRows } = view;
  const some = itemsOf(view, false);
  // No need to make all of a long runbook's to know that they do not fit.
  if (plan.steps.length > outlineRows || some.length > outlineRows) return some;
  const all = itemsOf(view, true);
  return all.length > outlineRows ? some : all;
}

type OutlineView = Pick<DocumentView, 'plan' | 'state' | 'prompt' | 'running' | 'focus' | 'toggled' | 'unlike' | 'outlineRows'>;

function itemsOf(view: OutlineView, withAllSteps: boolean): readonly OutlineItem[] {
  const { plan } = view;
  const { runbook } = plan;
  const folds = foldsOf(plan, view.toggled);
  const at = stepOf(plan, view.focus?.step)?.step.section ?? null;
  const around = at === null ? [] : enclosingSections(runbook.sections, at);
  const below = stepsBelow(plan);
  return runbook.sections.flatMap((section): readonly OutlineItem[] => {
    if (section.depth === 0 || isTitle(plan, section.index)) return [];
    const fold = folds.get(section.index);
    if (fold !== undefined && fold.by !== section.index) return [];
    const own = (below.get(section.index) ?? []).filter(({ included }) => included);
    const marks = own.map((planned) => (isAskedAbout(view, planned) ? 'open' : stepMark(view, planned)));
    const asked = isAskedOf(view, section.index);
    const current = asked || around.includes(section);
    const isChoice = asked || isChoiceAhead(plan, section.index);
    // A section without steps has only words.
    const isOut = !isChoice && (fold?.reason != null || marks.length === 0);
    const mark = isChoice ? untilDone(current) : sectionMark(marks, current);
    const depth = enclosingSections(runbook.sections, section.index).filter((outer) => outer.depth > 0 && !isTitle(plan, outer.index)).length - 1;
    const stepItem = (planned: PlannedStep): OutlineItem => {
      const { id } = planned.step;
      return { kind: 'step', section: section.index, depth: depth + 1, text: visibleProse(ownTitle(planned, section.heading)), step: id, mark: stepMark(view, planned), current: id === view.focus?.step, unlike: view.unlike.has(id) };
    };
    const steps = section.index === at || (withAllSteps && fold === undefined) ? own.filter(({ step }) => step.section === section.index).map(stepItem) : [];
    return [{ kind: 'section', section: section.index, depth, text: visibleProse(section.heading), done: marks.filter(isDone).length, of: own.length, mark: isOut ? 'out' : mark, current }, ...steps];
  });
}

/** Whether it is asked which part of a section is to run. */
function isAskedOf({ plan, prompt }: Pick<DocumentView, 'plan' | 'prompt'>, section: number): boolean {
  return prompt?.kind === 'choose-alternative' && plan.alternatives[prompt.group]?.group.section === section;
}

/** A step's title without that of its section, which stands above it. */
function ownTitle({ step: { title } }: PlannedStep, heading: string): string {
  return title.startsWith(`${heading}: `) ? title.slice(heading.length + 2) : title;
}

const DONE: ReadonlySet<StepMark> = new Set(['passed', 'accepted', 'skipped', 'stopped']);

function isDone(mark: StepMark): boolean {
  return DONE.has(mark);
}

/** Whether it is asked what to do about a step that was stopped. */
function isAskedAbout(view: Pick<DocumentView, 'plan' | 'state' | 'prompt' | 'running' | 'focus'>, planned: PlannedStep): boolean {
  return planned.step.id === view.focus?.step && stepMark(view, planned) === 'stopped';
}

function untilDone(current: boolean): StepMark {
  return current ? 'next' : 'open';
}

/** How a section stands by the marks of its steps: at its end, never better than what came of them. */
function sectionMark(marks: readonly StepMark[], current: boolean): StepMark {
  if (!marks.every(isDone)) return untilDone(current);
  if (marks.every((mark) => mark === 'skipped')) return 'skipped';
  return marks.some((mark) => mark === 'accepted' || mark === 'skipped') ? 'accepted' : 'passed';
}

function isTitle({ runbook: { title, sections } }: Plan, section: number): boolean {
  return title !== null && sections[section]?.headingSpan.start.offset !== undefined && sections[section].heading === title.value && sections[section].depth === 1;
}
