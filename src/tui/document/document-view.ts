import type { RunState } from '../../events/index.ts';
import type { ShellAnalysis } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { At, Prompt, Running } from '../../walk/index.ts';
import type { OutputView } from '../output/output-view.ts';

/** Everything that the document shows besides the file itself: what is asked, what is running, what has run. */
export interface DocumentView {
  readonly plan: Plan;
  readonly state: RunState;
  readonly prompt: Prompt | null;
  /** Whether the question about a held step has the words of the first doubt whole. */
  readonly heldWhole: boolean;
  readonly running: Running | null;
  /** The piece or manual step in the frame: it is next, running, or asked about. */
  readonly focus: At | null;
  /** Another place that the operator is looking at. */
  readonly look: At | null;
  /** Sections that are open although they are out, or shut although they are in. */
  readonly toggled: ReadonlySet<number>;
  /** Whether replacements in the framed command are spelled out. */
  readonly values: boolean;
  /** The most rows for the output of one piece. */
  readonly outputRows: number;
  /** The rows that the outline has at most times. */
  readonly outlineRows: number;
  /** Whether there is room for the file's sample output beside the real one. */
  readonly wide: boolean;
  readonly unicode: boolean;
  /** How steps differ from what was locked, by their ids. */
  readonly unlike: ReadonlyMap<string, readonly string[]>;
  /** The output of a piece; `null` if it has not run. */
  output(step: string, piece: number): OutputView | null;
  readShell(code: string): ShellAnalysis;
  mask(text: string): string;
}

/** Whether a place is the framed one. */
export function isFocus({ focus }: Pick<DocumentView, 'focus'>, step: string, piece: number): boolean {
  return focus !== null && focus.step === step && focus.piece === piece;
}
