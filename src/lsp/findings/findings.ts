import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';
import { errorMessage } from '../../model/index.ts';
import type { OpenText, OpenTexts } from '../texts/index.ts';
import type { Findings, TextLinter } from './lint-text.ts';
import { protocolDiagnostic } from './protocol-diagnostic.ts';

/** Between the last key and the reading, in milliseconds. */
const PAUSE_MS = 100;
/** A long text is read after a pause as long as reading it took, up to this. */
const MOST_PAUSE_MS = 1000;

/** Publishes the findings in open texts: at once when a text is opened or saved, after a pause while somebody types. */
export class Publisher {
  private readonly connection: Connection;
  private readonly texts: OpenTexts;
  private readonly linter: TextLinter;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly took = new Map<string, number>();

  constructor(connection: Connection, texts: OpenTexts, linter: TextLinter) {
    this.connection = connection;
    this.texts = texts;
    this.linter = linter;
  }

  /** A text was opened, or changed: it is read after a pause in which nothing else happens to it. */
  changed(uri: string): void {
    const took = this.took.get(uri);
    clearTimeout(this.timers.get(uri));
    if (took === undefined) void this.now(uri);
    else this.timers.set(uri, setTimeout(() => void this.now(uri), Math.max(PAUSE_MS, Math.min(took, MOST_PAUSE_MS))));
  }

  async now(uri: string): Promise<void> {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    const started = performance.now();
    this.took.set(uri, 0);
    const open = this.texts.get(uri);
    if (open === null) return;
    try {
      const quick = await this.linter.quick(open);
      this.took.set(uri, performance.now() - started);
      this.publish(open, quick);
      if (quick.shellcheckOpen) this.publish(open, await this.linter.whole(open));
    } catch (error) {
      // A file beside the text vanished meanwhile, or may not be read.
      this.connection.console.warn(`runbook: ${open.path} was not checked: ${errorMessage(error)}`);
    }
  }

  /** A text that is closed has no findings any more. */
  close(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.took.delete(uri);
    this.texts.forget(uri);
    this.send({ uri, diagnostics: [] });
  }

  /** Nothing more is read. */
  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Findings for an outdated version would be shown at wrong places. */
  private publish(open: OpenText, { diagnostics }: Findings): void {
    if (!this.texts.isCurrent(open)) return;
    const { document: { uri }, version } = open;
    this.send({ uri, version, diagnostics: diagnostics.map((diagnostic) => protocolDiagnostic(open, diagnostic)) });
  }

  /** The editor may have disconnected in the meantime. */
  private send(params: PublishDiagnosticsParams): void {
    this.connection.sendDiagnostics(params).catch(() => undefined);
  }
}
