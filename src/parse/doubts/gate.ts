import { type Gate, positionAt } from '../../model/index.ts';
import { type Collected, type Document, splitSentences, wordsWithoutCode } from '../markdown/index.ts';
import { withoutQuotes } from './plain-words.ts';
import { GATE, GATE_WORD } from './words.ts';

/** Sentences that tell to stop, to wait or to look, in document order. Each holds the next piece that runs. */
export function findGates(document: Document, { paragraphs }: Collected, sectionAt: (offset: number) => number): readonly Gate[] {
  return paragraphs.flatMap(({ node, range }) => {
    const words = wordsWithoutCode(node);
    if (!GATE_WORD.test(words)) return [];
    const sentences = splitSentences(words.replace(/\s+/g, ' '));
    return sentences.flatMap((sentence): readonly Gate[] => {
      const order = [...withoutQuotes(sentence).matchAll(GATE)][0];
      if (order === undefined) return [];
      const text = sentence.replaceAll('``', '…').trim();
      return [{ text, line: positionAt(document.source, range.start).line, offset: range.start, section: sectionAt(range.start), waits: order.groups?.['wait'] !== undefined }];
    });
  });
}
