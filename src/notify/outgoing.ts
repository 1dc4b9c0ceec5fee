/** Where a walk can send messages. */
export interface Outgoing {
  /** Names of the operator's webhooks. */
  readonly names: readonly string[];
  /** Starts to send a text and returns at once, with a line for the operator. */
  send(to: string, text: string): string;
}
