import { slug } from 'github-slugger';

/** Words as a short id: `Pre-flight (≤ 60 s)` is `pre-flight`. */
export function slugOf(words: string): string {
  return shortSlug(words.replace(/\([^()]*\)/g, ' ')) || shortSlug(words);
}

/** A hyphen for all that is neither a letter nor a digit. */
function shortSlug(words: string): string {
  return slug(words.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim());
}
