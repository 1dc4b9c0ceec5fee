/** Patterns of the globs asked for so far, behind what each begins with: a runbook asks for the same few at every word of its commands. */
const patterns = new Map<string, { readonly head: string; readonly pattern: RegExp }>();
const MOST_PATTERNS = 500;

/** Whether a name matches a target glob: `*` is any text, `?` any one character; everything else stands for itself. */
export function matchesGlob(name: string, glob: string): boolean {
  let known = patterns.get(glob);
  if (known === undefined) {
    if (!isGlob(glob)) return name === glob;
    const source = [...glob].map((char) => (char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[\\^$.|+()[\]{}]/, '\\$&'))).join('');
    known = { head: glob.slice(0, glob.search(/[*?]/)), pattern: new RegExp(`^${source}$`, 'su') };
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    patterns.set(glob, known);
  }
  return name.startsWith(known.head) && known.pattern.test(name);
}

/** Whether a text is a glob and not a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
