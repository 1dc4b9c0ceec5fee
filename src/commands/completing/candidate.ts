/** What a shell may offer: a word and, where it is not plain from the word, what it means. */
export interface Candidate {
  readonly value: string;
  readonly about?: string;
}

/** Paths are the shell's own business: it knows `~`, quoting and colours. */
export type PathKind = 'markdown' | 'files' | 'folders';

/** What may come next. */
export type Completion = { readonly kind: 'words'; readonly candidates: readonly Candidate[] } | { readonly kind: 'paths'; readonly paths: PathKind; readonly before: string };

export const NOTHING: Completion = { kind: 'words', candidates: [] };

/** Words to offer. */
export function offer(candidates: readonly Candidate[]): Completion {
  return { kind: 'words', candidates };
}
