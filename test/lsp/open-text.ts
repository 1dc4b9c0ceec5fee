import { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorHost } from '../../src/lsp/index.ts';
import { type OpenText, OpenTexts } from '../../src/lsp/texts/open-texts.ts';
import { TextLinter } from '../../src/lsp/findings/lint-text.ts';
import { DEFAULT_SETTINGS } from '../../src/lint/index.ts';

/** A text as an editor has it open, with `‸` taken out where the cursor is. */
export function opened(marked: string, path = 'runbooks/a.md', cwd = '/nowhere'): { readonly open: OpenText; readonly texts: OpenTexts; readonly offset: number; readonly linter: TextLinter } {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const document = TextDocument.create(`file://${cwd}/${path}`, 'markdown', 1, text);
  const texts = new OpenTexts({ all: () => [document], get: () => document }, cwd);
  texts.useFolders([cwd]);
  const open = texts.get(document.uri)!;
  return { open, texts, offset, linter: new TextLinter(HOST, texts, () => undefined) };
}

/** Without shellcheck and settings, on a fixed day. */
export const HOST: EditorHost = { version: '0', cwd: '/nowhere', today: () => '2026-06-01', shellcheck: null, rulePages: new URL('file:///rules/'), settingsFor: () => Promise.resolve(DEFAULT_SETTINGS) };
