import { type CommandStep, enclosingSections, type Piece, type ShellComment } from '../../model/index.ts';
import { isForCase } from '../alternatives/index.ts';
import { isExpectationLead } from '../expectations/index.ts';
import type { SectionDraft } from '../sections/index.ts';
import { acts, type DoubtSources, type Found, placeOf } from './sources.ts';
import { asksFirst, isPlainHeading, isPlainLead } from './plain-lead.ts';
import { plainWords } from './plain-words.ts';
import { firstSentence } from '../steps/index.ts';
import { AT_NAME, isExampleLead, isOneWay, OPENS_A_CASE, SOMEWHERE, tellsOnly } from './case-words.ts';
import { eventIn, orderIn } from './gate.ts';
import { verbOf, makes, undoes, unmakes } from './undoes.ts';
import { ASKS, CASE_BELOW, CONDITION_WITHIN, CONDITIONAL_HEADING, CONDITIONAL_START, CONSEQUENCE, EXAMPLE_BELOW, GATE, IN_PARENTHESES, LATER, NO_CONDITION, NOT_TO_RUN, ON_TARGET, USED_WHEN } from './words.ts';

/** A block, or a part of it, that is for one case only: its lead, its list item, its comment or its heading says so. */
export function conditional(sources: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  return fromComments(sources, piece, isConditional) ?? fromLeads(sources, piece, step) ?? fromHeadings(sources, piece);
}

/** What acts, holds no other doubt, and is led to by something else than a plain order. The words of a choice are answered where it is chosen. */
export function leftOpen(sources: DoubtSources, piece: Piece, { alternative, appliesTo }: CommandStep): Found | null {
  if (!acts(piece)) return null;
  const choice = alternative === null ? undefined : sources.alternatives[alternative.group]?.choices[alternative.choice];
  const name = plainWords(choice?.label ?? '');
  const isChosen = (at: number): boolean => choice !== undefined && at <= choice.span.start.offset;
  const holds = (words: string, where: Where): boolean => (name === '' || !words.startsWith(name)) && isLeftOpen(words, where);
  const opening = sources.draft.prose.flatMap((node) => firstSentence(sources.document, node)).filter(({ text }) => OPENS_A_CASE.test(plainWords(text)));
  const lead = [...sources.draft.leads, ...opening].find(({ text, at }) => !isChosen(at) && !isOnTarget(text, appliesTo) && holds(plainWords(text), text.endsWith(':') ? 'lead' : 'sentence'));
  const isOpen = (words: string, section: SectionDraft): boolean => !isChosen(section.headingRange.start) && (holds(words, 'heading') || (choice === undefined && isForCase(sources.sections, section.index)) || AT_NAME.test(words) || (appliesTo.length === 0 && !isPlainHeading(words)) || (piece.effect.effect !== 'changes' && hasTwin(sources.sections, section)));
  return fromComments(sources, piece, holds) ?? (lead === undefined ? null : { text: lead.text, at: lead.at, block: true }) ?? inHeadings(sources, isOpen);
}

/** Whether a section beside this one begins with the same verb: "Restore from the dump" and "Restore with the tool". */
function hasTwin(sections: DoubtSources['sections'], { index, heading, parent, depth }: SectionDraft): boolean {
  const verb = verbOf(heading);
  return verb !== null && sections.some((other) => other.parent === parent && other.depth === depth && other.index !== index && verbOf(other.heading) === verb && !undoes(other.heading, heading));
}

/** Where words stand: in a heading, in a sentence that may be about something else, or in what leads to the command. */
type Where = 'heading' | 'sentence' | 'lead';

/** Whether words leave open whether what acts below them is to run. A gate holds it anyway. */
function isLeftOpen(words: string, where: Where): boolean {
  if (NO_CONDITION.test(words) || CONSEQUENCE.test(words) || orderIn(words) !== null || eventIn(words) !== null) return false;
  return isOneWay(words) || (where !== 'heading' && (SOMEWHERE.test(words) || asksFirst(words))) || (where === 'lead' && !isPlainLead(words));
}

/** Whether the words of a sentence make its piece one for some case only. */
function isConditional(words: string): boolean {
  // An order to stop is a gate, which holds the piece anyway.
  if (NO_CONDITION.test(words) || CONSEQUENCE.test(words) || words.search(GATE) >= 0) return false;
  if (CONDITIONAL_START.test(words) || LATER.test(words) || NOT_TO_RUN.test(words) || IN_PARENTHESES.test(words)) return true;
  const within = CONDITION_WITHIN.exec(words);
  return within !== null && !(/^if/i.test(within[0]) && ASKS.test(words.slice(0, within.index)));
}

