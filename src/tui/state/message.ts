/** A message to send, with the headings it stands under. */
export interface Message {
  readonly path: readonly string[];
  readonly text: string;
}
