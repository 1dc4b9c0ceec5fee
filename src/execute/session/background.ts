import type { AttemptKey, StepStatus } from '../../events/index.ts';
import type { PlannedExpectation } from '../../plan/index.ts';
import type { RunningShell, ShellEnd } from '../shell/index.ts';
import type { Clock } from '../types.ts';
import type { AttemptOutput } from './attempt.ts';
import { check } from './checks.ts';
import type { Emitter } from './emitter.ts';

interface Member {
  readonly running: RunningShell;
  readonly done: Promise<void>;
}

/** Background pieces: they keep running while the next ones run, and end with the run. */
export class Background {
  private readonly members = new Set<Member>();
  private readonly emitter: Emitter;
  private readonly clock: Clock;
  private ending = false;
  /** How the first one that failed by itself ended, in words. */
  failure: string | null = null;

  constructor(emitter: Emitter, clock: Clock) {
    this.emitter = emitter;
    this.clock = clock;
  }

  add(place: AttemptKey, running: RunningShell, output: AttemptOutput, { expectations, stored }: { readonly expectations: readonly PlannedExpectation[]; readonly stored: boolean }): void {
    const began = this.clock.monotonic();
    const finish = (end: ShellEnd): void => {
      output.end();
      this.members.delete(member);
      const ended: StepStatus = end.exitCode === 0 && end.failure === null ? 'passed' : 'failed';
      const status = this.ending ? 'stopped' : ended;
      const seen = { stdout: output.seen.stdout.text(), stderr: output.seen.stderr.text() };
      for (const event of check(place, expectations, seen, { stopped: this.ending, unseen: null, stored })) void this.emitter.emit(event);
      void this.emitter.emit({ type: 'step-finished', ...place, status, exitCode: this.ending ? null : end.exitCode, ...(end.signal === null ? {} : { signal: end.signal }), durationMs: Math.round(this.clock.monotonic() - began) });
      if (status === 'failed') this.failure ??= `"${place.step}", which was to go on in the background, ended with ${end.failure ?? end.signal ?? `exit status ${end.exitCode ?? 'unknown'}`}`;
    };
    const member: Member = { running, done: running.ended.then(finish) };
    this.members.add(member);
  }

  /** Ends all that still run. */
  async end(): Promise<void> {
    this.ending = true;
    await Promise.all([...this.members].map(async ({ running, done }) => {
      await running.stop();
      await done;
    }));
  }
}
