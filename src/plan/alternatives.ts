import { matchesGlob, type AlternativeGroup, type Runbook, type Section } from '../model/index.ts';
import { enclosing, findSections, nameSection } from './sections.ts';
import { listed, unknownName } from './problems.ts';
import type { ChosenTarget, PlanProblem, PlanRequest } from './types.ts';

/** What `--section` came to. */
export interface SectionChoices {
  /** By index of the group: the section chosen, and whether `--section` did. */
  readonly chosen: ReadonlyMap<number, { readonly section: number; readonly byTarget: boolean }>;
  /** Sections that `--section` names, by index, with what was given. */
  readonly named: ReadonlyMap<number, string>;
  readonly problems: readonly PlanProblem[];
}

/** Reads the `--section` options: a choice among alternatives, or a section that is out by default. */
export function chooseSections(runbook: Runbook, request: PlanRequest, target: ChosenTarget | null): SectionChoices {
  const named = new Map<number, string>();
  const problems: PlanProblem[] = [];
  for (const wanted of request.sections) {
    const found = findSections(runbook, wanted);
    const problem = sectionProblem(runbook, wanted, found, target);
    if (problem !== null) problems.push(problem);
    else for (const { index } of found) named.set(index, wanted);
  }
  const chosen = new Map<number, { readonly section: number; readonly byTarget: boolean }>();
  for (const group of runbook.alternatives) {
    const given = group.choices.filter((choice) => [...named.keys()].some((index) => enclosing(runbook, index).some((section) => section.index === choice)));
    const [first, second] = given;
    if (first !== undefined && second !== undefined) problems.push(twoChosen(runbook, group, given));
    const section = first ?? onlyForTarget(runbook, group, target);
    if (section !== undefined) chosen.set(group.index, { section, byTarget: first === undefined });
  }
  return { chosen, named, problems };
}

/** The one choice that is for the target, where all say whom they are for. */
function onlyForTarget(runbook: Runbook, group: AlternativeGroup, target: ChosenTarget | null): number | undefined {
  if (target === null) return undefined;
  const globs = group.choices.map((choice) => runbook.sections[choice]?.appliesTo ?? []);
  if (globs.some((list) => list.length === 0)) return undefined;
  const fitting = group.choices.filter((_, index) => globs[index]?.some(({ value }) => matchesGlob(target.name, value)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function sectionProblem(runbook: Runbook, wanted: string, found: readonly Section[], target: ChosenTarget | null): PlanProblem | null {
  const what = `--section "${wanted}"`;
  const headings = sectionChoices(runbook);
  if (found.length === 0) return unknownName('section', what, 'no such section', wanted, headings, 'sections to choose');
  const [first] = found;
  if (found.some(({ heading }) => heading !== first?.heading)) {
    const names = found.map(({ heading }) => heading);
    return { kind: 'section', what, why: `it may be any of ${names.length} sections`, advice: `give one of: ${listed(names.map((name) => `"${name}"`))}`, suggestions: names };
  }
  if (found.some((section) => isOptional(runbook, section, target))) return null;
  const advice = headings.length > 0 ? `to run less, name steps with --only or --from; sections to choose: ${listed(headings)}` : 'to run less, name steps with --only or --from';
  return { kind: 'section', what, why: 'it is in the plan already', advice, suggestions: headings, ...(first === undefined ? {} : { span: first.headingSpan }) };
}

/** Whether a section is out by default, or one choice among several. */
function isOptional(runbook: Runbook, section: Section, target: ChosenTarget | null): boolean {
  return enclosing(runbook, section.index).some(
    ({ index, role, appliesTo }) =>
      role === 'contingency' ||
      runbook.alternatives.some(({ choices }) => choices.includes(index)) ||
      (appliesTo.length > 0 && !appliesTo.some(({ value }) => target !== null && matchesGlob(target.name, value))),
  );
}

/** Headings that `--section` can name: choices and contingencies. */
function sectionChoices(runbook: Runbook): readonly string[] {
  const choices = new Set(runbook.alternatives.flatMap((group) => group.choices));
  return runbook.sections.filter(({ index, role, roleFrom, appliesTo }) => choices.has(index) || (role === 'contingency' && roleFrom !== null) || appliesTo.length > 0).map(({ heading }) => heading);
}

function twoChosen(runbook: Runbook, group: AlternativeGroup, given: readonly number[]): PlanProblem {
  const names = given.map((index) => runbook.sections[index]).flatMap((section) => (section === undefined ? [] : [nameSection(section)]));
  return { kind: 'section', what: '--section', why: `${names.join(' and ')} are alternatives`, advice: 'choose one of them', suggestions: [], span: group.span };
}

/** What an alternative group is called: the heading around it. */
export function groupName(runbook: Runbook, group: AlternativeGroup): string {
  const parent = runbook.sections[group.choices[0] ?? -1]?.parent;
  const heading = parent === null || parent === undefined ? '' : (runbook.sections[parent]?.heading ?? '');
  return heading === '' ? 'alternatives' : heading;
}
