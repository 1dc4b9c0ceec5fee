import { ALERT, fileOffset, firstIndex, type Gate, oneLine, positionAt } from '../../../model/index.ts';
import type { CommandDraft } from '../../blocks/index.ts';
import { isExpectationLead } from '../../expectations/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import { codeLeftOut, orderedVerb, saysWhatToDo, splitSentences, wordsWithoutCode } from '../../markdown/index.ts';
import { ordersElse } from './asks-first.ts';
import { askedBetween } from './between-sections.ts';
import { ordersFirst } from './by-hand.ts';
import { fromFirstWord, plainWords, withoutQuotes } from '../plain-words.ts';
import { AFTER_EVENT, AFTER_LOOK, BEFORE_GOING_ON, DONE_BY_THEN, ENDS_IN_CASE, EXPLAINS, GATE, GATE_WORD, IS_ENTRY, ON_FAILURE, PREFACE, PREFACE_WORD, STOP_SIGN, TELLS_OF_PROGRAM, TOLD_OF, WITH_SOMEBODY, WORD_OF_PEOPLE } from './gate-words.ts';
import { isForSomeOnly } from './for-some-only.ts';
import { asksForPeople } from './people.ts';
import { demandedApart } from './demanded-apart.ts';
import { BY_A_PERSON } from './person-verbs.ts';
import { notInUseByMetadata, saysNotInUse, titleSaysNotInUse } from './not-in-use.ts';
import { fromTheOrder } from './plain-lead.ts';
import { endsWell, mayTellCase, tellsCase } from './told-cases.ts';
import { type GateSources, isDone } from './gate-sources.ts';
import { ordersWithBlock } from './with-block.ts';

/** Sentences, cells beside a command and comments that tell to stop, to wait or to look, or what to do in one case, in document order. Each holds the next piece that runs. */
export function findGates(sources: GateSources): readonly Gate[] {
  const inProse = gatesInProse(sources);
  const others = [...gatesInTables(sources), ...gatesInComments(sources), ...ofWholeFile(sources), ...byHand(sources), ...demandedElsewhere(sources)];
  if (others.length === 0) return inProse;
  // What is found in more than one way is asked once.
  const all = new Map([...inProse, ...others].toReversed().map((gate) => [`${gate.line} ${gate.text}`, gate]));
  return [...all.values()].toReversed().sort((one, other) => one.offset - other.offset);
}

/** That the file is not followed as it stands, or only in some cases or with the word of somebody, said by its title, its metadata or above its first section: asked once, before the first piece that acts. */
function ofWholeFile(sources: GateSources): readonly Gate[] {
  const { title, metadata, drafts: [first] } = sources;
  if (first === undefined) return [];
  const titled = title !== null && titleSaysNotInUse(title.value) ? { text: title.value, at: title.span.start.offset } : undefined;
  const found = titled ?? notInUseByMetadata(metadata) ?? saidAtTop(sources, first.range.start) ?? saidByHeading(sources, first.range.start);
  return found === undefined ? [] : [toGate(sources, found.text, found.at, DEMAND)];
}

/** Demands that stand apart from what they are for: they hold the first piece that acts, also one above them. */
function demandedElsewhere(sources: GateSources): readonly Gate[] {
  return demandedApart(sources).map(({ text, at }) => ({ ...toGate(sources, text, at, DEMAND), offset: 0, from: 0 }));
}

/** What a person does with a block that nothing runs, or is asked to do between two sections, holds what acts below it. */
function byHand(sources: GateSources): readonly Gate[] {
  return [...ordersWithBlock(sources), ...askedBetween(sources)].map(({ text, at }) => toGate(sources, text.replaceAll('`', ''), at, DEMAND));
}

type Said = Pick<CommandDraft['leads'][number], 'text' | 'at'>;

/** A sentence above the first section and the first step. */
function saidAtTop({ document, paragraphs, sections, title }: GateSources, firstStep: number): Said | undefined {
  const next = sections.find(({ depth, headingRange }) => depth > 0 && headingRange.start !== title?.span.start.offset);
  const end = Math.min(firstStep, next?.range.start ?? Infinity);
  const sentences = paragraphs.filter(({ range }) => range.start < end).flatMap(({ node }) => sentencesOf(document, node));
  return sentences.find(({ text }) => saysNotInUse(text) || isForSomeOnly(plainWords(text)) || (!IS_ENTRY.test(text) && asksForPeople(fromTheOrder(plainWords(text)))));
}

