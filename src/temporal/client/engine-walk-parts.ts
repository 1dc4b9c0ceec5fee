import type { RunEvent } from '../../events/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { RowPort } from '../../walk/index.ts';
import type { Who } from '../protocol.ts';
import type { Remote } from './remote.ts';

/** What a walk from afar is made of. */
export interface EngineWalkParts {
  /** Begins the run, or finds the one that there is. */
  join(goneAway: () => boolean): Promise<JoinedRun | null>;
  /** Of the text as it is here. */
  readonly plan: Plan;
  readonly who: Who;
  /** How one comes back to it, as a command. */
  readonly joins: string;
  /** Gets every event. */
  readonly listener?: (event: RunEvent) => void | Promise<void>;
  /** Called when the engine does not answer, and when it does again. */
  away(why: string | null): void;
}

/** The run that was begun or found. */
export interface JoinedRun {
  readonly remote: Remote;
  /** Of the text that it began with. */
  readonly plan: Plan;
  /** The row in this checkout; `null` where none is to be written here. */
  readonly row: RowPort | null;
}