/** Whether what acts is an example with values of its own, and no blank to be filled. */
function leadsToExample(words: string, piece: Piece, { shell }: DoubtSources['draft']): boolean {
  return acts(piece) && shell.placeholders.length === 0 && isExampleLead(words);
}

function fromLeads({ draft, before, titled }: DoubtSources, piece: Piece, { appliesTo }: CommandStep): Found | null {
  const isPart = draft.section !== titled && draft.section > 0;
  const lead = draft.leads.find(({ text }) => {
    if (isOnTarget(text, appliesTo)) return false;
    const words = plainWords(text);
    return isConditional(words) || (isPart && USED_WHEN.test(words)) || leadsToExample(words, piece, draft) || before?.leads.some((earlier) => undoes(text, earlier.text)) === true;
  });
  return lead === undefined ? null : { text: lead.text, at: lead.at, block: true };
}

/** "If you are on `web-1`:", where the section is for that target only: the choice of the target decides it. */
function isOnTarget(text: string, targets: CommandStep['appliesTo']): boolean {
  const named = ON_TARGET.exec(text.trim())?.groups?.['target'];
  return named !== undefined && targets.some(({ value }) => value === named);
}

/** The first comment line of the piece, one below it that begins with its case, and comments at the end of its lines; other comment lines speak of other things. */
function fromComments({ draft }: DoubtSources, piece: Piece, holds: (words: string, where: Where) => boolean): Found | null {
  const first = draft.shell.statements.find(({ start }) => start >= piece.start && start < piece.end)?.start ?? piece.end;
  const comments = draft.shell.comments.filter(({ start, text }) => start >= piece.start && start < piece.end && isExpectationLead(text) === null);
  const leading = comments.find(({ ownLine, start }) => ownLine && start < first);
  const above = leading === undefined ? undefined : draft.shell.comments.findLast(({ ownLine, start }) => ownLine && start < piece.start);
  const speaks = (comment: ShellComment): boolean => (holds(plainWords(comment.text), comment === leading ? 'lead' : 'sentence') && !isChoice(comment)) || (comment === leading && above !== undefined && undoes(comment.text, above.text));
  const below = comments.filter(({ ownLine, start, text }) => ownLine && start < first && CASE_BELOW.test(text));
  const found = comments.find((comment) => comment.ownLine && isOfExample(comment, draft)) ?? [leading, ...below, ...comments.filter(({ ownLine }) => !ownLine)].find((comment) => comment !== undefined && speaks(comment));
  return found === undefined ? null : { text: `# ${found.text}`, at: placeOf(draft, found.start) };
}

/** `# or` between two commands makes a choice of them, and no doubt. */
function isChoice({ ownLine, text }: ShellComment): boolean {
  return ownLine && /^or\b/i.test(text);
}

/** Whether a comment calls the command on the next line an example. */
function isOfExample({ text, end }: ShellComment, { shell, code }: DoubtSources['draft']): boolean {
  return EXAMPLE_BELOW.test(text) && shell.statements.some(({ start }) => start > end && /^[ \t]*\n[ \t]*$/.test(code.text.slice(end, start)));
}

/** A heading around the block, but for the one that names the whole file. */
function inHeadings({ sections, titled, draft }: DoubtSources, holds: (words: string, section: SectionDraft) => boolean): Found | null {
  const found = enclosingSections(sections, draft.section).find((section) => section.index !== titled && section.index !== 0 && section.heading !== '' && holds(plainWords(section.heading), section));
  return found === undefined ? null : { text: found.heading, at: found.headingRange.start, section: found.index, block: true };
}

function fromHeadings(sources: DoubtSources, piece: Piece): Found | null {
  const { sections, draft } = sources;
  return inHeadings(sources, (words, { index, heading, parent, depth }) => {
    const isBefore = (other: SectionDraft): boolean => other.index < index && other.parent === parent && other.depth === depth;
    const undone = undoes(heading, sections.findLast(isBefore)?.heading ?? '') || (unmakes(heading) && sections.some((other) => isBefore(other) && makes(other.heading)));
    return isConditional(words) || leadsToExample(words, piece, draft) || (acts(piece) && tellsOnly(words)) || isForOneCase(words) || undone;
  });
}

/** `Restart if stuck`, and not `Check if it is stuck`. */
function isForOneCase(heading: string): boolean {
  const found = CONDITIONAL_HEADING.exec(heading);
  return found !== null && !NO_CONDITION.test(heading) && !(/^\sif/i.test(found[0]) && ASKS.test(heading.slice(0, found.index)));
}
