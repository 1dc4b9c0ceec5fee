import { distance } from 'fastest-levenshtein';

/** The candidates that somebody who typed `word` may have meant, best first: equal except for case, with few typing errors, or beginning with it. */
export function closest(word: string, candidates: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, errors: errorsTo(wanted, candidate.toLowerCase()) }))
    .filter(({ errors }) => errors <= limit)
    .sort((a, b) => a.errors - b.errors)
    .map(({ candidate }) => candidate);
}

function errorsTo(wanted: string, candidate: string): number {
  if (wanted.length >= 3 && (candidate.startsWith(wanted) || candidate.endsWith(wanted))) return 1;
  const errors = typingErrors(wanted, candidate);
  // `slug-pth` should find `slug-path-1`: the number is what one forgets first.
  const bare = candidate.replace(/-\d+$/, '');
  return bare === candidate ? errors : Math.min(errors, typingErrors(wanted, bare) + 1);
}

/** The insertions, deletions and replacements that turn one text into the other; swapped letters (`lnit` for `lint`) count as one error less. */
export function typingErrors(a: string, b: string): number {
  const errors = distance(a, b);
  return errors > 1 && letters(a) === letters(b) ? errors - 1 : errors;
}

function letters(text: string): string {
  return Array.from(text).sort().join('');
}
