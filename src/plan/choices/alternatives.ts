import { type AlternativeGroup, type Choice, enclosingSections, isWithin, matchesGlob, type Runbook, type Section } from '../../model/index.ts';
import { bestMatches, nameSection, quoted } from './sections.ts';
import { listed, unknownName } from '../problems.ts';
import type { ChosenTarget, PlanProblem, PlanRequest } from '../types.ts';

/** What was chosen from a group of alternatives. */
interface Chosen {
  /** Indices of the chosen ones, in order; more than one only for a menu. */
  readonly choices: readonly number[];
  /** Whether the target decided, rather than `--section`. */
  readonly byTarget: boolean;
}

/** The result of the `--section` options. */
export interface SectionChoices {
  /** By index of the group. */
  readonly chosen: ReadonlyMap<number, Chosen>;
  /** The sections named with `--section`, by index, with the given text. */
  readonly named: ReadonlyMap<number, string>;
  readonly problems: readonly PlanProblem[];
}

/** Something that `--section` can name: a section, or an alternative that is not a section. */
interface Named {
  readonly heading: string;
  readonly anchor: string;
  readonly section: Section | null;
  readonly choice: { readonly group: AlternativeGroup; readonly index: number } | null;
}

/** Reads the `--section` options: a choice among alternatives, or a section that is out by default. */
export function chooseSections(runbook: Runbook, request: PlanRequest, target: ChosenTarget | null): SectionChoices {
  const named = new Map<number, string>();
  const chosen = new Map<number, Chosen>();
  const problems: PlanProblem[] = [];
  const picked = new Set<Choice>();
  const names = nameables(runbook);
  for (const wanted of request.sections) {
    const found = bestMatches(names, wanted);
    const problem = sectionProblem(runbook, wanted, found, target);
    if (problem !== null) problems.push(problem);
    for (const { section, choice } of problem === null ? found : []) {
      if (section !== null) named.set(section.index, wanted);
      const own = choice?.group.choices[choice.index];
      if (own !== undefined) picked.add(own);
    }
  }
  for (const group of runbook.alternatives) {
    const given = group.choices.flatMap((choice, index) => (isGiven(runbook, choice, picked, named) ? [index] : []));
    if (given.length > 1 && !group.menu) problems.push(twoChosen(runbook, group, given));
    const choices = group.menu ? given : given.slice(0, 1);
    const forTarget = choices.length > 0 ? undefined : onlyForTarget(runbook, group, target);
    if (choices.length > 0) chosen.set(group.index, { choices, byTarget: false });
    else if (forTarget !== undefined) chosen.set(group.index, { choices: [forTarget], byTarget: true });
  }
  return { chosen, named, problems };
}

function nameables(runbook: Runbook): readonly Named[] {
  const sections = runbook.sections.filter(({ heading }) => heading !== '').map((section): Named => ({ heading: section.heading, anchor: section.anchor, section, choice: null }));
  const choices = runbook.alternatives.flatMap((group) => group.choices.flatMap(({ label }, index): readonly Named[] => [{ heading: label, anchor: '', section: null, choice: { group, index } }]));
  return [...sections, ...choices];
}

/** Whether it, or a section within it, was named. */
function isGiven(runbook: Runbook, choice: Choice, picked: ReadonlySet<Choice>, named: ReadonlyMap<number, string>): boolean {
  const { section } = choice;
  return picked.has(choice) || (section !== null && [...named.keys()].some((index) => isWithin(runbook.sections, index, section)));
}