/** A heading above the first step, such as a bold line "DRAFT – do not use". */
function saidByHeading({ sections }: GateSources, firstStep: number): Said | undefined {
  const section = sections.find(({ index, heading, headingRange }) => index > 0 && headingRange.start < firstStep && saysNotInUse(heading));
  return section === undefined ? undefined : { text: section.heading, at: section.headingRange.start };
}

function gatesInProse(sources: GateSources): readonly Gate[] {
  const { paragraphs, drafts, sections, sectionAt } = sources;
  const commands = drafts.filter((draft) => draft.kind === 'command');
  const leads = commands.flatMap((draft) => draft.leads.map(({ at }) => ({ at, draft }))).sort((a, b) => a.at - b.at);
  const afterFirst = commands[0]?.range.end ?? Number.POSITIVE_INFINITY;
  return paragraphs.flatMap(({ node, range }) => {
    const words = wordsWithoutCode(node).replace(ALERT, '');
    const tellsCases = range.start >= afterFirst && isDone(sources.roles[sectionAt(range.start)]) && mayTellCase(words);
    if (!(GATE_WORD.test(words) || PREFACE_WORD.test(words) || tellsCases) || EXPLAINS.test(sections[sectionAt(range.start)]?.heading ?? '')) return [];
    const sentences = splitSentences(words.replace(/\s+/g, ' '));
    // Whether a sentence that leads to a block is for one case is read with the block.
    const block = leads[firstIndex(leads, ({ at }) => at >= range.start)];
    const isLead = tellsCases && (block?.at ?? range.end) < range.end;
    const code = codeLeftOut(node).values();
    return sentences.flatMap((sentence, index): readonly Gate[] => {
      const text = sentence.replaceAll('``', () => code.next().value ?? '…');
      const isCase = tellsCases && !(isLead && index === sentences.length - 1) && tellsCase(sentence);
      const order = orderIn(sentence) ?? eventIn(sentence) ?? (asksBeforeGoingOn(text, block !== undefined && block.at < range.end ? block.draft : null) ? DEMAND : null) ?? (isCase || isPreface(sentence) ? IN_CASE : null);
      return order === null ? [] : [toGate(sources, text, range.start, order)].map((gate) => (sentence.endsWith(':') && block !== undefined && block.at < range.end ? leadingTo(block.draft, gate, sentence) : gate));
    });
  });
}

/** Whether a sentence asks for a deed before one goes on, which the block that it leads to does not do. */
function asksBeforeGoingOn(text: string, block: CommandDraft | null): boolean {
  const deed = BEFORE_GOING_ON.exec(plainWords(text))?.groups?.['deed'] ?? '';
  if (block === null || !block.shell.effects.every(({ effect }) => effect === 'reads')) return ordersFirst(deed, block?.code.text ?? '');
  return ordersFirst(deed, '') && !BY_A_PERSON.has(orderedVerb(deed) ?? '');
}

/** Whether a sentence makes all that follows one thing for some case: "The steps below are optional." */
function isPreface(sentence: string): boolean {
  return !sentence.endsWith(':') && PREFACE.test(plainWords(sentence));
}

/** A wait that leads to a block: for what a look shows it holds what acts below the look, and for what the block does all that comes after it. */
function leadingTo({ code, shell, range }: CommandDraft, gate: Gate, sentence: string): Gate {
  if (gate.waits === null) return gate;
  if (shell.effects.every(({ effect }) => effect === 'reads')) return { ...gate, acts: true };
  const deed = /^(?<deed>.*?)\bwait\b/i.exec(plainWords(sentence))?.groups?.['deed'] ?? '';
  return saysWhatToDo(deed) && ordersElse(deed, code.text) === null ? { ...gate, from: range.end } : gate;
}

/** What stands beside the command of a row: "Wait for the drain", "Get the approval of the lead". It comes before the command, in whichever column it stands. */
function gatesInTables(sources: GateSources): readonly Gate[] {
  return sources.drafts.flatMap((draft) => (draft.kind !== 'command' || draft.from !== 'table' ? [] : draft.leads.flatMap(({ text }): readonly Gate[] => {
    const order = orderIn(text) ?? eventIn(text);
    return order === null ? [] : [leadingTo(draft, toGate(sources, text, draft.range.start, order), text)];
  })));
}

