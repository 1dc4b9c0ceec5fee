import { fileOffset, type Gate, positionAt } from '../../../model/index.ts';
import type { StepDraft } from '../../blocks/index.ts';
import { isExpectationLead } from '../../expectations/index.ts';
import type { SectionDraft } from '../../sections/index.ts';
import { ALERT, type Collected, type Document, saysWhatToDo, splitSentences, wordsWithoutCode } from '../../markdown/index.ts';
import { fromFirstWord, plainWords, withoutQuotes } from '../plain-words.ts';
import { AFTER_EVENT, AFTER_LOOK, DONE_BY_THEN, ENDS_IN_CASE, EXPLAINS, GATE, GATE_WORD, ON_FAILURE, STOP_SIGN, TOLD_OF, WITH_SOMEBODY } from './gate-words.ts';

/** Sentences and comments that tell to stop, to wait or to look, in document order. Each holds the next piece that runs. */
export function findGates(document: Document, { paragraphs }: Collected, drafts: readonly StepDraft[], sectionAt: (offset: number) => number, sections: readonly SectionDraft[]): readonly Gate[] {
  const toGate = (text: string, offset: number, order: Order): Gate => ({ text: text.replaceAll('``', '…').trim(), line: positionAt(document.source, offset).line, offset, section: sectionAt(offset), ...order });
  const inProse = paragraphs.flatMap(({ node, range }) => {
    const words = wordsWithoutCode(node).replace(ALERT, '');
    if (!GATE_WORD.test(words)) return [];
    return splitSentences(words.replace(/\s+/g, ' ')).flatMap((sentence): readonly Gate[] => {
      const order = orderIn(sentence) ?? eventIn(sentence);
      return order === null || EXPLAINS.test(sections[sectionAt(range.start)]?.heading ?? '') ? [] : [toGate(sentence, range.start, order)];
    });
  });
  const inComments = drafts.flatMap((draft) => (draft.kind !== 'command' ? [] : draft.shell.comments.flatMap(({ text, ownLine, topLevel, start }): readonly Gate[] => {
    const order = ownLine && topLevel ? orderInComment(text) : null;
    return order === null ? [] : [toGate(`# ${text}`, fileOffset(draft.code, start), { ...order, acts: order.waits })];
  })));
  return inComments.length === 0 ? inProse : [...inProse, ...inComments].sort((a, b) => a.offset - b.offset);
}

type Order = Pick<Gate, 'waits' | 'acts'>;

const STOP: Order = { waits: false, acts: false };

/** An order to stop, to wait or to ask, anywhere in a sentence. */
export function orderIn(sentence: string): Order | null {
  const words = withoutQuotes(sentence);
  const order = words.search(GATE) < 0 ? undefined : [...words.matchAll(GATE)].find((match) => !isTold(words, match));
  if (order === undefined && !ENDS_IN_CASE.test(fromFirstWord(words)) && !WITH_SOMEBODY.some((kind) => kind.test(words.trim()))) return null;
  return { waits: order?.groups?.['wait'] !== undefined, acts: false };
}

/** A comment orders as a sentence does, with `STOP`, or where something is to be looked at first; what else has to have happened is mostly told by the command above. */
function orderInComment(text: string): Order | null {
  if (!GATE_WORD.test(text) || isExpectationLead(text) !== null || ON_FAILURE.test(text)) return null;
  const order = orderIn(text);
  if (order !== null || STOP_SIGN.test(text)) return order ?? STOP;
  return AFTER_LOOK.test(plainWords(text)) ? eventIn(text) : null;
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
  return rest.endsWith(':') || saysWhatToDo(deed) ? { waits: true, acts: true } : null;
}
