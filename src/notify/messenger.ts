import type { Webhook } from '../settings/index.ts';
import type { Post } from './post.ts';

/** What became of a message. */
export interface Delivery {
  /** Name of the webhook. */
  readonly to: string;
  readonly text: string;
  readonly of: 'template' | 'notice';
  readonly status: 'sent' | 'failed';
  /** Why it failed. */
  readonly reason?: string;
}

/** How long the end of a run waits for outstanding answers. */
const SETTLE_MS = 3000;

/** Sends messages in the background and reports what became of each. */
export class Messenger {
  readonly webhooks: readonly Webhook[];
  private readonly post: Post;
  private readonly pending = new Set<Promise<void>>();
  private readonly end = new AbortController();
  private tell: (delivery: Delivery) => void = () => undefined;

  constructor(webhooks: readonly Webhook[], post: Post) {
    this.webhooks = webhooks;
    this.post = post;
  }

  /** Sets who is told of deliveries from now on. */
  tells(tell: (delivery: Delivery) => void): void {
    this.tell = tell;
  }

  /** Starts to send and returns at once. */
  send(webhook: Webhook, text: string, of: Delivery['of'], facts: Readonly<Record<string, string | null>>): void {
    const sending = this.post(webhook, text, facts, this.end.signal).then((reason) => {
      this.tell({ to: webhook.name, text, of, ...(reason === null ? { status: 'sent' } : { status: 'failed', reason }) });
      this.pending.delete(sending);
    });
    this.pending.add(sending);
  }

  /** Resolves when nothing is on its way any more; what is not answered within a bounded time is given up. */
  async settle(): Promise<void> {
    if (this.pending.size === 0) return;
    const giveUp = setTimeout(() => this.end.abort(), SETTLE_MS);
    await Promise.all(this.pending);
    clearTimeout(giveUp);
  }
}
