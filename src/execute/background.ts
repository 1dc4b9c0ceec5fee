import type { StepStatus, Unstamped } from '../events/index.ts';
import type { AttemptOutput } from './attempt.ts';
import { endTree } from './process-tree.ts';
import type { RunningShell, ShellEnd } from './shell.ts';
import type { Clock } from './types.ts';

interface Place {
  readonly step: string;
  readonly piece: number;
  readonly attempt: number;
}

interface Member {
  readonly running: RunningShell;
  readonly done: Promise<void>;
}

/** Steps that go on while the next ones run, and end with the run. */
export class Background {
  private readonly members = new Set<Member>();
  private readonly emit: (event: Unstamped) => unknown;
  private readonly clock: Clock;

  constructor(emit: (event: Unstamped) => unknown, clock: Clock) {
    this.emit = emit;
    this.clock = clock;
  }

  add(place: Place, running: RunningShell, output: AttemptOutput): void {
    const began = this.clock.monotonic();
    const finish = (end: ShellEnd): void => {
      output.end();
      const stopped = this.ending;
      const status: StepStatus = stopped ? 'stopped' : end.exitCode === 0 ? 'passed' : 'failed';
      this.emit({ type: 'step-finished', ...place, status, exitCode: end.exitCode, ...(end.signal === null ? {} : { signal: end.signal }), durationMs: Math.round(this.clock.monotonic() - began) });
      this.members.delete(member);
    };
    const member: Member = { running, done: running.ended.then(finish) };
    this.members.add(member);
  }

  private ending = false;

  /** End all that still run. */
  async end(): Promise<void> {
    this.ending = true;
    await Promise.all([...this.members].map(async ({ running, done }) => {
      if (running.pid !== null) await endTree(running.pid, running.exited);
      await done;
    }));
  }
}
