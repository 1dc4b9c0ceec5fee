/** Whether a name matches a target glob: `*` is any text, `?` any one character; everything else stands for itself. */
export function matchesGlob(name: string, glob: string): boolean {
  const source = [...glob].map((char) => (char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[\\^$.|+()[\]{}]/, '\\$&'))).join('');
  return new RegExp(`^${source}$`, 'su').test(name);
}

/** Whether a text is a glob and not a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
