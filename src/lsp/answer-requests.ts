import { type Connection, LSPErrorCodes, MarkupKind, ResponseError } from 'vscode-languageserver';
import { codeActions } from './actions/index.ts';
import { completionsAt } from './completion/index.ts';
import { definitionAt } from './definition.ts';
import type { EditorHost } from './host.ts';
import { cardAt } from './hover/index.ts';
import type { TextLinter } from './findings/index.ts';
import { type OpenText, type OpenTexts, rangeOf } from './texts/index.ts';
import { documentSymbols } from './symbols.ts';

/** Answers what an editor asks of an open text. */
export function answerRequests(connection: Connection, texts: OpenTexts, linter: TextLinter, host: EditorHost): void {
  const asked = <Answer>({ textDocument: { uri } }: { readonly textDocument: { readonly uri: string } }, answer: (open: OpenText) => Answer): Answer | null => {
    const open = texts.get(uri);
    return open === null ? null : answer(open);
  };
  connection.onCodeAction((params) =>
    asked(params, async (open) => {
      const { diagnostics } = await linter.quick(open);
      // The editor asks again for the text that it is now.
      if (!texts.isCurrent(open)) throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
      return codeActions(open, texts, diagnostics, params);
    }));
  connection.onDocumentSymbol((params) => asked(params, documentSymbols));
  connection.onHover((params) =>
    asked(params, (open) => {
      const card = cardAt(texts.plan(open.runbook), open.document.offsetAt(params.position));
      return card === null ? null : { contents: { kind: MarkupKind.Markdown, value: card.markdown }, range: rangeOf(open.document, card.span) };
    }));
  connection.onDefinition((params) => asked(params, (open) => definitionAt(open, texts, host, open.document.offsetAt(params.position))));
  connection.onCompletion((params) => asked(params, (open) => completionsAt(open, texts, open.document.offsetAt(params.position))));
}
