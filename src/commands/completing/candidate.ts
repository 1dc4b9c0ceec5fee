/** A word that a shell may offer, with its meaning unless that is obvious. */
export interface Candidate {
  readonly value: string;
  readonly about?: string;
}

/** Kinds of paths, which the shell completes itself: it knows `~`, quoting and colours. */
type PathKind = 'markdown' | 'files' | 'folders';

/** What may come next. */
export type Completion = { readonly kind: 'words'; readonly candidates: readonly Candidate[] } | { readonly kind: 'paths'; readonly paths: PathKind; readonly before: string };

/** Where nothing can be said. */
export const NOTHING: Completion = { kind: 'words', candidates: [] };

/** Words to offer. */
export function offer(candidates: readonly Candidate[]): Completion {
  return { kind: 'words', candidates };
}
