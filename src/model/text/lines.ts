/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** The line that an offset is in, without its ending. */
export function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(lineStart(text, at), end < 0 ? text.length : end);
}

/** Code without blank lines at its start and end. */
export function withoutBlankEnds(code: string): string {
  return code.replace(/^\s*\n/, '').trimEnd();
}
