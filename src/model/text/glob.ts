/** Nothing longer is a name or a glob of names. */
const LONGEST = 500;

/**
 * Whether a name matches a target glob: `*` is any text, `?` any one character; everything else stands for itself. Globs come from
 * files of strangers: the time is bounded by the two lengths multiplied, where a regular expression's can double with every `*`.
 */
export function matchesGlob(name: string, glob: string): boolean {
  if (glob.length > LONGEST || name.length > LONGEST) return name === glob;
  let at = 0;
  let wanted = 0;
  /** Where the last `*` stands, and how far into the name it has been made to reach. */
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

/** Code units of the character at an offset. */
function characterAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) ?? 0) > 0xff_ff ? 2 : 1;
}

/** Whether a text is a glob and not a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
