import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection, DidChangeTextDocumentNotification, DidOpenTextDocumentNotification, ExitNotification, InitializedNotification, InitializeRequest, type ProtocolConnection,
  PublishDiagnosticsNotification, ShutdownRequest, StreamMessageReader, StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { CLI, ENVIRONMENT, ofSize, ROLLBACK } from './inputs.ts';
import { median } from './measure.ts';
import type { Figure } from './measure.ts';

/** Keys after which the server has compiled what it runs. */
const FIRST_KEYS = 15;

/** The editors' server as an editor meets it: from its start to the first findings, and from a key to the findings of the whole text. */
export async function editor(rounds: number): Promise<Figure[]> {
  const first: number[] = [];
  for (let round = 0; round <= rounds; round++) first.push(await served(ROLLBACK, () => Promise.resolve()));
  const keys: number[] = [];
  await served(ofSize(20_000), async (type) => {
    for (let key = 0; key < FIRST_KEYS + rounds * 4; key++) {
      const taken = await type();
      if (key >= FIRST_KEYS) keys.push(taken);
    }
  });
  return [
    { name: 'lsp, from its start to the first findings', against: '', value: median(first.slice(1)), unit: 'ms', bound: 1000 },
    // Of these it waits 100 ms for another key.
    { name: 'lsp, from a key to the findings of 20 KB', against: '', value: median(keys), unit: 'ms', bound: 200 },
  ];
}

/** Starts the server, opens a file and does what is asked with it; milliseconds from the start to the first findings. */
async function served(path: string, then: (type: () => Promise<number>) => Promise<void>): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, 'lsp', '--no-shellcheck'], { cwd: dirname(path), env: { ...process.env, ...ENVIRONMENT }, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise((done) => child.once('close', done));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const uri = pathToFileURL(path).href;
  const published = findings(connection, uri);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: pathToFileURL(dirname(path)).href, workspaceFolders: null, capabilities: {} });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'markdown', version: 1, text: readFileSync(path, 'utf8') } });
  await published(1);
  const taken = performance.now() - began;
  let version = 1;
  await then(async () => {
    version += 1;
    const pressed = performance.now();
    const place = { line: 0, character: 2 };
    await connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [{ range: { start: place, end: place }, text: 'x' }] });
    await published(version);
    return performance.now() - pressed;
  });
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  await ended;
  connection.dispose();
  return taken;
}

/** Waits for what is found in a version of a text. */
function findings(connection: ProtocolConnection, uri: string): (version: number) => Promise<void> {
  const seen = new Set<number>();
  let wake = (): void => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    if (params.uri === uri && params.version !== undefined) seen.add(params.version);
    wake();
  });
  return async (version) => {
    while (!seen.has(version)) await new Promise<void>((done) => (wake = done));
  };
}
