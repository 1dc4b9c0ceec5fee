import { type CommandStep, lineAt, overlap, type Piece } from '../../../model/index.ts';
import { isTrouble } from '../../alternatives/index.ts';
import { namesTask } from '../../markdown/index.ts';
import { namesWayOut, type SectionDraft } from '../../sections/index.ts';
import { plainHeading, plainWords } from '../plain-words.ts';
import { acts, choiceOf, type DoubtSources, type Found } from '../sources.ts';
import { inComments, inHeadings, isOnTarget } from './around-block.ts';
import { isExampleLead, tellsOnly } from './case-words.ts';
import { goesBack, isOppositeOf, isWayBack, makes, putsBack, putsBackSaved, saves, takesBack, undoes, unmakes } from './undoes.ts';
import { ASKS, CONDITIONAL_HEADING, FORBIDDING, NO_CONDITION, USED_WHEN } from './condition-words.ts';
import { isConditional } from './is-conditional.ts';

/** A block, or a part of it, that is for one case only: its lead, its list item, its comment or its heading says so. */
export function conditional(sources: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  return inConflict(sources) ?? inComments(sources, piece, isConditional) ?? fromLeads(sources, piece, step) ?? fromHeadings(sources, piece);
}

/** A block of one of two versions that a merge left in the file: nobody knows which of them holds. */
function inConflict({ document: { source }, conflicts, draft }: DoubtSources): Found | null {
  const conflict = conflicts.find((each) => overlap(each, draft.range));
  return conflict === undefined ? null : { text: lineAt(source.text, conflict.start).trim(), at: conflict.start, block: true };
}

/** What forbids: "❌ Reboot it". */
const FORBIDS = new RegExp(`^\\s*${FORBIDDING}`, 'u');

/** Whether what acts is an example with values of its own, and no blank to be filled. */
function leadsToExample(words: string, piece: Piece, { shell }: DoubtSources['draft']): boolean {
  return acts(piece) && shell.placeholders.length === 0 && isExampleLead(words);
}

/** Whether a block is the first of a way that is chosen: when that way is used is answered there. */
function opensWay(sources: DoubtSources, step: CommandStep): boolean {
  const { draft, last } = sources;
  const way = choiceOf(sources, step);
  return way !== undefined && (way.section === null || way.section === draft.section) && (last === null || last.range.start < way.span.start.offset);
}

function fromLeads(sources: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  const { sections, draft, before, titled } = sources;
  const isPart = draft.section !== titled && draft.section > 0 && !opensWay(sources, step);
  const found = draft.leads.find((lead) => {
    const { text } = lead;
    if (isOnTarget(text, step.appliesTo)) return false;
    const words = plainWords(text);
    if (FORBIDS.test(text)) return true;
    if (lead.isTitle === true && (namesCase(sources, piece, text, plainHeading(text)) || isTrouble(words) || namesWayOut(words, sections[titled]?.heading ?? ''))) return true;
    return isConditional(words, 'lead') || (isPart && USED_WHEN.test(words)) || leadsToExample(words, piece, draft) || (before !== null && (before.leads.some((earlier) => undoes(text, earlier.text) || putsBackSaved(text, earlier.text, sources)) || (goesBack(text) && !isWayBack(sources))));
  });
  return found === undefined ? null : { text: found.text, at: found.at, block: true };
}

function fromHeadings(sources: DoubtSources, piece: Piece): Found | null {
  const { sections, titled } = sources;
  return inHeadings(sources, (words, { index, heading, parent, depth }) => {
    const isBefore = (other: SectionDraft): boolean => other.index < index && other.parent === parent && other.depth === depth;
    const follows = (holds: (before: string) => boolean): boolean => sections.some((other) => isBefore(other) && holds(other.heading));
    if (namesCase(sources, piece, heading, words) || undoes(heading, sections.findLast(isBefore)?.heading ?? '')) return true;
    if (parent === titled && acts(piece) && isOppositeOf(sections[titled]?.heading ?? '', heading)) return true;
    return (unmakes(heading) && follows(makes)) || (putsBack(heading) && follows(saves) && !namesTask(sections[titled]?.heading ?? ''));
  });
}

/** Whether what a section or a container is called makes it one for some case only. */
function namesCase({ sections, titled, draft }: DoubtSources, piece: Piece, heading: string, words: string): boolean {
  const isAboutThat = takesBack(sections[titled]?.heading ?? '');
  return isConditional(words, 'heading') || leadsToExample(words, piece, draft) || (acts(piece) && (tellsOnly(words) || (!isAboutThat && takesBack(heading)))) || isForOneCase(words);
}

/** `Restart if stuck`, and not `Check if it is stuck`. */
function isForOneCase(heading: string): boolean {
  const found = CONDITIONAL_HEADING.exec(heading);
  return found !== null && !NO_CONDITION.test(heading) && !(/^\sif/i.test(found[0]) && ASKS.test(heading.slice(0, found.index)));
}
