/** Where a walk's messages can be sent to. */
export interface Outgoing {
  /** Names of the operator's webhooks. */
  readonly names: readonly string[];
  /** Starts to send a text and returns at once, with a word for the operator. */
  send(to: string, text: string): string;
}
