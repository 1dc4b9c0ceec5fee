/** Effects from the harmless to the worst; the place in this list is the rank. */
export const EFFECTS = ['reads', 'changes', 'unknown', 'destroys'] as const;

/** What a command does to the world. */
export type Effect = (typeof EFFECTS)[number];

/** A doubt that the answer asks for: any of `kinds` will do; an optional one may be there or not. */
export interface WantedDoubt {
  readonly kinds: readonly string[];
  readonly optional: boolean;
}

/** A check that the answer asks for: one of `texts`, of one of `kinds` (`null`: of any). */
export interface WantedExpectation {
  readonly texts: readonly string[];
  readonly kinds: readonly string[] | null;
  readonly maybe: boolean;
}

/** One piece as it ought to be read; `null` stands for "not judged". */
export interface WantedPiece {
  /** A short text of its code or words by which it is found. */
  readonly at: string;
  readonly kind: 'command' | 'manual';
  readonly effect: readonly Effect[] | null;
  readonly on: string | null;
  readonly doubts: readonly WantedDoubt[] | null;
  readonly expects: readonly WantedExpectation[];
  readonly traits: readonly Trait[];
  /** `null` where the answer leaves it open. */
  readonly included: boolean | null;
}

/** What a piece may also be. */
export const TRAITS = ['interactive', 'follow', 'revealing'] as const;
export type Trait = (typeof TRAITS)[number];

/** The place of a piece that runs on this machine, and of one whose place is not judged. */
export const HERE = 'here';
export const ANY = 'any';

/** One step as it ought to be read. */
export interface WantedStep {
  readonly kind: 'command' | 'manual';
  readonly at: string;
  readonly included: boolean | null;
  /** May be a step or none: judged only by whether it is dangerous. */
  readonly maybe: boolean;
  /** The strongest of its pieces, where the answer says it apart from theirs. */
  readonly effect: readonly Effect[] | null;
  readonly offers: readonly string[];
  readonly exactly: string | null;
  readonly pieces: readonly WantedPiece[];
}

/** One parameter as it ought to be read: any of `names`. */
export interface WantedParameter {
  readonly names: readonly string[];
  readonly secret: boolean | null;
  readonly example: string | null;
  readonly maybe: boolean;
}

/** A choice: words that each stand in one of its labels. */
export interface WantedAlternative {
  readonly labels: readonly string[];
  readonly menu: boolean;
}

/** What a runbook ought to be read as, written by hand from its source. */
export interface Answer {
  /** The Markdown beside the answer, or `null` where it names one of the corpus. */
  readonly file: string | null;
  readonly corpus: { readonly path: string; readonly digest: string } | null;
  readonly target: string | null;
  readonly set: Readonly<Record<string, string>>;
  readonly sections: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly targets: readonly string[] | null;
  readonly parameters: readonly WantedParameter[];
  readonly alternatives: readonly WantedAlternative[];
  /** Texts that must stand in no step of their own. */
  readonly nothing: readonly string[];
  readonly steps: readonly WantedStep[];
}
