import type { ListItem, RootContent } from 'mdast';
import type { CodeRange, CodeText, Expectation, Opener, PieceEffect, Pins, ShellAnalysis } from '../../model/index.ts';
import type { FenceDraft } from './fences.ts';

/** A step as found in the text, before anything is known of targets and parameters. */
export type StepDraft = CommandDraft | ManualDraft;

interface DraftBase {
  readonly section: number;
  readonly title: string | null;
  readonly range: CodeRange;
  /** The prose that leads to it. */
  readonly prose: RootContent[];
  /** The prose below it that is about it. */
  readonly below: RootContent[];
  readonly pins: Pins;
  /** The outermost list item around it, or `null`. */
  readonly item: ListItem | null;
}

/** Lines of a block that are typed elsewhere. */
export interface TypedElsewhere extends CodeRange {
  /** The sessions that lead there, outermost first, in words. */
  readonly place: readonly string[];
  /** The openers of these sessions, outermost first; empty if only a prompt shows the session. */
  readonly openers: readonly Opener[];
  /** Whether they are typed into a program with its own language. */
  readonly program: boolean;
  /** Their effect there; `null` if nothing is typed. */
  readonly effect: PieceEffect | null;
}

/** A sentence that leads to a block. */
export interface Lead {
  readonly text: string;
  /** Offset in the file. */
  readonly at: number;
  /** Whether it is the name of a container around the block, `<summary>Cleanup</summary>`: read as a heading is. */
  readonly isTitle?: boolean;
}

/** A block or table row that is to run. */
export interface CommandDraft extends DraftBase {
  readonly kind: 'command';
  /** The sentences that lead to the block: the last one before it and below the nearest heading, then the first of each list item around it and of each quote or `<details>`, innermost first. */
  readonly leads: readonly Lead[];
  readonly from: 'fence' | 'prompt' | 'indented' | 'table';
  readonly fence: FenceDraft | null;
  readonly language: string;
  readonly code: CodeText;
  readonly shell: ShellAnalysis;
  readonly elsewhere: readonly TypedElsewhere[];
  sampleOutput: string | null;
  /** Expectations outside the code. */
  readonly expectations: Expectation[];
  /** "For console:" before it, or above it as a heading; `alone` where no more than a name stands there: "Console:". */
  readonly variant: { readonly word: string; readonly alone: boolean; readonly range: CodeRange } | null;
}

/** A list item that a person does. */
export interface ManualDraft extends DraftBase {
  readonly kind: 'manual';
  readonly nodes: readonly RootContent[];
  readonly offers: readonly { readonly code: CodeText; readonly shell: ShellAnalysis }[];
  readonly expectations: Expectation[];
}
