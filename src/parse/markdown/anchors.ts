import { slug } from 'github-slugger';

/** Words as a short id: `Pre-flight (≤ 60 s)` is `pre-flight`. */
export function slugOf(words: string): string {
  return shortSlug(words.replace(/\([^()]*\)/g, ' ')) || shortSlug(words);
}

/** A hyphen for all that is neither a letter nor a digit, and nothing of an emoji: neither its selector, which nobody sees, nor the key around a digit. */
function shortSlug(words: string): string {
  return slug(words.replace(/(?:[^\p{L}\p{Mn}\p{Mc}\p{N}]|[\uFE00-\uFE0F])+/gu, ' ').trim());
}
