/** Longer texts are not taken for names or globs. */
const LONGEST = 500;

/** Whether a name matches a target glob: `*` is any text, `?` any one character; everything else matches itself. */
export function matchesGlob(name: string, glob: string): boolean {
  if (glob.length > LONGEST || name.length > LONGEST) return name === glob;
  return matchesWithStars(name, glob, '*', (at, char) => (char === '?' ? characterAt(name, at) : Number(char === name[at])));
}

/**
 * Whether something is what is wanted of it, place by place, where a star stands for any number of places; `taken` says how many places
 * something wanted takes, 0 for none. Globs come from strangers' files: a star takes as few places as will do, so the time is bounded
 * by the product of the two lengths, while a regular expression's can double with every `*`.
 */
export function matchesWithStars(given: ArrayLike<unknown>, wanted: ArrayLike<string>, star: string, taken: (at: number, wanted: string) => number): boolean {
  let at = 0;
  let next = 0;
  /** The index of the last star, and how far it reaches so far. */
  let last = -1;
  let reached = 0;
  while (at < given.length) {
    const want = wanted[next];
    const places = want === undefined || want === star ? 0 : taken(at, want);
    if (want === star) {
      last = next++;
      reached = at;
    } else if (places > 0) {
      at += places;
      next++;
    } else if (last !== -1) {
      next = last + 1;
      at = ++reached;
    } else return false;
  }
  while (wanted[next] === star) next++;
  return next === wanted.length;
}

/** The length of the character at an offset, in code units. */
function characterAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) ?? 0) > 0xff_ff ? 2 : 1;
}

/** Whether a text is a glob rather than a name. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}
