import { type CommandStep, isForeignScript, type Piece, startsIn } from '../../../model/index.ts';
import { announces, COUNTS, goThroughStages, isForCase, platformOf } from '../../alternatives/index.ts';
import { saysWhatToDo, written } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';
import { asksBefore, asksFirst, asksToLook, demandsElse, eventIn, isAfterDeed, isPlainHeading, isPlainLead, isUnderCircumstance, looksBeforeDeed, orderIn, ordersMoreThanIsRun, needsAPerson, ordersThen, saysToDoIt, saysWhatShouldBe, takesAsGiven } from '../orders/index.ts';
import { plainHeading, plainWords } from '../plain-words.ts';
import { acts, choiceOf, type DoubtSources, type Found, placeOf, textAbove, withoutComments } from '../sources.ts';
import { inComments, inHeadings, isOnTarget, mayBeGate, type Where } from './around-block.ts';
import { namedInCaseList } from './case-list.ts';
import { belowCaseTable, namedInCaseTable } from './case-table.ts';
import { addsRemark, asksInBrackets, WAITS } from './heading-remark.ts';
import { ASKS_HOW_IT_IS, ASKS_WHETHER, AT_NAME, CASE_ENTRY, FOR_ANOTHER, hasOrderBehindClause, IF_ANY, isOneWay, SOMEWHERE, TRIES_ONLY } from './case-words.ts';
import { saidBeside } from './beside.ts';
import { casesAbove, leadsOver, saidOfSection, titleOf, toldBelow } from './above-and-below.ts';
import { givesInput } from './gives-input.ts';
import { isExampleOfAnother } from './filled-in.ts';
import { leadOfOneThing } from './one-thing.ts';
import { inOtherLanguage } from './other-language.ts';
import { isConditional } from './is-conditional.ts';
import { namesALook, orderToLook } from './looks.ts';
import { endsInOtherWay, hasOtherOptions } from './other-options.ts';
import { isForTrial, isRareDeed, isTrial } from './other-deeds.ts';
import { undoes, verbOf } from './undoes.ts';
import { withoutContext } from './without-context.ts';
import { CONSEQUENCE, NO_CONDITION, STRUCK } from './condition-words.ts';

