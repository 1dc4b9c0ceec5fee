/** Where the line of an offset begins; a lone carriage return ends one here too. */
export function lineBegin(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** What stands before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(lineBegin(text, offset), offset).replace(/^\ufeff/, '');
}

/** Where the line of an offset ends, its line ending not counted. */
export function lineEnd(text: string, offset: number): number {
  const at = text.slice(offset).search(/[\r\n]/);
  return at < 0 ? text.length : offset + at;
}
