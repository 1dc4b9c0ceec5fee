/** The fields of every event. */
export interface EventBase {
  readonly time: string;
  /** Id of the run. */
  readonly run: string;
}
