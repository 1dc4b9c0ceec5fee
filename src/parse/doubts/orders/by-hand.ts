import type { ListItem, RootContent } from 'mdast';
import { ALERT, beginningWith, type CodeRange, having, overlap } from '../../../model/index.ts';
import { type Document, rangeOf } from '../../markdown/index.ts';
import { isAboutWhatIsSeen, sentencesOf } from '../../steps/index.ts';
import { readCallout } from '../../sections/index.ts';
import { plainWords, withoutQuotes } from '../plain-words.ts';
import type { DoubtSources, Found } from '../sources.ts';
import { asksFirst, demandsElse, ordersElse } from './asks-first.ts';
import { forbids, saysWhatShouldBe } from './demands.ts';
import { GATE } from './gate-words.ts';
import { asksForPeople, namesAPerson } from './people.ts';
import { BY_A_PERSON, NO_DEED } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/** Orders of two words that ask for none either: "Make a note of the revision", "Check out the docs", "Replace XXX with its number". */
export const NO_DEED_EITHER = /^(?:(?:make (?:a )?note|take (?:a )?note|check out|have a look|take a look|let['’]s)\b|replace\s(?!the\b|an?\b|all\b|both\b|each\b|every\b|it\b|them\b|this\b|that\b)[\w<>-]+\s(?:with|by)\b)/i;
/** What is to be done in one case only is for that case. */
export const IN_ONE_CASE = /^(?:only (?:if|when|once|after)|if|when|should|in case|unless|once(?! more\b))\b/i;
/** What one does in that case is not what stands below: "If the old run is still open, skip this runbook." */
const NOT_THIS = having('skip|stop|abort|do not|don|leave|no need|instead|apply|runbook|playbook|procedure|section', /[,;–—]\s*(?:then\s|please\s|just\s)?(?:skip (?:this|the|it)\b|stop\b|abort\b|leave (?:it|this|them)\b|(?:do not|don['’]t) (?:run|do|use|execute|start|apply|follow|continue|proceed|restart)\b|(?:there (?:is|['’]s) )?no need\b|(?:this|the) (?:runbook|procedure|section) (?:is not|isn['’]t|does not|doesn['’]t)\b|(?:use|follow|run|consult|go to) (?!this\b|these\b)[^.,;:]{2,60}\b(?:instead|runbook|playbook|procedure)\b)/i);

/** Whether a sentence says of one case that what stands below is not for it. An order to stop there is a gate, which asks about it anyway. */
export function leavesOutACase(words: string): boolean {
  return IN_ONE_CASE.test(words) && NOT_THIS.test(words) && GATE.all(words).length === 0;
}

/** "This logs everybody out, so pick a quiet hour." */
export const SO = /[,;]\s(?:so|but)\s|\sso\s(?=(?:please|make (?:sure|certain)|be (?:sure|certain))\b)/i;

/**
 * A sentence of the prose above a block that asks for something to be done or to be so, of which neither the block nor what leads to it speaks: "Give the traffic team a heads-up." above "Restart the workers:".
 * A walk shows it, but nobody reads it in an unattended run, and the command below it acts.
 */
export function askedByHand({ document, draft, before, last, sections, roles }: Pick<DoubtSources, 'document' | 'draft' | 'before' | 'last' | 'sections' | 'roles'>): Found | null {
  const isCheck = roles[draft.section]?.role === 'verification';
  const known = [draft.code.text, sections[draft.section]?.heading ?? '', ...draft.leads.map(({ text }) => text)].join(' ');
  const sentences = (nodes: readonly RootContent[]): DoubtSources['draft']['leads'] => nodes.flatMap(paragraphsOf).flatMap((node) => sentencesOf(document, node));
  // An order to stop is a gate, which holds it anyway.
  const callouts = sentences(calloutsAbove({ document, draft, before, last, sections })).filter(({ text }) => GATE.all(withoutQuotes(text)).length === 0);
  // Below a command, what must be so is a check of that one.
  const above = [...sentences(before?.below ?? []).filter(({ text }) => !isAboutWhatIsSeen(text)), ...sentences(draft.prose), ...callouts];
  const found = above.find(({ text }) => !text.trimEnd().endsWith(':') && !draft.leads.some((lead) => lead.text === text) && (asks(wordsOf(text), known) || (!isCheck && saysWhatShouldBe(fromTheOrder(wordsOf(text))))));
  return found === undefined ? null : { ...found, block: true };
}

/** The quotes and callouts between the command before and this one, in its section or the list items of both and of a step by hand between them, which are no prose of a step: `> Ask the owner.`, `**Warning:** stop the writers.` */
function calloutsAbove({ document, draft, before, last, sections }: Pick<DoubtSources, 'document' | 'draft' | 'before' | 'last' | 'sections'>): readonly RootContent[] {
  const between = { start: before?.range.end ?? 0, end: draft.range.start };
  const items = [...new Set([before?.item ?? null, last?.item ?? null, draft.item])].flatMap((item) => item ?? []);
  const own = (sections[draft.section]?.nodes ?? []).filter(({ type }) => type !== 'list');
  return calloutsIn(document, [...own, ...items], between);
}

/** The quotes and callouts in a part of the file, also in items of lists. */
function calloutsIn(document: Document, nodes: readonly (RootContent | ListItem)[], between: CodeRange): readonly RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'blockquote' && node.type !== 'paragraph' && node.type !== 'list' && node.type !== 'listItem') return [];
    const range = rangeOf(document, node);
    if (range === null || !overlap(range, between)) return [];
    if (node.type === 'list' || node.type === 'listItem') return calloutsIn(document, node.children, between);
    const isWithin = range.start >= between.start && range.end <= between.end;
    return isWithin && (node.type === 'blockquote' || readCallout(document, node, range, 0) !== null) ? [node] : [];
  });
}

