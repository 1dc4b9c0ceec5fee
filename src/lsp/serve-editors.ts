import { createConnection, type Connection, MessageType, ShowMessageNotification, TextDocuments } from 'vscode-languageserver';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answerRequests } from './answer-requests.ts';
import { Publisher, TextLinter } from './findings/index.ts';
import type { EditorHost } from './host.ts';
import { greet } from './greet.ts';
import { OpenTexts } from './texts/index.ts';

/** The streams between an editor and the server. */
interface EditorStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
}

/** Serves an editor until it sends `exit` or closes the stream; returns whether it had sent `shutdown` before. */
export async function serveEditors(host: EditorHost, streams: EditorStreams): Promise<boolean> {
  const { connection, gone } = connect(streams);
  const documents = new TextDocuments(TextDocument);
  const texts = new OpenTexts(documents, host.cwd);
  const linter = new TextLinter(host, texts, (words) => {
    // Not a question: nobody waits for its answer, and an editor that leaves owes none.
    connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: `runbook: ${words}` }).catch(() => undefined);
  });
  const publisher = new Publisher(connection, texts, linter);
  greet(connection, texts, host.version);
  // Also when it is opened.
  documents.onDidChangeContent(({ document: { uri } }) => publisher.changed(uri));
  // Findings in files that link to it may have changed.
  documents.onDidSave(() => documents.all().forEach(({ uri }) => void publisher.now(uri)));
  documents.onDidClose(({ document: { uri } }) => publisher.close(uri));
  answerRequests(connection, texts, linter, host);
  documents.listen(connection);
  connection.listen();
  const orderly = await gone;
  publisher.stop();
  return orderly;
}

/** A connection that does not end the process by itself, and how the editor leaves. */
function connect({ stdin, stdout }: EditorStreams): { readonly connection: Connection; readonly gone: Promise<boolean> } {
  const { promise: gone, resolve } = Promise.withResolvers<boolean>();
  const watchDog = { shutdownReceived: false, initialize: () => undefined, exit: (code: number) => resolve(code === 0) };
  const leave = (): void => resolve(watchDog.shutdownReceived);
  stdin.on('end', leave);
  stdin.on('close', leave);
  const connection = createConnection((logger) => createProtocolConnection(new StreamMessageReader(stdin), new StreamMessageWriter(stdout), logger), watchDog);
  return { connection, gone };
}