function gatesInComments(sources: GateSources): readonly Gate[] {
  return sources.drafts.flatMap((draft) => (draft.kind !== 'command' ? [] : draft.shell.comments.flatMap(({ text, ownLine, topLevel, start }): readonly Gate[] => {
    const order = ownLine && topLevel ? orderInComment(text, draft.shell.statements.some((statement) => statement.start < start)) : null;
    return order === null ? [] : [toGate(sources, `# ${text}`, fileOffset(draft.code, start), { ...order, acts: order.waits !== null })];
  })));
}

function toGate({ document, sectionAt }: GateSources, text: string, offset: number, order: Order): Gate {
  const waits = isForPeople(text) ? null : order.waits;
  return { text: oneLine(text), line: positionAt(document.source, offset).line, offset, from: offset, section: sectionAt(offset), ...order, waits, endsWell: endsWell(text) };
}

/** Whether what is waited for is the word of somebody, which no command waits for. */
function isForPeople(text: string): boolean {
  const words = plainWords(text);
  return WORD_OF_PEOPLE.test(words) || asksForPeople(fromTheOrder(words));
}

type Order = Pick<Gate, 'waits' | 'acts' | 'inCase'>;

const STOP: Order = { waits: null, acts: false, inCase: false };
/** What has to be done or to be so before anything acts. */
const DEMAND: Order = { waits: null, acts: true, inCase: false };
/** What is said of one case holds what acts below it. */
const IN_CASE: Order = { waits: null, acts: true, inCase: true };

/** An order to stop, to wait or to ask, anywhere in a sentence. */
export function orderIn(sentence: string): Order | null {
  const words = withoutQuotes(sentence);
  const isOfProgram = TELLS_OF_PROGRAM.test(sentence);
  const order = GATE.all(words).find((match) => !isTold(words, match) && !(isOfProgram && match.groups?.['wait'] !== undefined));
  if (order === undefined && !STOP_SIGN.test(fromFirstWord(words)) && !ENDS_IN_CASE.test(fromFirstWord(words)) && !WITH_SOMEBODY.test(words.trim())) return null;
  if (order?.groups?.['wait'] === undefined) return STOP;
  return { ...STOP, waits: waitsFirst(words, order) ? 'first' : 'also' };
}

/** What is done after a wait, in the words behind it. */
const THEN_DOES = /^[^.;]*?(?:,\s*(?:and\s+)?(?:then\s+)?|\s(?:and\s+)?then\s+|\sbefore\s+)(?<deed>[a-z].*)$/i;

/** Whether a sentence begins with a wait, and orders what is done after it. */
function waitsFirst(words: string, { index }: RegExpExecArray): boolean {
  const deed = THEN_DOES.exec(words.slice(index))?.groups?.['deed'] ?? '';
  return !saysWhatToDo(words.slice(0, index)) && (saysWhatToDo(deed) || /^\w+ing\b/i.test(deed) || /\bthen[\s,:]*$/i.test(words));
}

/** A comment orders as a sentence does, with `STOP`, or where something is to be looked at first; what else has to have happened is mostly told by the command above it in the block, if there is one. */
function orderInComment(text: string, isBelowCommand: boolean): Order | null {
  if (!GATE_WORD.test(text) || isExpectationLead(text) !== null || ON_FAILURE.test(text)) return null;
  const order = orderIn(text);
  if (order !== null) return order;
  return !isBelowCommand || AFTER_LOOK.test(plainWords(text)) ? eventIn(text) : null;
}

/** Whether waiting is what something else does: "This will restart them and wait until they run". */
function isTold(words: string, order: RegExpExecArray): boolean {
  return order.groups?.['wait'] !== undefined && /^(?:and|then)\s/i.test(order[0]) && TOLD_OF.test(fromFirstWord(words.slice(0, order.index).trimEnd()));
}

/** "Once the drain has finished, run:": something has to have happened that no command before it shows. */
export function eventIn(sentence: string): Order | null {
  const words = plainWords(sentence).replace(/[.!\s]+$/, '');
  const looked = AFTER_LOOK.exec(words)?.groups;
  const { who = '', what = '', rest = '' } = looked ?? AFTER_EVENT.exec(words)?.groups ?? {};
  if (rest === '' || (looked === undefined && (DONE_BY_THEN.test(what) || (who.toLowerCase() === 'you' && !/(?:confirmed|verified|agreed)\b/i.test(sentence))))) return null;
  const deed = /^[^,]*,\s*(?<deed>.*)$/.exec(rest)?.groups?.['deed'] ?? '';
  return rest.endsWith(':') || saysWhatToDo(deed) ? { waits: looked === undefined ? 'before' : 'first', acts: true, inCase: false } : null;
}
