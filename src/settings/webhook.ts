/** A place that messages can be sent to. Its URL is a secret. */
export interface Webhook {
  readonly name: string;
  readonly url: string;
  /** Slack's shape, or plain JSON. */
  readonly format: 'slack' | 'json';
}

/** What a line can be sent for. */
export const NOTICES = ['started', 'failed', 'finished', 'destructive'] as const;
export type NoticeKind = (typeof NOTICES)[number];

/** The operator's own settings. */
export interface OperatorSettings {
  readonly webhooks: readonly Webhook[];
  /** What a line is sent for, to each webhook. */
  readonly notify: readonly NoticeKind[];
}

/** Where nothing is settled. */
export const NO_MESSAGES: OperatorSettings = { webhooks: [], notify: [] };

/** The shape that a URL takes by its host. */
export function hookFormat(url: string): Webhook['format'] {
  return /(?:^|\.)slack\.com$/.test(new URL(url).hostname) ? 'slack' : 'json';
}
