import type { PieceKey } from '../../model/index.ts';

/** The fields of every prompt. */
export interface PromptBase {
  readonly id: string;
}

/** A place in the plan. */
export type At = PieceKey;