function paragraphsOf(node: RootContent): readonly RootContent[] {
  return node.type === 'blockquote' ? node.children : [node];
}

/** The words of a sentence without the mark of its callout. */
export function wordsOf(text: string): string {
  return plainWords(text.replace(ALERT, ''));
}

/** "Before you do this, ask who is logged in." */
const BEFORE_THIS = beginningWith('before', /^before\s(?:you\b|\w+ing\b|this\b|that\b)[^,.:;]*,\s+/i);

function asks(words: string, known: string): boolean {
  if (IN_ONE_CASE.test(words)) return asksTheUnsure(words) || leavesOutACase(words);
  return demandsElse(words, known) || forbids(words, known) || words.split(SO).some((part) => BEFORE_THIS.without(part).split(/\sand\s(?:then\s)?/i).some(asksFirst) || ordersMore(part, known));
}

/** What is said to those who do not know the matter: "If you are unfamiliar with it, ask the lead before restarting." Only who reads it knows whether that is them. */
const FOR_THE_UNSURE = beginningWith('if|when', /^(?:if|when)\s(?:in\s(?:any\s)?doubt|(?:you(?:['’]re|\sare|\sfeel)\s)?(?:at all\s)?(?:un(?:sure|certain|familiar|comfortable|easy)|not\s(?:\w+\s)?(?:sure|certain|familiar|comfortable|confident)|new\b|in\s(?:any\s)?doubt)|you\s(?:do\snot|don['’]t|have\s(?:not|never)|haven['’]t|never)\s(?:know|done|run|used|worked|seen)|this is (?:your|the) first)\b[^,:;]*[,:;]\s(?<deed>.+)$/i);

/** Whether a sentence tells those who are unsure to ask somebody. */
function asksTheUnsure(words: string): boolean {
  const deed = fromTheOrder(FOR_THE_UNSURE.exec(words)?.groups?.['deed'] ?? '');
  return asksForPeople(deed) && namesAPerson(deed);
}

/** What is to be done first is a deed, whatever its verb: "Copy the data first." */
const FIRST = /\s(?:first|beforehand)[\s.!]*$/i;

/** Whether a sentence orders a deed whose verb is not among the words that are known. */
function ordersMore(words: string, known: string): boolean {
  const verb = deedIn(words, known);
  return verb !== null && (!NO_DEED.has(verb) || (FIRST.test(words) && !BY_A_PERSON.has(verb)));
}

/** The same of what is to be done before something else: no more than a look is none. */
export function ordersFirst(words: string, known: string): boolean {
  const verb = deedIn(words, known);
  return verb !== null && !(NO_DEED.has(verb) && BY_A_PERSON.has(verb));
}

function deedIn(words: string, known: string): string | null {
  return NO_DEED_EITHER.test(fromTheOrder(words)) ? null : ordersElse(words, known);
}
