/** Code without blank lines at its start and end. */
export function withoutBlankEnds(code: string): string {
  return code.replace(/^\s*\n/, '').trimEnd();
}
