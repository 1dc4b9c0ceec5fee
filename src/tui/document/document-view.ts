import type { RunState } from '../../events/index.ts';
import type { ShellAnalysis } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { At, Prompt, Running } from '../../walk/index.ts';
import type { OutputView } from '../output/output-view.ts';

/** All that the document shows beside the file itself: what is asked, what runs, what ran. */
export interface DocumentView {
  readonly plan: Plan;
  readonly state: RunState;
  readonly prompt: Prompt | null;
  readonly running: Running | null;
  /** The piece or manual step that is next, runs, or is asked about: it has the frame. */
  readonly focus: At | null;
  /** Another place that is looked at. */
  readonly look: At | null;
  /** Sections that are open although they are out, or shut although they are in. */
  readonly toggled: ReadonlySet<number>;
  /** What was replaced in the framed command is spelled out. */
  readonly values: boolean;
  /** Rows that the output of one piece may take. */
  readonly outputRows: number;
  /** There is room for the output that the file shows beside what was written. */
  readonly wide: boolean;
  readonly unicode: boolean;
  /** How steps differ from what was locked, by their ids. */
  readonly unlike: ReadonlyMap<string, readonly string[]>;
  /** What a piece wrote, or `null` where it did not run. */
  output(step: string, piece: number): OutputView | null;
  readShell(code: string): ShellAnalysis;
  mask(text: string): string;
}

/** Whether a place is the framed one. */
export function isFocus({ focus }: Pick<DocumentView, 'focus'>, step: string, piece: number): boolean {
  return focus !== null && focus.step === step && focus.piece === piece;
}
