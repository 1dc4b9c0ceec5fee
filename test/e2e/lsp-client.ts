import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createProtocolConnection, DidChangeTextDocumentNotification, DidOpenTextDocumentNotification, ExitNotification, InitializedNotification, InitializeRequest, type InitializeResult, type ProtocolConnection, type PublishDiagnosticsParams,
  PublishDiagnosticsNotification, ShutdownRequest, StreamMessageReader, StreamMessageWriter, type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { CLI, cleanEnvironment, type Workspace } from './helpers/index.ts';

/** An editor that speaks to the built server over standard input and output. */
export class Editor {
  readonly child: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  private readonly folder: Workspace;
  private readonly published: PublishDiagnosticsParams[] = [];
  stderr = '';
  private waiting: (() => void)[] = [];

  constructor(folder: Workspace, args: readonly string[] = ['--no-shellcheck']) {
    this.folder = folder;
    this.child = spawn(process.execPath, [CLI, 'lsp', ...args], { cwd: folder.path, env: cleanEnvironment(), stdio: 'pipe' });
    this.connection = createProtocolConnection(new StreamMessageReader(this.child.stdout), new StreamMessageWriter(this.child.stdin));
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.onError(() => undefined);
    this.child.stderr.on('data', (chunk: Buffer) => (this.stderr += String(chunk)));
    this.connection.listen();
    onTestFinished(() => {
      this.connection.dispose();
      this.child.kill();
    });
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder.path, path)).href;
  }

  async initialize(): Promise<InitializeResult> {
    const answer = await this.connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: pathToFileURL(this.folder.path).href, workspaceFolders: null, capabilities: {} });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return answer;
  }

  /** Opens a text and waits for what is found in it. */
  async open(path: string, text: string, version = 1): Promise<PublishDiagnosticsParams> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri: this.uri(path), languageId: 'markdown', version, text } });
    return this.findings(path, version);
  }

  async change(path: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri: this.uri(path), version }, contentChanges });
  }

  /** What is found in a version of a text, once the server says so. */
  async findings(path: string, version: number): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const found = this.published.find((each) => each.uri === this.uri(path) && each.version === version);
      if (found !== undefined) return found;
      await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  /** Versions of a text that something was published for. */
  versions(path: string): readonly (number | undefined)[] {
    return this.published.filter(({ uri }) => uri === this.uri(path)).map(({ version }) => version);
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
  }

  async exit(): Promise<void> {
    await this.connection.sendNotification(ExitNotification.type);
  }

  /** Its exit status. */
  ended(): Promise<number | null> {
    return new Promise((done) => (this.child.exitCode === null ? this.child.once('exit', (code) => done(code)) : done(this.child.exitCode)));
  }
}

/** The rules that something was found by. */
export function rulesOf({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] {
  return diagnostics.map(({ code }) => code);
}
