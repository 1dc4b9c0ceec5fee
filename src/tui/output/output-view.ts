/** Output that is kept, by line numbers that never change. */
export interface OutputView {
  /** Changes with every write. */
  readonly version: number;
  /** Number of the first line that is still there. */
  readonly first: number;
  /** One more than the number of the last. */
  readonly end: number;
  lines(from: number, to: number): readonly string[];
  /** The nearest line at or after (before) `from` that has the text, in any case; `null` where there is none. */
  find(text: string, from: number, by: 1 | -1): number | null;
}
