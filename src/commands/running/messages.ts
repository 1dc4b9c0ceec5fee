import { join } from 'node:path';
import type { Environment } from '../../model/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { Messenger, noticeOf, type Outgoing, post } from '../../notify/index.ts';
import { operatorSettings, type OperatorSettings } from '../../settings/index.ts';
import { reportParts } from '../past-runs/report.ts';
import { writeParts } from '../telling/write-page.ts';

/** The messages of a run: templates that the operator sends, and lines that their settings ask for. */
export class RunMessages implements Outgoing {
  private readonly settings: OperatorSettings;
  private readonly messenger: Messenger;
  private session: RunSession | null = null;

  constructor(settings: OperatorSettings) {
    this.settings = settings;
    this.messenger = new Messenger(settings.webhooks, post);
  }

  /** Names of the webhooks. */
  get names(): readonly string[] {
    return this.settings.webhooks.map(({ name }) => name);
  }

  /** Their addresses, which must not appear in a journal. */
  get addresses(): readonly { readonly name: string; readonly value: string }[] {
    return this.settings.webhooks.map(({ name, url }) => ({ name, value: url }));
  }

  /** Connects to a run: sends the lines that the operator wants, and records in the journal what was sent. */
  attach(session: RunSession): void {
    this.session = session;
    this.messenger.tells((delivery) => session.record({ type: 'message-sent', ...delivery }));
    session.subscribe((event) => {
      if (event.type !== 'output' && this.settings.notify.length > 0) this.notice(event, session);
    });
    const start = session.events.findLast(({ type }) => type === 'run-started');
    if (start !== undefined) this.notice(start, session);
  }

  /** Sends a filled template, or says why nothing can be sent. */
  send(to: string, text: string): string {
    const webhook = this.settings.webhooks.find(({ name }) => name === to);
    if (webhook === undefined || this.session === null) return 'the run has not begun: nothing was sent';
    this.messenger.send(webhook, this.session.mask(text), 'template', this.facts(this.session));
    return `sending to ${to}`;
  }

  /** Called before the journal is closed: waits, for a bounded time, for messages on their way, and writes the report that the lines refer to. */
  async settle(): Promise<void> {
    const { session } = this;
    if (session === null) return;
    await this.messenger.settle();
    if (this.settings.webhooks.length === 0 || session.state.finishedAt === null || !this.settings.notify.some((kind) => kind === 'failed' || kind === 'finished')) return;
    writeParts(reportPath(session), await reportParts('html', session.id, session.folder));
  }

  private notice(event: Parameters<typeof noticeOf>[0], session: RunSession): void {
    const started = session.state.started;
    const about = { title: started?.title ?? started?.runbook ?? session.id, target: started?.target ?? null, operator: started?.operator ?? 'unknown', run: session.id, report: reportPath(session) };
    const text = noticeOf(event, about, this.settings.notify);
    if (text === null) return;
    for (const webhook of this.settings.webhooks) this.messenger.send(webhook, session.mask(text), 'notice', this.facts(session));
  }

  private facts(session: RunSession): Readonly<Record<string, string | null>> {
    const { started } = session.state;
    return { run: session.id, runbook: started?.runbook ?? null, title: started?.title ?? null, target: started?.target ?? null, operator: started?.operator ?? null };
  }
}

function reportPath({ folder }: RunSession): string {
  return join(folder, 'report.html');
}

/**
 * The messages of a run on this machine.
 * @throws RunbookError where the operator's settings are wrong.
 */
export async function runMessages(env: Environment): Promise<RunMessages> {
  return new RunMessages(await operatorSettings(env));
}
