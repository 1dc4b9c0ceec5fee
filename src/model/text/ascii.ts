/** Whether a text has no letters but those of ASCII: patterns for those alone are ready in a tenth of the time. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
