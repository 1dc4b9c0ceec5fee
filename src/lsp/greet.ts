import { type Connection, type InitializeParams, TextDocumentSyncKind } from 'vscode-languageserver';
import { ACTION_KINDS } from './actions/index.ts';
import { TRIGGER_CHARACTERS } from './completion/index.ts';
import { fileOf, type OpenTexts } from './texts/index.ts';

/** Answers `initialize`: what the server can do, and which folders the editor works in. */
export function greet(connection: Connection, texts: OpenTexts, version: string): void {
  let follows = false;
  connection.onInitialize((params) => {
    texts.useFolders(foldersOf(params));
    follows = params.capabilities.workspace?.workspaceFolders === true;
    return {
      serverInfo: { name: 'runbook', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
        codeActionProvider: { codeActionKinds: ACTION_KINDS },
        hoverProvider: true,
        documentSymbolProvider: true,
        definitionProvider: true,
        completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    if (follows) connection.workspace.onDidChangeWorkspaceFolders(async () => texts.useFolders(((await connection.workspace.getWorkspaceFolders()) ?? []).flatMap(({ uri }) => fileOf(uri) ?? [])));
  });
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [];
  return (uris.length > 0 ? uris : [rootUri ?? '']).flatMap((uri) => fileOf(uri) ?? []);
}
