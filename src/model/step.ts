import type { Doubt } from './doubt.ts';
import type { Effect, EffectMark, HazardMark, ShellAnalysis } from './shell/index.ts';
import type { Pins } from './pins.ts';
import type { Opener, Place } from './place.ts';
import type { Block } from './prose.ts';
import type { Budget, Callout, SectionRole } from './section.ts';
import type { Slot } from './slot.ts';
import type { CodeRange, CodeText, Located, Span } from './span.ts';

/** What is done in one go: a block of commands, or something that a person does. */
export type Step = CommandStep | ManualStep;

interface StepBase {
  /** Stable: the `name` pin, else the slug of the section with a counter (`verify-recovery-2`). */
  readonly id: string;
  readonly index: number;
  readonly title: string;
  readonly section: number;
  /** Headings from depth 2 down to the section, e.g. `['Rollback', 'Verification']`. */
  readonly headings: readonly string[];
  readonly role: SectionRole;
  readonly span: Span;
  /** The prose that leads to it: since the heading, or the part of the prose since the previous step that is about this one. */
  readonly prose: readonly Block[];
  /** The prose below it that is about it. */
  readonly below: readonly Block[];
  /** Warnings and notes to show while this step is on screen. */
  readonly callouts: readonly Callout[];
  /** The budget of the step, or of the innermost section that states one. */
  readonly budget: Budget | null;
  /** Target globs from all enclosing sections and pins; empty: all targets. */
  readonly appliesTo: readonly Located<string>[];
  /** The innermost alternative that it belongs to: the index into `Runbook.alternatives`, and of the choice within it; or `null`. */
  readonly alternative: { readonly group: number; readonly choice: number } | null;
  readonly pins: Pins;
}

/** A step to run. */
export interface CommandStep extends StepBase {
  readonly kind: 'command';
  readonly from: 'fence' | 'prompt' | 'indented' | 'table';
  /** Info string's first word, `''` where there is none. */
  readonly language: string;
  /** The code for the shell, without prompts, list indentation and sample output. Literals and placeholders are still as written. */
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
  /** Never empty; together they are `code`, in order. */
  readonly pieces: readonly Piece[];
  /** Replaceable places in `code`, in order, not overlapping. */
  readonly slots: readonly Slot[];
  /** Sample output in the block or after it, shown and never run. */
  readonly sampleOutput: string | null;
  /** "For console:" before the block: it replaces step `of` on targets whose name contains this word. */
  readonly variant: { readonly word: string; readonly of: number; readonly span: Span } | null;
  /** The strongest effect of its pieces, after pins. */
  readonly effect: PieceEffect;
  /** The first mark of each kind over all pieces, after pins; `destructive` if the effect is `destroys`. */
  readonly destructive: Mark | null;
  readonly interactive: Mark | null;
  readonly follow: Mark | null;
  readonly revealing: Mark | null;
}

/** A step that a person does. */
export interface ManualStep extends StepBase {
  readonly kind: 'manual';
  readonly text: readonly Block[];
  /** Commands in backquotes that can be offered; never run automatically. */
  readonly offers: readonly Offer[];
  /** "Expected output" blocks and Expected cells that belong to it. */
  readonly expectations: readonly Expectation[];
}

/** A command in backquotes within prose. */
export interface Offer {
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
  readonly slots: readonly Slot[];
}

/** A part of a block that runs separately, with its own output, status and checks. Offsets are into the step's `code.text`. */
export interface Piece extends CodeRange {
  readonly index: number;
  /** `manual`: comments that ask for something by hand, with nothing to run below them. */
  readonly kind: 'command' | 'manual';
  /** From the comment that titles it, without its number, or `null`. */
  readonly title: string | null;
  readonly expectations: readonly Expectation[];
  /** The strongest effect of its commands and of what is typed into a session that it opens, after pins. */
  readonly effect: PieceEffect;
  /** Its effect is `destroys`. */
  readonly destructive: Mark | null;
  readonly interactive: Mark | null;
  readonly follow: Mark | null;
  /** Set if it prints a secret: its output is shown but not stored. */
  readonly revealing: Mark | null;
  /** The place where it belongs; `null` if the text names none, which means here. */
  readonly on: Place | null;
  /** The openers of the sessions that it is typed into, outermost first. */
  readonly openers: readonly Opener[];
  /** What the text leaves open about it, at most one of a kind. */
  readonly doubts: readonly Doubt[];
  /** Hosts of URLs in the commands of this piece. */
  readonly hosts: readonly (CodeRange & { readonly host: string })[];
}

/** The effect of running something, and the word that it was read from (`pin` if the author said so, `''` if nothing runs). */
export interface PieceEffect {
  readonly effect: Effect;
  readonly word: string;
}

/** A mark and the word that it was read from (`pin` if the author said so). */
export interface Mark {
  readonly word: string;
  readonly from: 'word' | 'pin';
  readonly marks: readonly (HazardMark | EffectMark)[];
}

/** How an expectation is checked: by a regular expression, by parts that have to occur, by one text as whole tokens, or by a person. */
export type ExpectationKind = 'regex' | 'quoted' | 'literal' | 'judgement';

/** What the runbook says that one should see. */
export interface Expectation {
  readonly kind: ExpectationKind;
  /** The words without the lead ("Expected:") and without backquotes, white space folded. */
  readonly text: string;
  /** kind `regex`: its source and flags. */
  readonly pattern: { readonly source: string; readonly flags: string } | null;
  /** kind `quoted`: the parts to find; `literal`: one part. */
  readonly parts: readonly ExpectedPart[];
  /** kind `quoted`: whether one of the parts is enough ("or" between them). */
  readonly anyPart: boolean;
  /** Innovation Engine's similarity, 0–1, with the expected text in `parts[0]`; else `null`. */
  readonly similarity: number | null;
  /** Why it is of this kind, e.g. `negation "no"`. */
  readonly reason: string;
  readonly span: Span;
}

/** A text that has to occur in the output, with its parameters filled in. */
export interface ExpectedPart {
  readonly text: string;
  /** Replaceable places in `text`. */
  readonly slots: readonly Slot[];
}
