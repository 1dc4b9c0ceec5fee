import type { ListItem, Nodes, Root } from 'mdast';
import { EXIT, SKIP, visit } from 'unist-util-visit';

/** Patterns on which the two readers differ; a text with one of them is left to remark. */
const DOUBTFUL: readonly RegExp[] = [
  // A box with nothing after it in its line.
  /\[[ \txX]\][ \t]*$/m,
  // A footnote.
  /\[\^[^\]\s]+\]:/,
];

/** The same for text outside of code. */
const DOUBTFUL_PROSE: readonly RegExp[] = [
  // Marks of emphasis after one that is escaped, of several kinds, or beside a character of two units.
  /\\[*_~][*_~]/,
  /[*~]_|_[*~]|\*~|~\*/,
  /[^\s*_~][*_~]+[\u{10000}-\u{10ffff}]|[\u{10000}-\u{10ffff}][*_~]+\S/u,
  // An address at the end of a cell.
  /(?:https?:\/\/|www\.)[^\s|]*\|/i,
];

/** A number above 1 below indented code: remark begins no list there right below it, nor below blank lines where a heading has ended a list before. */
const NUMBER_BELOW = /^(?:[ \t>]*\r?\n)+[ \t>]*(?!1[.)])\d{1,9}[.)][ \t]/;

const FRONT_MATTER = /^(?:---|\+\+\+)[ \t]*(?:\r?\n|$)/;
/** One whose end both readers agree on. */
const PLAIN_ADDRESS = /^(?:https?:\/\/)?[a-z\d](?!.*\.\.)[!-~]*$/i;
/** A line of a paragraph that a tab indents. */
const TABBED_LINE = /[\r\n][ >]*\t/;
const CLOSED_FENCE = /[\r\n][ \t>]*(?:`{3,}|~{3,})[ \t]*$/;

/** Turns satteri's tree of a text into the one that remark makes; `null` if they may differ. */
export function evenOut(tree: Root, text: string): Root | null {
  if (DOUBTFUL.some((pattern) => pattern.test(text)) || isOpenFrontMatter(tree, text)) return null;
  let isSame = true;
  visit(tree, (node, index, parent) => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean') moveStart(node, text);
    isSame = !isDoubtful(node, text) && !(node.type === 'code' && isDoubtfulCode(parent?.children[(index ?? 0) - 1], node, text));
    if (!isSame) return EXIT;
    return INLINE_PARENTS.has(node.type) ? SKIP : undefined;
  });
  return isSame ? tree : null;
}

/** Their children are checked with them. */
const INLINE_PARENTS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);
const ADDRESS = /:\/\/|www\.|@/i;

/** Marks of front matter that never ends: dots end none for remark. */
function isOpenFrontMatter({ children: [first] }: Root, text: string): boolean {
  if (!FRONT_MATTER.test(text)) return false;
  if (first === undefined || (first.type !== 'yaml' && first.type !== ('toml' as string))) return true;
  return text.slice(startOf(first), endOf(first)).trimEnd().endsWith('...');
}

/** Indented code right below indented code, which is one block for remark, or right above a number. */
function isDoubtfulCode(before: Nodes | undefined, code: Nodes, text: string): boolean {
  if (/^[`~]/.test(text.charAt(startOf(code)))) return false;
  const goesOn = before?.type === 'code' && text.slice(endOf(before), startOf(code)).trim() === '';
  return goesOn || NUMBER_BELOW.test(text.slice(endOf(code)));
}

/** For remark a task's paragraph begins at its box, unless words follow it. */
function moveStart({ children: [first] }: ListItem, text: string): void {
  if (first?.type !== 'paragraph' || first.position === undefined || first.children[0]?.type === 'text') return;
  const { line, column, offset = 0 } = first.position.start;
  const box = text.lastIndexOf('[', offset - 1);
  first.position.start = { line, column: column - (offset - box), offset: box };
}

function isDoubtful(node: Nodes, text: string): boolean {
  switch (node.type) {
    case 'paragraph':
      return TABBED_LINE.test(text.slice(startOf(node), endOf(node))) || hasDoubtfulProse(node, text) || hasDoubtfulAddress(node, text);
    case 'heading':
      return hasDoubtfulProse(node, text) || hasDoubtfulAddress(node, text);
    case 'tableCell':
      return hasDoubtfulAddress(node, text);
    case 'tableRow':
      return text.charAt(startOf(node)) === '<' || hasDoubtfulProse(node, text);
    case 'listItem':
      return endsOpen(node.children.at(-1), text) || (typeof node.checked === 'boolean' && node.children[0]?.type !== 'paragraph');
    case 'blockquote':
      return endsOpen(node.children.at(-1), text);
    default:
      return false;
  }
}

/** Raw HTML, or a fence that is not closed: at the end of a list or quote each of the two ends it elsewhere. */
function endsOpen(last: Nodes | undefined, text: string): boolean {
  if (last?.type === 'html') return true;
  return last?.type === 'code' && !CLOSED_FENCE.test(text.slice(startOf(last), endOf(last)));
}

/** Whether one of the patterns stands in a block, and not only within its code. */
function hasDoubtfulProse(block: Nodes, text: string): boolean {
  if (!isDoubtfulProse(text.slice(startOf(block), endOf(block)))) return false;
  const parts: string[] = [];
  let at = startOf(block);
  visit(block, 'inlineCode', (code) => {
    parts.push(text.slice(at, startOf(code)));
    at = endOf(code);
  });
  return isDoubtfulProse([...parts, text.slice(at, endOf(block))].join('``'));
}

const isDoubtfulProse = (written: string): boolean => DOUBTFUL_PROSE.some((pattern) => pattern.test(written));

/** Remark finds some bare addresses only afterwards, and gives them no place: after a letter or mark, in brackets, with other letters. */
function hasDoubtfulAddress(block: Nodes, text: string): boolean {
  if (!ADDRESS.test(text.slice(startOf(block), endOf(block)))) return false;
  let isDoubtful = false;
  visit(block, 'link', (link) => {
    const start = startOf(link);
    if (/[[<]/.test(text.charAt(start))) return;
    const lead = text.slice(startOf(block), start);
    const address = text.slice(start, endOf(link));
    isDoubtful ||= !leadsToAddress(lead.at(-1) ?? ' ', address) || hasOpenBracket(lead) || !PLAIN_ADDRESS.test(address);
  });
  return isDoubtful;
}

function leadsToAddress(before: string, address: string): boolean {
  if (/^https?:/i.test(address)) return !/[a-z]/i.test(before);
  return /^www\./i.test(address) ? /[\s(*_~[\]]/.test(before) : /[\s(]/.test(before);
}

function hasOpenBracket(lead: string): boolean {
  return lead.lastIndexOf('[') > lead.lastIndexOf(']') || lead.split('[').length > lead.split(']').length;
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;
