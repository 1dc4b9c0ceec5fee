import type { ListItem, Paragraph } from 'mdast';
import { ALERT } from '../../model/index.ts';
import { CALLOUT_LEADS } from './callout-words.ts';
import { textOf } from './prose.ts';
import { saysWhatToDo } from './verbs.ts';

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
  return titleOf(splitSentences(textOf(first))[0] ?? '');
}

/** The title that a paragraph gives to the block below it: the sentence that leads to the block, or a short first sentence that begins with a verb. */
export function paragraphTitle(paragraph: Paragraph): string | null {
  const sentences = splitSentences(withoutKind(paragraph));
  const leads = sentences.at(-1)?.endsWith(':') === true ? sentences.filter((sentence) => !BARE_LEAD.test(sentence)).at(-1) : undefined;
  if (leads !== undefined) return titleOf(leads);
  const [first = ''] = sentences;
  return first.length <= LONGEST && !BARE_LEAD.test(first) && !SAYS_ELSE.test(first) && saysWhatToDo(first) ? titleOf(first) : null;
}

/** The words of a paragraph; of a callout without the kind that stands before them: `[!NOTE]`, **Warning:**. */
function withoutKind(paragraph: Paragraph): string {
  const text = textOf(paragraph);
  const [lead] = paragraph.children;
  const kind = lead?.type === 'strong' ? textOf(lead) : '';
  const isKind = /^[\p{L}]+:?$/u.test(kind) && CALLOUT_LEADS.some(({ words }) => words.test(kind));
  return isKind ? text.slice(kind.length).replace(/^[\s:]+/, '') : text.replace(ALERT, '');
}

/** A sentence that says when a block is for, or whom to tell, does not say what the block does: "Use this when one host is bad." */
const SAYS_ELSE = /^(?:please\s+)?(?:(?:use|do|run|apply|follow|try|choose|take) (?:this|it|these|that)\b[^:]*\b(?:if|when|where|only|for|in case|unless|after|before)\b|(?:announce|ask|e-?mail|inform|message|notify|page|ping|post|tell|warn)\b)/i;

/** `For example:` says nothing. */
const BARE_LEAD = /^(?:(?:for )?examples?|e\.g\.|like (?:this|so)|as follows|run|i\.e\.|commands?|note|then|or|and|using|via|first|next|finally|after (?:that|this)|before (?:that|this))\s*:?$/i;

function titleOf(sentence: string): string | null {
  const words = sentence.replace(/[\s:.]+$/, '').trim();
  return words === '' ? null : shorten(words);
}

/** Sentences of a text; abbreviations and file names do not end one. */
export function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?]["”')]?)(?<!\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no)\.)\s+(?=["“'(`]?[\p{Lu}\p{N}`])/u).filter((sentence) => sentence.trim() !== '');
}

function shorten(words: string): string {
  const outside = words.replace(/\s*\([^()]*(?:\)|$)/g, '').trim();
  if (words.length <= LONGEST) return words;
  if (outside.length <= LONGEST && outside.length >= 12) return outside;
  // "To see the site, add a line to /etc/hosts": what to do comes after the comma.
  const deed = /^(?:to|for|in order to)\s[^,]{3,88},\s+(?<deed>\S.{11,})$/i.exec(outside)?.groups?.['deed'];
  if (deed !== undefined) return shorten(deed.charAt(0).toUpperCase() + deed.slice(1));
  const clause = /^(?!(?:if|when|once|unless|before|after|while)\b)(?<clause>.{20,88}?)(?:[,;:—–]|\s-)\s/i.exec(outside)?.groups?.['clause'];
  if (clause !== undefined) return clause.trim();
  const cut = words.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`;
}
