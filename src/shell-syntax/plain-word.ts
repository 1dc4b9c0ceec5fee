const PLAIN = /^[A-Za-z0-9_.:/@%+=,-]+$/;

/** Whether a value means the same to the shell quoted or not, and can never become an option or syntax. */
export function isPlainWord(value: string): boolean {
  return PLAIN.test(value) && !value.startsWith('-');
}

/** The value as one shell word: itself where it is plain, else in single quotes. */
export function quoteWord(value: string): string {
  if (PLAIN.test(value)) return value;
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
