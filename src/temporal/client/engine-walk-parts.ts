import type { Listener, RunEvent } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { RowPort } from '../../walk/index.ts';
import type { Who } from '../protocol.ts';
import type { Remote } from './remote.ts';

/** The parts of a remote walk. */
export interface EngineWalkParts {
  /** Begins the run, or finds the existing one, and tells what is worth knowing meanwhile. */
  join(goneAway: () => boolean, tell: (text: string) => void): Promise<JoinedRun | null>;
  /** The plan of the text here. */
  readonly plan: Plan;
  readonly who: Who;
  /** The command that returns to it. */
  readonly joins: string;
  /** Called with every event. */
  readonly listener?: Listener<RunEvent>;
}

/** The run that was begun or joined. */
export interface JoinedRun {
  readonly remote: Remote;
  /** The plan of the text that it began with. */
  readonly plan: Plan;
  /** Writes the row in this checkout; `null` if none is to be written here. */
  readonly row: RowPort | null;
}
