import type { AlternativeGroup, CodeRange, CodeText, Doubt, DoubtAnswer, DoubtKind, Expectation, Parameter, Piece, Place, Runbook, Span, Step } from '../model/index.ts';

/** What the caller chose: the choosing options of `run` and `show`, and values found out during a run. */
export interface PlanRequest {
  readonly target?: string;
  /** Values by parameter name, from `--set`, answers and captures. */
  readonly values: Readonly<Record<string, string>>;
  /** Headings given with `--section`. */
  readonly sections: readonly string[];
  /** Indices of alternatives of which none is wanted, or none any more. */
  readonly declined?: readonly number[];
  readonly from?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Steps that are not known to only read are left out. */
  readonly readOnly?: boolean;
  /** Doubts that the caller settled, `--settle`. */
  readonly settle?: readonly Settlement[];
  /** `false` where what the file itself says settles no doubt: whoever asks may have written it. */
  readonly pinsSettle?: boolean;
  /** Pieces that the run skipped: what they would set is not set. */
  readonly skipped?: readonly { readonly step: string; readonly piece: number }[];
  /** What the plan lock settled. */
  readonly locked?: readonly LockedAnswer[];
  /** The environment that environment parameters may come from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** An answer to a doubt of a step: of one of its pieces or of any, of one kind or of any. */
export interface Settlement {
  readonly step: string;
  readonly piece: number | null;
  readonly doubt: DoubtKind | null;
  readonly answer: DoubtAnswer;
}

/** An answer that somebody gave in the plan lock. */
export interface LockedAnswer {
  readonly step: string;
  readonly piece: number;
  readonly doubt: DoubtKind;
  readonly answer: DoubtAnswer;
}

/** The file with everything chosen and known put in place. Pure: the same runbook and request give the same plan. */
export interface Plan {
  readonly runbook: Runbook;
  readonly request: PlanRequest;
  /** `null` where no step depends on a target, or none is chosen yet. */
  readonly target: ChosenTarget | null;
  readonly parameters: readonly PlannedParameter[];
  /** Every step of the runbook, in document order; those that are out say why. */
  readonly steps: readonly PlannedStep[];
  readonly alternatives: readonly { readonly group: AlternativeGroup; readonly name: string; readonly labels: readonly string[]; /** Labels of what is chosen; several of a menu only. */ readonly chosen: readonly string[] }[];
  /** What must be answered before (unattended) or during (walk) the run. Only what the included steps need. */
  readonly questions: readonly Question[];
  /** Whether what runs depends on the target. */
  readonly needsTarget: boolean;
}

/** What is wrong with the request: the caller's mistake, exit code 2. */
export interface PlanProblem {
  readonly kind: 'target' | 'parameter' | 'value' | 'section' | 'step' | 'settle' | 'nothing';
  /** e.g. `--target raxx-api-prd`. */
  readonly what: string;
  /** e.g. `no such target`. */
  readonly why: string;
  /** One line: what to do now. */
  readonly advice: string;
  /** What was probably meant, best first. */
  readonly suggestions: readonly string[];
  readonly span?: Span;
}

/** A plan, and what of the request could not be followed; with problems, nothing should run. */
export interface PlanResult {
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
}

export interface ChosenTarget {
  readonly name: string;
  /** Cells of the inventory row by column; empty for a name that only a glob matches. */
  readonly row: Readonly<Record<string, string>>;
  readonly inventory: number | null;
  /** How it came to be chosen. */
  readonly from: 'request' | 'pin' | 'only';
}

/** A parameter with the value it has, and where that value came from. */
export interface PlannedParameter {
  readonly parameter: Parameter;
  readonly value: string | null;
  readonly source: 'set' | 'target' | 'environment' | 'default' | null;
  /** Whether an included step needs it. */
  readonly needed: boolean;
  /** Its value is never shown: pinned so, or its name says so. */
  readonly secret: boolean;
  /** Where it is a variable that only pieces of another place set: which line, and where. */
  readonly setElsewhere: string | null;
}

export type Question =
  | { readonly kind: 'parameter'; readonly name: string; readonly example: string | null; readonly from: string; readonly span: Span; readonly steps: readonly string[] }
  | { readonly kind: 'target'; readonly name: string; readonly choices: readonly string[]; readonly span: Span }
  | { readonly kind: 'doubt'; /** As `--settle` takes it: `steps-2.0/conditional`. */ readonly name: string; readonly step: string; readonly piece: number; readonly doubt: Doubt; readonly span: Span }
  | { readonly kind: 'alternative'; readonly name: string; /** Index of the group. */ readonly group: number; readonly menu: boolean; readonly choices: readonly string[]; readonly span: Span };

export interface PlannedStep {
  readonly step: Step;
  readonly included: boolean;
  /** Why it is in or out, in words with the line that says so: `out: "Rollback" (line 40) is a contingency`. */
  readonly reason: string;
  /** The text that would run, known values in place; `''` for a manual step. */
  readonly code: string;
  /** Empty for a manual step. */
  readonly pieces: readonly PlannedPiece[];
  /** Manual steps: their expectations and offers with values in place. */
  readonly offers: readonly string[];
  readonly expectations: readonly PlannedExpectation[];
  /** Names of all parameters that it uses, in order of use. */
  readonly parameters: readonly string[];
  /** Names of parameters that this step needs and that have no value yet. */
  readonly missing: readonly string[];
  readonly unboundHosts: readonly string[];
}

export interface PlannedPiece {
  readonly piece: Piece;
  readonly title: string | null;
  /** What the shell gets, known values in place. */
  readonly code: CodeText;
  /** Where `code` differs from the file, offsets into `code.text`. */
  readonly replaced: readonly Replacement[];
  readonly missing: readonly string[];
  /** Values that cannot stand where the text wants them. */
  readonly refused: readonly Refusal[];
  /** Variables that the piece gets: environment parameters that the piece reads, by name, with their values. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that it reads and only pieces of another place set: which line, and where. */
  readonly setElsewhere: Readonly<Record<string, string>>;
  readonly expectations: readonly PlannedExpectation[];
  /** Hosts (and values of another target's row) that belong to no cell of the chosen target's row: not to be used without a person's word. */
  readonly unboundHosts: readonly string[];
  /** What the text leaves open about it, settled or not; with an open one it is held. */
  readonly doubts: readonly Doubt[];
  /** Where it belongs, the chosen target's values in place; `null` where nothing says so, which is here. */
  readonly on: Place | null;
}

/** A value that cannot stand in a place, and why. */
export interface Refusal {
  readonly name: string;
  readonly why: string;
  readonly span: Span;
}

export interface Replacement extends CodeRange {
  /** What the file says there. */
  readonly was: string;
  readonly now: string;
  readonly because: 'target' | 'parameter';
  readonly name: string;
}

/** An expectation with known values in its parts. */
export interface PlannedExpectation {
  readonly expectation: Expectation;
  readonly text: string;
  readonly parts: readonly string[];
  /** Names of parameters in its parts that have no value yet: it cannot be checked. */
  readonly missing: readonly string[];
}

/** What a check came to, with the reason. */
export interface Verdict {
  readonly status: 'held' | 'failed' | 'unverified';
  /** e.g. `no line equals 200; the output is 503`. */
  readonly reason: string;
  /** The part of the output that the reader should look at, at most a few lines; `''` where there is none. */
  readonly seen: string;
}
