import { isWithin, type SectionRole } from '../../model/index.ts';
import { type Document, rangeOf } from '../markdown/index.ts';
import type { StepDraft } from '../blocks/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { readOffers } from './offers.ts';
import { FACTS_HEADING, MANUAL_ROLES, NUMBERED_HEADING } from './step-words.ts';

/** What is looked at. */
interface Numbered {
  readonly document: Document;
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly SectionRole[];
}

/** A numbered section with prose only is a step by hand if the numbered sections beside it have steps: nobody skips "2." between "1." and "3.". */
export function numberedStep({ document, sections, roles }: Numbered, bySection: readonly (readonly StepDraft[])[], index: number): readonly StepDraft[] {
  const section = sections[index];
  if (section === undefined || !NUMBERED_HEADING.test(section.heading) || !MANUAL_ROLES.has(roles[index] ?? 'procedure')) return [];
  const nodes = section.nodes.filter(({ type }) => type !== 'html' && type !== 'thematicBreak');
  const end = nodes.map((node) => rangeOf(document, node)?.end ?? 0).at(-1);
  const acts = (candidate: number): boolean => sections.some(({ index: inner }) => (bySection[inner]?.length ?? 0) > 0 && isWithin(sections, inner, candidate));
  const hasSteps = sections.some((other) => other.index !== index && other.parent === section.parent && other.depth === section.depth && NUMBERED_HEADING.test(other.heading) && acts(other.index));
  if (end === undefined || FACTS_HEADING.test(section.heading) || acts(index) || !hasSteps) return [];
  const offers = readOffers(document, nodes);
  // A table says how things are, not what to do, and so does what is called "Facts"; one with commands says what to type.
  if (nodes[0]?.type === 'table' && offers.length === 0) return [];
  return [{ kind: 'manual', section: index, title: null, range: { start: section.headingRange.start, end }, prose: [], below: [], pins: {}, item: null, nodes, offers, expectations: [] }];
}