/** What acts, holds no other doubt, and is led to by something else than a plain order. */
export function leftOpen(sources: DoubtSources, piece: Piece, step: CommandStep): Found | null {
  if (!acts(piece)) return null;
  const choice = choiceOf(sources, step);
  const name = plainWords(choice?.label ?? '');
  // What names a choice, and what stands above it, is answered where it is chosen.
  const isAnswered = (at: number): boolean => choice !== undefined && at <= choice.span.start.offset;
  // "Run one of the following:" is a choice where it could be read as one.
  const asksToChoose = (words: string): boolean => announces(words) === 'one';
  const isNamed = (words: string): boolean => (name !== '' && (words.startsWith(name) || platformOf(words)?.label === name)) || (choice !== undefined && asksToChoose(words));
  const look = (words: string): string | null => (piece.effect.effect === 'unknown' ? orderToLook(words) : null);
  const holds = (words: string, where: Where): boolean => !isNamed(words) && (isLeftOpen(words, where, { looks: look(words) !== null, checks: isCheck(sources, piece) }) || (isKnownToAct(piece) && where !== 'heading' && ASKS_HOW_IT_IS.test(words)) || (piece.effect.effect === 'destroys' && (IF_ANY.test(words) || (where !== 'heading' && isForTrial(words)))));
  const code = withoutComments(sources.draft, piece);
  const beginsToAct = actsAtOnce(sources, piece);
  const asks = (words: string): boolean => asksRightAbove(words, code, piece) || saysItIsTried(words, code) || ordersMoreThanIsRun(words, sources) || (beginsToAct && orderIn(words) === null && looksBeforeDeed(words, code, isKnownToAct(piece)));
  // An event of which a gate asks holds it anyway.
  const comesAfter = (words: string, at: number): boolean => {
    const above = (): string => textAbove(sources, at);
    return orderIn(words) === null && eventIn(words) === null && (isAfterDeed(words, above) || [ordersThen, isUnderCircumstance].some((asksMore) => asksMore(words, () => `${code} ${above()}`)));
  };
  // An order to stop is a gate, which holds it anyway.
  const asksLead = (words: string): boolean => orderIn(words) === null && (asks(words) || (piece.effect.effect === 'destroys' && needsAPerson(words, code)));
  const [nearest] = sources.draft.leads;
  const isNoMoreThanALook = piece.effect.effect === 'unknown' && (nearest === undefined || look(plainWords(nearest.text)) !== null);
  const file = sources.sections[sources.titled]?.heading ?? '';
  const isWhole = choice === undefined && holdsSeveral(sources, piece);
  const title = titleOf(sources);
  const isOpenTitle = (text: string): boolean => {
    const words = plainHeading(text);
    return holds(words, 'heading') || !isPlainHeading(words) || addsRemark(text, code);
  };
  const isForFailure = sources.roles[sources.draft.section]?.role === 'contingency';
  const lead = [...sources.draft.leads, ...casesAbove(sources)].find(({ text, at, isTitle = false }) => {
    if (isAnswered(at) || isOnTarget(text, step.appliesTo)) return false;
    const words = plainWords(text);
    if (isForFailure && hasOrderBehindClause(words)) return true;
    if ((isTitle && isOpenTitle(text)) || holds(words, text.endsWith(':') ? 'lead' : 'sentence') || comesAfter(words, at)) return true;
    return text === nearest?.text && (asksLead(words) || givesInput(text, sources.draft) || (isWhole && asksToChoose(words)));
  });
  return (
    inComments(sources, piece, (words, where) => holds(words, where) || asks(words) || comesAfter(words, placeOf(sources.draft, piece.start))) ??
    (lead === undefined ? null : { text: lead.text, at: lead.at, block: true }) ??
    (title !== null && holds(plainWords(title.text), 'lead') ? title : null) ??
    ofOneThing(sources, isAnswered) ??
    sources.byHand() ??
    saidBeside(sources, piece) ??
    inHeadings(sources, (words, section) => {
      if (isAnswered(section.headingRange.start) || (isNoMoreThanALook && namesALook(words))) return false;
      if (section.index === sources.draft.section && (ordersToStop(words, code) || isStruck(sources, section) || (step.appliesTo.length === 0 && addsRemark(words, code)))) return true;
      if ((isRareDeed(words, file) && !COUNTS.test(section.heading) && !speaksOf(name, words)) || (piece.effect.effect === 'destroys' && isTrial(words, file))) return true;
      if (holds(words, 'heading') || AT_NAME.test(words) || (choice === undefined && isForCase(sources.sections, section.index))) return true;
      return (step.appliesTo.length === 0 && (!isPlainHeading(words) || sources.ownCases.has(section.index))) || (piece.effect.effect !== 'changes' && hasTwin(sources.sections, section));
    }) ??
    leadsOver(sources).find(({ text, at }) => !isAnswered(at) && isForOtherCase(plainWords(text))) ??
    (choice === undefined ? hasOtherOptions(sources, piece) : null) ??
    endsInOtherWay(sources, piece) ??
    isExampleOfAnother(sources, piece) ??
    withoutContext(sources, piece) ??
    belowCaseTable(sources) ??
    (choice === undefined ? (namedInCaseTable(sources) ?? namedInCaseList(sources)) : null) ??
    toldBelow(sources) ??
    saidOfSection(sources) ??
    inOtherLanguage(sources)
  );
}

/** Whether the name of what is chosen says the deed that a heading in it begins with: "Decommissioning process" in "Node decommissioning". */
function speaksOf(name: string, heading: string): boolean {
  return name.toLowerCase().includes((/^[a-z]+/i.exec(heading)?.[0] ?? heading).toLowerCase());
}

function ofOneThing(sources: DoubtSources, isAnswered: (at: number) => boolean): Found | null {
  const found = leadOfOneThing(sources);
  return found === null || isAnswered(found.at) ? null : found;
}

/** Whether a heading is an order to stop, or one to wait and no more where the code does not wait: "STOP", "Wait for the green light"; not "Wait for it and restart". */
function ordersToStop(heading: string, code: string): boolean {
  const order = orderIn(heading);
  return order !== null && (order.waits === null || !(WAITS.test(code) || /,|\b(?:and|then)\b/i.test(heading)));
}

