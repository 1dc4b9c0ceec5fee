/** Parts of patterns, to be put into them: `new RegExp(`^${NUMBER}…`)`. */

/** The number that a heading, a step or a comment may begin with: `2. `, `3) `, `4: `, `2.1 `. */
export const NUMBER = String.raw`(?:\d+(?:\.\d+)*(?:[.):]\s*|\s+))?`;

/** The mark of an item of a list: `-`, `2.`. */
export const LIST_MARK = String.raw`(?:[-*+]|\d+[.)])`;
