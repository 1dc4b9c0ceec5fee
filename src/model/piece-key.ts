/** A place in a plan and in a run: a piece of a step. A step by hand is one place. */
export interface PieceKey {
  /** Id of the step. */
  readonly step: string;
  /** Index of the piece, from 0; 0 for a step by hand. */
  readonly piece: number;
}

/** Whether two places are the same piece. */
export function isSamePiece(one: PieceKey, other: PieceKey): boolean {
  return one.step === other.step && one.piece === other.piece;
}
