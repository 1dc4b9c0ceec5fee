/** What stands before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset).replace(/^\ufeff/, '');
}

/** Where the line of an offset ends, its line ending not counted. */
export function lineEnd(text: string, offset: number): number {
  const at = text.slice(offset).search(/[\r\n]/);
  return at < 0 ? text.length : offset + at;
}
