import { type CommandStep, enclosingSections, isOnNextLine, type Piece, type ShellComment, startsIn } from '../../../model/index.ts';
import { joinsWays } from '../../alternatives/index.ts';
import { isExpectationLead } from '../../expectations/index.ts';
import { splitSentences } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';
import { asksFirst } from '../orders/index.ts';
import { plainHeading, plainWords } from '../plain-words.ts';
import { type DoubtSources, type Found, placeOf } from '../sources.ts';
import { goesBack, isWayBack, putsBackSaved, undoes } from './undoes.ts';
import { CASE_BELOW, EXAMPLE_BELOW, ON_TARGET } from './condition-words.ts';

/** Where words stand: in a heading, in a comment at the end of a line or inside a loop, in a sentence that may be about something else, or in what leads to the command. */
export type Where = 'heading' | 'remark' | 'sentence' | 'lead';

/** Whether an order to stop that stands there is a gate: none is read from headings and remarks. */
export function mayBeGate(where: Where): boolean {
  return where === 'sentence' || where === 'lead';
}

/** The first comment line of the piece, one below it that begins with its case or a paragraph of its own, and comments at the end of its lines or between its commands, which title nothing ("# NOTE: only on replicas"); other comment lines speak of other things. */
export function inComments(sources: DoubtSources, piece: Piece, holds: (words: string, where: Where) => boolean): Found | null {
  const { draft, before } = sources;
  const first = draft.shell.statements.find((each) => startsIn(each, piece))?.start ?? piece.end;
  const comments = draft.shell.comments.filter((each) => startsIn(each, piece) && isExpectationLead(each.text) === null);
  const leading = comments.find(({ ownLine, start }) => ownLine && start < first);
  const above = leading === undefined ? undefined : draft.shell.comments.findLast(({ ownLine, start }) => ownLine && start < piece.start);
  // `# or` between two commands makes a choice of them, and no doubt.
  const isChoice = ({ ownLine, text, start, end }: ShellComment): boolean => ownLine && joinsWays(text) && isRightAbove(end, draft) && (draft.shell.statements.some((statement) => statement.start < start) || (before !== null && before.fence === draft.fence));
  const pointsUp = ({ text }: ShellComment): boolean => /^(?:\^|↑|⬆)/.test(text);
  const place = (comment: ShellComment): Where => {
    if (!comment.ownLine || !comment.topLevel || pointsUp(comment)) return 'remark';
    return comment === leading ? 'lead' : 'sentence';
  };
  const takesBack = ({ text }: ShellComment): boolean => (above !== undefined && (undoes(text, above.text) || putsBackSaved(text, above.text, sources))) || (piece.start > 0 && goesBack(text) && !isWayBack(sources));
  const speaks = (comment: ShellComment): boolean => (holds(plainWords(comment.text), place(comment)) && !isChoice(comment)) || (comment === leading && takesBack(comment));
  const opensParagraph = ({ start }: ShellComment): boolean => /\n[ \t]*\n[ \t]*$/.test(draft.code.text.slice(piece.start, start));
  const below = comments.filter((comment) => comment.ownLine && comment.start < first && (CASE_BELOW.test(comment.text) || opensParagraph(comment) || asksFirst(plainWords(comment.text))));
  const found = comments.find((comment) => comment.ownLine && isOfExample(comment, draft)) ?? [leading, ...below, ...comments.filter((comment) => !comment.ownLine || pointsUp(comment) || (comment.start > first && (!comment.topLevel || isRightAbove(comment.end, draft))))].find((comment) => comment !== undefined && speaks(comment));
  const told = found ?? caseAbove(draft, first, holds);
  return told === undefined ? null : { text: `# ${told.text}`, at: placeOf(draft, told.start) };
}

/** What is expected of the command right above, with a case behind it: "# Expected: active. If it is not, restart:". */
function caseAbove({ shell }: DoubtSources['draft'], first: number, holds: (words: string, where: Where) => boolean): ShellComment | undefined {
  const command = shell.statements.findLast(({ start }) => start < first);
  const expected = command === undefined ? undefined : shell.comments.findLast(({ start, text }) => start > command.start && start < first && isExpectationLead(text) !== null);
  if (expected === undefined) return undefined;
  return splitSentences(expected.text).slice(1).some((sentence) => holds(plainWords(sentence), 'sentence')) ? expected : undefined;
}

/** Whether a comment calls the command on the next line an example. */
function isOfExample({ text, end }: ShellComment, { shell, code }: DoubtSources['draft']): boolean {
  return EXAMPLE_BELOW.test(text) && isRightAbove(end, { shell, code });
}

/** Whether the next line after a comment is a command. */
function isRightAbove(end: number, { shell, code }: Pick<DoubtSources['draft'], 'shell' | 'code'>): boolean {
  const next = shell.statements.find(({ start }) => start > end);
  return next !== undefined && isOnNextLine(code.text, end, next.start);
}

/** A heading around the block, but for the one that names the whole file. */
export function inHeadings({ sections, titled, chosen, draft }: DoubtSources, holds: (words: string, section: SectionDraft) => boolean): Found | null {
  const found = enclosingSections(sections, draft.section).find((section) => section.index !== titled && !chosen.has(section.index) && section.index !== 0 && section.heading !== '' && holds(plainHeading(section.heading), section));
  return found === undefined ? null : { text: found.heading, at: found.headingRange.start, section: found.index, block: true };
}

/** "If you are on `web-1`:", where the section is for that target only: the choice of the target decides it. */
export function isOnTarget(text: string, targets: CommandStep['appliesTo']): boolean {
  const named = ON_TARGET.exec(text.trim())?.groups?.['target'];
  return named !== undefined && targets.some(({ value }) => value === named);
}
