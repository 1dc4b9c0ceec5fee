/** Patterns of the globs asked for so far: a runbook asks for the same few at every word of its commands. */
const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 500;

/** Whether a name matches a target glob: `*` is any text, `?` any one character; everything else stands for itself. */
export function matchesGlob(name: string, glob: string): boolean {
  if (!isGlob(glob)) return name === glob;
  let pattern = patterns.get(glob);
  if (pattern === undefined) {
    const source = [...glob].map((char) => (char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[\\^$.|+()[\]{}]/, '\\$&'))).join('');
    pattern = new RegExp(`^${source}$`, 'su');
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(glob, pattern);
  }
  return pattern.test(name);
}

/** Whether a text is a glob and not a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
