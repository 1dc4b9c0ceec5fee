import type { InlineCode, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { type Document, lineOfCode, rangeOf, written } from '../markdown/index.ts';
import { looksLikeCommand, type ManualDraft } from '../blocks/index.ts';

/** Commands in backquotes within prose, each once. */
export function readOffers(document: Document, nodes: readonly RootContent[]): ManualDraft['offers'] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => inlineCodes(document, node)).flatMap((node) => {
    const value = node.value.replace(/\s+/g, ' ').trim();
    const text = value.replace(/^\$\s+/, '');
    const range = rangeOf(document, node);
    if (range === null || seen.has(text) || !looksLikeCommand(value)) return [];
    seen.add(text);
    const raw = written(document, range);
    const inner = raw.replace(/^`+\s?(?:\$\s+)?|\s?`+$/g, '');
    const at = range.start + Math.max(0, raw.indexOf(inner));
    return [{ code: lineOfCode(text, at, inner), shell: analyzeShell(text, { braces: document.braces }) }];
  });
}

function inlineCodes(document: Document, node: RootContent): readonly InlineCode[] {
  const range = rangeOf(document, node);
  if (range !== null && !written(document, range).includes('`')) return [];
  const found: InlineCode[] = [];
  visit(node, 'inlineCode', (code: InlineCode) => void found.push(code));
  return found;
}
