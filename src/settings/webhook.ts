/** A place that messages can be sent to. Its URL is a secret. */
export interface Webhook {
  readonly name: string;
  readonly url: string;
  /** Slack's message format, or plain JSON. */
  readonly format: 'slack' | 'json';
}

/** The events that can send a line. */
export const NOTICES = ['started', 'failed', 'finished', 'destructive'] as const;
/** An event that can send a line. */
export type NoticeKind = (typeof NOTICES)[number];

/** The operator's own settings. */
export interface OperatorSettings {
  readonly webhooks: readonly Webhook[];
  /** The events that send a line to each webhook. */
  readonly notify: readonly NoticeKind[];
}

/** The defaults. */
export const NO_MESSAGES: OperatorSettings = { webhooks: [], notify: [] };

/** The message format for a URL, by its host. */
export function hookFormat(url: string): Webhook['format'] {
  return /(?:^|\.)slack\.com$/.test(new URL(url).hostname) ? 'slack' : 'json';
}

/** Whether a text is the whole address of a page on the web. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text);
}
