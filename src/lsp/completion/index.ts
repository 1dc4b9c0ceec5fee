// What an editor offers while one types: pins, labels of blocks, targets, links, rules.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { lineBefore, type OpenText, type OpenTexts } from '../texts/index.ts';
import { inAnnotation } from './annotations.ts';
import { inCode } from './code.ts';
import { inFrontMatter } from './front-matter.ts';
import { inOpening } from './labels.ts';
import { inLink } from './links.ts';
import type { Offer } from './offer.ts';

/** Keys after which an editor asks by itself. */
export const TRIGGER_CHARACTERS = ['(', '#', '/', '<', '{', '=', ',', '`'] as const;

const KINDS: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  heading: CompletionItemKind.Reference,
  pin: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  rule: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Keyword,
  target: CompletionItemKind.Constant,
  parameter: CompletionItemKind.Variable,
};

/** What can be written at an offset: by the line before it, and by what the text is there. */
export function completionsAt(open: OpenText, texts: OpenTexts, offset: number): CompletionItem[] {
  const before = lineBefore(open.runbook.source.text, offset);
  const offers = inAnnotation(open.runbook, before, offset) ?? inFrontMatter(open.runbook, before, offset) ?? inOpening(open.runbook, before, offset) ?? inCode(open.runbook, before, offset) ?? inLink(open, texts, before) ?? [];
  return offers.map(({ text, typed, kind, detail }) => {
    const kept = typedBefore(text, typed);
    const rest = text.slice(kept);
    return {
      label: text,
      kind: KINDS[kind],
      ...(detail === '' ? {} : { detail }),
      // Editors differ in what they take for a word: what is replaced is said.
      textEdit: { range: { start: open.document.positionAt(offset - typed.length + kept), end: open.document.positionAt(offset) }, newText: rest },
      filterText: rest,
    };
  });
}

/** How much of what was typed can stay: Neovim before 0.10 offers only what begins with the letters and digits right before the cursor. */
function typedBefore(text: string, typed: string): number {
  const kept = typed.replace(/\w+$/, '');
  return text.startsWith(kept) ? kept.length : 0;
}
