/** A place that a command names: a host, a cluster, an account. */
export interface NamedPlace {
  /** What kind of place it is, in words: "the host". */
  readonly what: string;
  readonly name: string;
}
