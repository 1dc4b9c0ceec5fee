import type { ListItem, Paragraph, RootContent } from 'mdast';
import { textOf } from './prose.ts';

const LONGEST = 90;

/** The title of a list item: its bold lead, else its first sentence. */
export function itemTitle(item: ListItem): string | null {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return null;
  const lead = first.children.find((node) => node.type !== 'text' || node.value.trim() !== '');
  if (lead?.type === 'strong') {
    const words = textOf(lead).replace(/[\s:.—–-]+$/, '');
    if (words !== '' && words.length <= LONGEST) return words;
  }
  return sentenceTitle(textOf(first));
}

/** The title that the paragraph before a block gives: the sentence that leads to it; a long one says too much to be a title. */
export function paragraphTitle(paragraph: Paragraph): string | null {
  const text = textOf(paragraph);
  if (text.endsWith(':')) return sentenceTitle(text);
  const [first = ''] = splitSentences(text);
  return first.length <= LONGEST ? sentenceTitle(first) : null;
}

function sentenceTitle(text: string): string | null {
  const sentences = splitSentences(text);
  const chosen = text.endsWith(':') ? sentences.at(-1) : sentences[0];
  const words = (chosen ?? '').replace(/[\s:.]+$/, '').trim();
  return words === '' ? null : shorten(words);
}

/** Sentences of a text; abbreviations and file names do not end one. */
export function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”')]?)(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no)\.)\s+(?=["“'(`]?[\p{Lu}\p{N}`])/u).filter((sentence) => sentence.trim() !== '');
}

function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const clause = /^(?<clause>.{20,88}?)(?:[,;:—–]|\s-)\s/.exec(words)?.groups?.['clause'];
  if (clause !== undefined) return clause.trim();
  const cut = words.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`;
}

/** The first paragraph of an item. */
export function leadParagraph(item: ListItem): RootContent | undefined {
  return item.children.find((node) => node.type === 'paragraph');
}
