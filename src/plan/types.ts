import type { AlternativeGroup, CodeRange, CodeText, Doubt, DoubtAnswer, DoubtKind, Environment, Expectation, Parameter, Piece, PieceKey, Place, Runbook, Span, Step } from '../model/index.ts';

/** The caller's choices: the choosing options of `run` and `show`, and values found during a run. */
export interface PlanRequest {
  readonly target?: string;
  /** Values by parameter name, from `--set`, answers and captures. */
  readonly values: Readonly<Record<string, string>>;
  /** Headings given with `--section`. */
  readonly sections: readonly string[];
  /** Indices of alternatives that were declined, or menus that were left. */
  readonly declined?: readonly number[];
  readonly from?: string;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Whether to leave out steps that are not known to only read. */
  readonly readOnly?: boolean;
  /** Doubts that the caller settled, `--settle`. */
  readonly settle?: readonly Settlement[];
  /** `false` if pins in the file must not settle doubts, because the caller may have written the file. */
  readonly pinsSettle?: boolean;
  /** Pieces that the run skipped, so that what they would set is not set. */
  readonly skipped?: readonly PieceKey[];
  /** The settlements of the plan lock. */
  readonly locked?: readonly LockedAnswer[];
  /** The environment from which environment parameters take their values. */
  readonly environment: Environment;
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

/** The runbook with all choices and known values applied. Pure: the same runbook and request give the same plan. */
export interface Plan {
  readonly runbook: Runbook;
  readonly request: PlanRequest;
  /** `null` if no step depends on a target, or none is chosen yet. */
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

/** A problem with the request: the caller's mistake, exit code 2. */
export interface PlanProblem {
  readonly kind: 'target' | 'parameter' | 'value' | 'section' | 'step' | 'settle' | 'nothing';
  /** e.g. `--target raxx-api-prd`. */
  readonly what: string;
  /** e.g. `no such target`. */
  readonly why: string;
  /** One line: what to do now. */
  readonly advice: string;
  readonly span?: Span;
}

/** A plan, and the problems with the request; with any problem, nothing should run. */
export interface PlanResult {
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
}

/** The target that the plan is for. */
export interface ChosenTarget {
  readonly name: string;
  /** Cells of the inventory row by column; empty for a name that only a glob matches. */
  readonly row: Readonly<Record<string, string>>;
}

/** A parameter with its value, and where that came from. */
export interface PlannedParameter {
  readonly parameter: Parameter;
  readonly value: string | null;
  readonly source: 'set' | 'target' | 'environment' | 'default' | null;
  /** Whether an included step needs it. */
  readonly needed: boolean;
  /** Whether its value is never shown, because of a pin or its name. */
  readonly secret: boolean;
  /** Set for a variable that only pieces of another place set: the line and the place. */
  readonly setElsewhere: string | null;
}

/** What is still open; `name` says how the caller answers it, `span` where the text asks. */
export type Question =
  | { readonly kind: 'parameter'; readonly name: string; readonly example: string | null; readonly from: string; readonly span: Span; readonly steps: readonly string[] }
  | { readonly kind: 'target'; readonly name: string; readonly choices: readonly string[]; readonly span: Span }
  | { readonly kind: 'doubt'; /** As `--settle` takes it: `steps-2.0/conditional`. */ readonly name: string; readonly step: string; readonly piece: number; readonly doubt: Doubt; readonly span: Span }
  | { readonly kind: 'alternative'; readonly name: string; /** Index of the group. */ readonly group: number; readonly choices: readonly string[]; readonly span: Span };

/** A step with the choices and values of the plan. */
export interface PlannedStep {
  readonly step: Step;
  readonly included: boolean;
  /** Why it is in or out, in words with the line that says so: `out: "Rollback" (line 40) is a contingency`. */
  readonly reason: string;
  /** The code that would run, with known values filled in; `''` for a manual step. */
  readonly code: string;
  /** Empty for a manual step. */
  readonly pieces: readonly PlannedPiece[];
  /** For manual steps: their expectations and offers, with values filled in. */
  readonly offers: readonly string[];
  readonly expectations: readonly PlannedExpectation[];
  /** Names of all parameters that it uses, in order of use. */
  readonly parameters: readonly string[];
  /** Names of parameters that this step needs and that have no value yet. */
  readonly missing: readonly string[];
  readonly unboundHosts: readonly string[];
}

/** A piece with the choices and values of the plan. */
export interface PlannedPiece {
  readonly piece: Piece;
  readonly title: string | null;
  /** The code for the shell, with known values filled in. */
  readonly code: CodeText;
  /** The places where `code` differs from the file, as offsets into `code.text`. */
  readonly replaced: readonly Replacement[];
  readonly missing: readonly string[];
  /** Values that are not allowed where the text needs them. */
  readonly refused: readonly Refusal[];
  /** Variables that the piece gets: environment parameters that the piece reads, by name, with their values. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that it reads and that only pieces of another place set: the line and the place. */
  readonly setElsewhere: Readonly<Record<string, string>>;
  readonly expectations: readonly PlannedExpectation[];
  /** Hosts, and values of another target's row, that are not in the chosen target's row and must not be used without a person's confirmation. */
  readonly unboundHosts: readonly string[];
  /** The doubts about it, settled or not; while one is open it is held. */
  readonly doubts: readonly Doubt[];
  /** The place where it belongs, with the chosen target's values; `null` if the text names none, which means here. */
  readonly on: Place | null;
}

/** A value that is not allowed in a place, and why. */
export interface Refusal {
  readonly name: string;
  readonly why: string;
  readonly span: Span;
}

/** A place of the code in which the plan put a value. */
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

/** The result of a check, with the reason. */
export interface Verdict {
  readonly status: 'held' | 'failed' | 'unverified';
  /** e.g. `no line equals 200; the output is 503`. */
  readonly reason: string;
  /** The part of the output that the reader should look at, at most a few lines; `''` where there is none. */
  readonly seen: string;
}
