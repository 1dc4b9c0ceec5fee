import { RunbookError } from '../../model/index.ts';
import type { AgentWalk } from '../host.ts';
import { AgentRun } from './agent-run.ts';

const FIRST_MS = 30_000;

/** The runs that this server is walking, by id. */
export class LiveRuns {
  private readonly runs = new Map<string, AgentRun>();
  private readonly listeners = new Set<(run: AgentRun) => void>();

  /**
   * Begins a walk, and waits until it asks.
   * @throws what kept it from beginning: another run of the same runbook and target, a journal that cannot be written.
   */
  async begin(options: AgentWalk): Promise<AgentRun> {
    const run = new AgentRun(options);
    await run.rest(FIRST_MS);
    if (run.failure !== null) throw run.failure;
    const id = run.walk.run;
    if (id === null) {
      run.walk.end('nobody took it');
      throw new RunbookError({ what: 'the run has not begun', why: `no worker took it within ${FIRST_MS / 1000} s`, advice: 'it waits for one: runbook worker; start_run with the same path and target joins it then' });
    }
    this.runs.set(id, run);
    run.onChange(() => this.tell(run));
    this.tell(run);
    return run;
  }

  get(id: string): AgentRun | undefined {
    return this.runs.get(id);
  }

  /** Leaves a run so that somebody can resume it; it is closed when this resolves. */
  async leave(run: AgentRun): Promise<void> {
    await run.leave();
    if (run.walk.run !== null) this.runs.delete(run.walk.run);
  }

  /** Called when the client is gone: stops what is running and leaves every run so that it can be resumed. */
  async leaveAll(): Promise<void> {
    await Promise.all([...this.runs.values()].map((run) => run.leave()));
    this.runs.clear();
  }

  /** Subscribes to changes of all runs. */
  onChange(listener: (run: AgentRun) => void): void {
    this.listeners.add(listener);
  }

  private tell(run: AgentRun): void {
    for (const listener of this.listeners) listener(run);
  }
}
