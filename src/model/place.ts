/** Where a piece belongs. `elsewhere`: on the other side of a session that is open, or that prose speaks of; never run from here. */
export type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'ssh'; readonly host: string }
  | { readonly kind: 'kubectl'; readonly namespace: string; readonly pod: string; readonly container: string | null }
  | { readonly kind: 'docker'; readonly container: string }
  | { readonly kind: 'elsewhere'; /** The opener or the words that say so: `ssh db-1`. */ readonly opener: string };
