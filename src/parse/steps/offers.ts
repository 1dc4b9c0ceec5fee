import type { InlineCode, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { oneLine } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { type Document, lineOfCode, rangeOf, written } from '../markdown/index.ts';
import { LEFT_OUT, looksLikeCommand, type ManualDraft } from '../blocks/index.ts';

/** Commands in backquotes within prose, each once. */
export function readOffers(document: Document, nodes: readonly RootContent[]): ManualDraft['offers'] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => inlineCodes(document, node)).flatMap(({ node, before }) => {
    const value = oneLine(node.value);
    const text = value.replace(/^\$\s+/, '');
    const range = rangeOf(document, node);
    if (range === null || seen.has(text) || !(looksLikeCommand(value.replace(INPUT, '')) || isTold(text, before))) return [];
    seen.add(text);
    const raw = written(document, range);
    const inner = raw.replace(/^`+\s?(?:\$\s+)?|\s?`+$/g, '');
    const at = range.start + Math.max(0, raw.indexOf(inner));
    return [{ code: lineOfCode(text, at, inner), shell: analyzeShell(text, { braces: document.braces }) }];
  });
}

/** A file to read from, written before its command: `< orders.csv wc -l`. */
const INPUT = /^<\s+[\w./-]+\s+/;

/** Words right before a command that nobody knows: "check it with", "run". */
const TOLD = /\b(?:with|run|runs|using|use|execute|via|type|enter|command|by|start|restart|call)\s*:?\s*\(?$/i;

/** A script by its path: "Take the backup again: `./scripts/backup.sh`". */
const SCRIPT = /^\.{1,2}\/[\w./-]+\.(?:sh|py|rb|pl)$/;

/** A program that nobody knows, but that the sentence tells to run, or that has options or a blank; a script behind a colon; or a path to one with something to do. */
function isTold(code: string, before: string): boolean {
  if (SCRIPT.test(code)) return TOLD.test(before) || /:\s*$/.test(before);
  const words = code.split(' ');
  const [first = '', second] = words;
  if (second === undefined || LEFT_OUT.test(code) || !/^(?:\/[\w.-]+(?:\/[\w.-]+)+|[a-z][a-z0-9_-]*)$/.test(first)) return false;
  if (first.startsWith('/')) return /^(?:-{1,2}\w|[a-z])/.test(second);
  return TOLD.test(before) || words.some((word) => /^--?[A-Za-z]/.test(word));
}

/** Each piece of code in a sentence, with the words before it. */
function inlineCodes(document: Document, node: RootContent): readonly { readonly node: InlineCode; readonly before: string }[] {
  const range = rangeOf(document, node);
  if (range !== null && !written(document, range).includes('`')) return [];
  const found: { readonly node: InlineCode; readonly before: string }[] = [];
  visit(node, 'inlineCode', (code: InlineCode, index, parent) => {
    const before = index === undefined || parent === undefined ? undefined : parent.children[index - 1];
    found.push({ node: code, before: before?.type === 'text' ? before.value : '' });
  });
  return found;
}