/** The only alternative for the target, if all of them say which targets they are for. */
function onlyForTarget(runbook: Runbook, group: AlternativeGroup, target: ChosenTarget | null): number | undefined {
  if (target === null) return undefined;
  const globs = group.choices.map(({ section }) => runbook.sections[section ?? -1]?.appliesTo ?? []);
  if (globs.some((list) => list.length === 0)) return undefined;
  const fitting = globs.flatMap((list, index) => (list.some(({ value }) => matchesGlob(target.name, value)) ? [index] : []));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function sectionProblem(runbook: Runbook, wanted: string, found: readonly Named[], target: ChosenTarget | null): PlanProblem | null {
  const what = `--section ${quoted(wanted)}`;
  const headings = sectionChoices(runbook);
  if (found.length === 0) return unknownName('section', what, 'no such section', wanted, headings, 'sections to choose');
  const [first] = found;
  const names = [...new Set(found.map(({ heading }) => heading))];
  if (names.length > 1 && found.some(({ heading, section }) => heading !== first?.heading && !isSame(section, first))) {
    return { kind: 'section', what, why: `it may be any of ${names.length} sections`, advice: `give one of: ${listed(names.map((name) => `"${name}"`))}` };
  }
  if (found.some(({ section, choice }) => choice !== null || (section !== null && isOptional(runbook, section, target)))) return null;
  const advice = headings.length > 0 ? `to run less, name steps with --only or --from; sections to choose: ${listed(headings)}` : 'to run less, name steps with --only or --from';
  return { kind: 'section', what, why: 'it is in the plan already', advice, ...(first?.section == null ? {} : { span: first.section.headingSpan }) };
}

/** A choice that is a section can be named by its words or its heading. */
function isSame(section: Section | null, first: Named | undefined): boolean {
  const own = first?.choice?.group.choices[first.choice.index]?.section ?? first?.section?.index ?? null;
  return section !== null && own === section.index;
}

/** Whether a section is out by default, or one choice among several. */
function isOptional(runbook: Runbook, section: Section, target: ChosenTarget | null): boolean {
  return enclosingSections(runbook.sections, section.index).some(
    ({ index, role, appliesTo }) =>
      role === 'contingency' ||
      runbook.alternatives.some(({ choices }) => choices.some((choice) => choice.section === index)) ||
      (appliesTo.length > 0 && !appliesTo.some(({ value }) => target !== null && matchesGlob(target.name, value))),
  );
}

/** What `--section` can name: choices and contingencies. */
function sectionChoices(runbook: Runbook): readonly string[] {
  const choices = runbook.alternatives.flatMap((group) => group.choices);
  const own = new Set(choices.flatMap(({ section }) => section ?? []));
  const sections = runbook.sections.filter(({ index, role, roleFrom, appliesTo }) => own.has(index) || (role === 'contingency' && roleFrom !== null) || appliesTo.length > 0).map(({ heading, span }) => ({ heading, at: span.start.offset }));
  const parts = choices.filter(({ section }) => section === null).map(({ label, span }) => ({ heading: label, at: span.start.offset }));
  return [...new Set([...sections, ...parts].sort((a, b) => a.at - b.at).map(({ heading }) => heading))];
}

function twoChosen(runbook: Runbook, group: AlternativeGroup, given: readonly number[]): PlanProblem {
  const names = given.flatMap((index) => group.choices[index] ?? []).map((choice) => nameChoice(runbook, choice));
  return { kind: 'section', what: '--section', why: `${names.join(' and ')} are alternatives`, advice: 'choose one of them', span: group.span };
}

/** `"Path A: by hand" (line 40)`. */
export function nameChoice(runbook: Runbook, { section, label, span }: Choice): string {
  const own = runbook.sections[section ?? -1];
  return own === undefined ? `${quoted(label)} (line ${span.start.line})` : nameSection(own);
}

/** Why an alternative is out, once it is known which of its group are in: by their numbers, none if none was wanted. */
export function whyNotChosen(runbook: Runbook, { choices, menu }: AlternativeGroup, chosen: readonly number[]): string {
  if (chosen.length === 0) return choices.length === 1 ? 'this alternative was not wanted' : `none of ${choices.length} alternatives was wanted`;
  if (menu) return `not chosen, one of ${choices.length} options`;
  return `${chosen.flatMap((index) => choices[index] ?? []).map((other) => nameChoice(runbook, other)).join(' and ')} is chosen instead`;
}

/** The name of a group of alternatives: the heading above it. The title is none: it would name all of the file. */
export function groupName({ sections, title }: Runbook, group: AlternativeGroup): string {
  const above = sections[group.section ?? -1];
  return above === undefined || above.heading === '' || above.span.start.offset === title?.span.start.offset ? 'alternatives' : above.heading;
}