function isStruck({ document }: DoubtSources, { headingRange }: SectionDraft): boolean {
  return STRUCK.test(written(document, headingRange).replace(/^[#\s]+|\s+$/g, ''));
}

/** "Dry run:" above a command that is none. */
function saysItIsTried(words: string, code: string): boolean {
  return TRIES_ONLY.test(words) && !/dry|check|plan|simulat|no-?op|what-?if|diff|preview|(?:^|\s)-[nN]\b/i.test(code);
}

/** Whether words right above a command ask for what it does not do. A look is asked for there; what stands further up is looked at by another. */
function asksRightAbove(words: string, code: string, piece: Piece): boolean {
  if (isKnownToAct(piece) && (asksToLook(words) || asksBefore(words, code))) return true;
  return !words.trimEnd().endsWith(':') && !saysWhatToDo(words) && demandsElse(words, code);
}

/** Whether the first command of a piece is known to act, or the only one: it does not look at anything before, nor write down what it has seen. */
function actsAtOnce({ draft: { shell } }: DoubtSources, piece: Piece): boolean {
  const [first, ...others] = shell.commands.filter((command) => startsIn(command, piece));
  const effects = shell.effects.filter((found) => first !== undefined && startsIn(found, first) && !found.word.startsWith('>'));
  return others.length === 0 || effects.some(({ effect }) => effect === 'destroys' || effect === 'changes');
}

/** Whether there is more than one command in a piece. */
function holdsSeveral({ draft: { shell } }: DoubtSources, piece: Piece): boolean {
  return shell.statements.filter((statement) => startsIn(statement, piece)).length > 1;
}

/** Whether a piece is known to do more than look. */
function isKnownToAct({ effect: { effect } }: Piece): boolean {
  return effect === 'destroys' || effect === 'changes';
}

/** Whether a piece of unknown effect stands among the checks: what leads to it says what it shows. */
function isCheck({ roles, draft }: DoubtSources, { effect: { effect } }: Piece): boolean {
  return effect === 'unknown' && roles[draft.section]?.role === 'verification';
}

/** Whether words leave open whether what acts below them is to run. A gate holds it anyway. To look does no harm, whoever may do it: "You can list them with:". */
function isLeftOpen(words: string, where: Where, { looks, checks }: { readonly looks: boolean; readonly checks: boolean }): boolean {
  if (NO_CONDITION.test(words) || CONSEQUENCE.test(words) || isGate(words, where) || saysToDoIt(words)) return false;
  if (isForeignScript(words) || (!looks && isOneWay(words))) return true;
  if (where !== 'heading' && ([ASKS_WHETHER, SOMEWHERE, CASE_ENTRY].some((pattern) => pattern.test(words)) || asksInBrackets(words) || asksFirst(words))) return true;
  if (looks) return false;
  if (checks) return where === 'lead' && (!isPlainHeading(words) || takesAsGiven(words));
  return (where !== 'heading' && saysWhatShouldBe(words)) || (where === 'lead' && !isPlainLead(words));
}

/** Whether a sentence below a block leads to what is for another case: "If that fails:", "On old clusters, use:", "For a fleet-wide restart, run:". */
function isForOtherCase(words: string): boolean {
  return isConditional(words, 'lead') || isOneWay(words) || SOMEWHERE.test(words) || FOR_ANOTHER.test(words);
}

/** Whether words are a gate, or order no more than to wait. */
function isGate(words: string, where: Where): boolean {
  const order = orderIn(words);
  return mayBeGate(where) ? order !== null || eventIn(words) !== null : order !== null && order.waits !== null;
}

/** Whether a section beside this one begins with the same verb: "Restore from the dump" and "Restore with the tool"; not where they go from one environment to the next. */
function hasTwin(sections: DoubtSources['sections'], { index, heading, parent, depth }: SectionDraft): boolean {
  const verb = verbOf(heading);
  if (verb === null) return false;
  const alike = sections.filter((other) => other.parent === parent && other.depth === depth && verbOf(other.heading) === verb);
  return alike.some((other) => other.index !== index && !undoes(other.heading, heading)) && !goThroughStages(alike.map((other) => other.heading));
}
