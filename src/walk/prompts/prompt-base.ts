/** The fields of every prompt. */
export interface PromptBase {
  readonly id: string;
}

/** A place in the plan. */
export interface At {
  /** Id of the step. */
  readonly step: string;
  /** Index of the piece, from 0; 0 for a manual step. */
  readonly piece: number;
}
