/** Whether a text is all ASCII. Patterns for ASCII alone compile in a tenth of the time. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
