/** The words of comment lines without marks and numbers, as instructions to a person. */
export function commentWords(code: string): string {
  return code.split('\n').map((line) => line.replace(/^\s*#+\s?/, '').trim()).filter((line) => line !== '').join(' ').replace(/^(?:step\s+)?\d+[.):]\s+/i, '').trim();
}
