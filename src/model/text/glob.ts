/** Longer texts are not taken for names or globs. */
const LONGEST = 500;

/**
 * Whether a name matches a target glob: `*` is any text, `?` any one character; everything else matches itself. Globs come from
 * strangers' files: the time is bounded by the product of the two lengths, while a regular expression's can double with every `*`.
 */
export function matchesGlob(name: string, glob: string): boolean {
  if (glob.length > LONGEST || name.length > LONGEST) return name === glob;
  let at = 0;
  let wanted = 0;
  /** The index of the last `*`, and how far into the name it reaches so far. */
  let star = -1;
  let reached = 0;
  while (at < name.length) {
    const char = glob[wanted];
    if (char === '*') {
      star = wanted++;
      reached = at;
    } else if (char !== undefined && (char === '?' || char === name[at])) {
      const width = char === '?' ? characterAt(name, at) : 1;
      at += width;
      wanted++;
    } else if (star !== -1) {
      wanted = star + 1;
      at = ++reached;
    } else return false;
  }
  while (glob[wanted] === '*') wanted++;
  return wanted === glob.length;
}

/** The length of the character at an offset, in code units. */
function characterAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) ?? 0) > 0xff_ff ? 2 : 1;
}

/** Whether a text is a glob rather than a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
