import type { PhrasingContent } from 'mdast';
import { giveUp, place } from './place.ts';

/** A part of a text before its emphasis is known: a node, characters, or marks that may open or close. */
export type Part =
  | { readonly kind: 'node'; readonly node: PhrasingContent; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'marks'; readonly mark: number; readonly start: number; readonly end: number; readonly opens: boolean; readonly closes: boolean };

type Marks = Extract<Part, { kind: 'marks' }>;

const STAR = 42;
/** GitHub's strikethrough makes its marks count as white space does. */
const TILDE = 126;
/** More was written by nobody, and each is compared with each. */
const MOST_MARKS = 60;

/** Marks of emphasis, by what stands before and after them (CommonMark 0.31, 6.2). */
export function marksAt(text: string, start: number, end: number, before: number, after: number): Marks {
  const mark = text.charCodeAt(start);
  const [left, right] = [classOf(before), classOf(after)];
  const open = right === 'word' || (right === 'punctuation' && left !== 'word') || after === TILDE;
  const close = left === 'word' || (left === 'punctuation' && right !== 'word') || before === TILDE;
  const opens = mark === STAR ? open : open && (left !== 'word' || !close);
  const closes = mark === STAR ? close : close && (right !== 'word' || !open);
  return { kind: 'marks', mark, start, end, opens, closes };
}

function classOf(code: number): 'space' | 'punctuation' | 'word' {
  if (code <= 32) return 'space';
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 'word' : 'punctuation';
  const character = String.fromCharCode(code);
  return /\s/.test(character) ? 'space' : /\p{P}|\p{S}/u.test(character) ? 'punctuation' : 'word';
}

/** Nodes of parts: marks that belong together become emphasis, all others are characters. */
export function resolveEmphasis(text: string, parts: readonly Part[]): PhrasingContent[] {
  if (!parts.some(({ kind }) => kind === 'marks')) return toNodes(text, parts);
  const done: Part[] = [];
  let met = 0;
  for (const part of parts) {
    if (part.kind === 'marks' && ++met > MOST_MARKS) giveUp();
    if (part.kind === 'marks' && part.closes) closeWith(text, done, part);
    else done.push(part);
  }
  return toNodes(text, done);
}

/** Closes what these marks can close, and keeps what is left of them. */
function closeWith(text: string, done: Part[], closing: Marks): void {
  let left = closing;
  while (left.start < left.end) {
    const index = openerOf(done, left);
    const opener = done[index];
    if (opener?.kind !== 'marks') break;
    const use = opener.end - opener.start > 1 && left.end - left.start > 1 ? 2 : 1;
    const children = toNodes(text, done.splice(index + 1));
    const [start, end] = [opener.end - use, left.start + use];
    const node: PhrasingContent = { type: use === 2 ? 'strong' : 'emphasis', children, position: place(start, end) };
    done.pop();
    if (start > opener.start) done.push({ ...opener, end: start });
    done.push({ kind: 'node', node, start, end });
    left = { ...left, start: end };
  }
  if (left.start < left.end) done.push(left);
}

function openerOf(done: readonly Part[], closing: Marks): number {
  for (let index = done.length - 1; index >= 0; index--) {
    const part = done[index];
    if (part?.kind !== 'marks' || part.mark !== closing.mark || !part.opens) continue;
    const size = closing.end - closing.start;
    const isOddPair = (part.closes || closing.opens) && size % 3 !== 0 && (part.end - part.start + size) % 3 === 0;
    if (!isOddPair) return index;
  }
  return -1;
}

function toNodes(text: string, parts: readonly Part[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let value = '';
  let start = -1;
  let end = -1;
  const flush = (): void => {
    if (start >= 0) nodes.push({ type: 'text', value, position: place(start, end) });
    value = '';
    start = -1;
  };
  for (const part of parts) {
    if (part.kind === 'node') {
      flush();
      nodes.push(part.node);
    } else {
      if (start < 0) start = part.start;
      value += part.kind === 'text' ? part.value : text.slice(part.start, part.end);
      end = part.end;
    }
  }
  flush();
  return nodes;
}
