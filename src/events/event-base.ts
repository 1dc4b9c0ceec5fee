/** What every event of a run has. */
export interface EventBase {
  readonly time: string;
  /** Id of the run. */
  readonly run: string;
}
