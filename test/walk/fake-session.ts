import { fold, foldAll, nextAttempt, OutputEvent, type RunEvent, type RunState, type Unstamped, somethingRan } from '../../src/events/index.ts';
import type { PieceResult, RunSession } from '../../src/execute/index.ts';
import { unseenChecks } from '../../src/execute/session/checks.ts';
import { judge, type Plan, planRun, type PlanProblem } from '../../src/plan/index.ts';

/** What a command of a made-up machine does. */
interface Acted {
  readonly exit: number;
  readonly output: string;
}

/** A machine without a shell: `say words` prints them, `fail n` ends with that status, `flaky n` holds from the n-th attempt on, `ping` never hears an answer, `fine` does nothing. */
export function act(code: string, attempt: number): Acted {
  const command = code.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#'))?.trim() ?? '';
  const [name, ...words] = command.split(' ');
  if (name === 'say') return { exit: 0, output: `${words.join(' ')}\n` };
  if (name === 'flaky') return { exit: attempt < Number(words[0]) ? 1 : 0, output: `attempt ${attempt}\n` };
  if (name === 'ping') return { exit: 1, output: '0 received\n' };
  return { exit: name === 'fail' ? Number.parseInt(words[0] ?? '1', 10) : 0, output: '' };
}

/** A session that keeps its events in memory; its clock goes on by a second with each. */
export class FakeSession implements RunSession {
  readonly id = 'r1';
  readonly folder = '/nowhere';
  readonly terminalGiven = false;
  readonly backgroundFailure = null;
  readonly events: RunEvent[] = [];
  broken: string | null = null;
  state: RunState;
  plan: Plan;
  closed = false;
  environment: Record<string, string> = {};
  /** Resolves what runs: a command that does not end by itself waits for it. */
  private stop: (() => void) | null = null;
  private readonly listeners = new Set<(event: RunEvent) => void | Promise<void>>();
  private readonly outputs = new Map<string, string>();

  constructor(plan: Plan, earlier: readonly RunEvent[] = []) {
    this.plan = plan;
    this.events.push(...earlier);
    this.state = foldAll(this.id, earlier);
    const steps = plan.steps.filter(({ included }) => included).map(({ step }) => step.id);
    this.emit({ type: 'run-started', runbook: '/r.md', title: null, target: plan.target?.name ?? null, operator: 'kim', mode: 'walk', version: '0', pid: 1, host: 'h', digest: '', sections: plan.request.sections, steps, budgetSeconds: null, ...(earlier.length > 0 ? { resumed: true } : {}) });
  }

  private emit(event: Unstamped): void {
    const time = new Date(Date.UTC(2026, 4, 14, 3, 0, this.events.length)).toISOString();
    const stamped = event.type === 'output' ? new OutputEvent({ ...event, time, run: this.id }, Buffer.from(event.text)) : ({ ...event, time, run: this.id } as RunEvent);
    this.events.push(stamped);
    this.state = fold(this.state, stamped);
    for (const listener of this.listeners) void listener(stamped);
  }

  mask(text: string): string {
    return text;
  }

  subscribe(listener: (event: RunEvent) => void | Promise<void>): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setParameter(name: string, value: string, source: 'answer' | 'capture', again: readonly { readonly step: string; readonly piece: number }[] = []): PlanProblem | null {
    const problem = this.replan({ ...this.plan.request, values: { ...this.plan.request.values, [name]: value } });
    const was = this.state.parameters[name]?.value;
    if (problem === null) this.emit({ type: 'parameter-set', name, value, source, secret: false, who: 'kim', ...(was === undefined ? {} : { was }), ...(again.length === 0 ? {} : { again }) });
    return problem;
  }

  replan(request: Plan['request']): PlanProblem | null {
    const { plan, problems } = planRun(this.plan.runbook, request);
    if (problems[0] === undefined) this.plan = plan;
    return problems[0] ?? null;
  }

  record(event: Unstamped): void {
    this.emit(event);
  }

  surroundings(): { readonly directory: string; readonly environment: Record<string, string> } {
    return { directory: '/', environment: this.environment };
  }

  async runPiece(step: string, index: number, options: { readonly code?: string } = {}): Promise<PieceResult> {
    const planned = this.plan.steps.find((each) => each.step.id === step);
    const piece = planned?.pieces[index];
    if (piece === undefined) throw new Error(`no piece ${index} of ${step}`);
    const code = options.code ?? piece.code.text;
    const attempt = (this.state.steps[step]?.pieces[index]?.attempt ?? 0) + 1;
    const place = { step, piece: index, attempt };
    this.emit({ type: 'step-started', ...place, kind: 'command', title: piece.title ?? planned?.step.title ?? step, code, ...(piece.piece.follow === null ? {} : { follow: true }) });
    const stopped = code.includes('sleep') || piece.piece.follow !== null ? await new Promise<boolean>((done) => (this.stop = () => done(true))) : await Promise.resolve(false);
    this.stop = null;
    const { exit, output } = act(code, attempt);
    if (output !== '') this.emit({ type: 'output', ...place, stream: 'stdout', text: output });
    this.outputs.set(`${step}/${index}`, output);
    for (const [at, expectation] of piece.expectations.entries()) {
      const verdict = judge(expectation, { stdout: output, stderr: '' });
      this.emit({ type: 'expectation', ...place, index: at, text: expectation.text, kind: expectation.expectation.kind, ...verdict });
    }
    const checks = this.state.steps[step]?.pieces[index]?.expectations ?? [];
    const failed = checks.find(({ status }) => status === 'failed');
    const reason = stopped ? 'stopped' : exit !== 0 ? `exit status ${exit}` : failed === undefined ? '' : `expected ${failed.text}: ${failed.reason}`;
    const outcome = stopped ? 'stopped' : reason === '' ? 'passed' : 'failed';
    const endsBlock = /^exit/m.test(code);
    this.emit({ type: 'step-finished', ...place, status: outcome, exitCode: stopped ? null : exit, durationMs: 1, ...(reason === '' ? {} : { reason }), ...(endsBlock ? { endsBlock } : {}) });
    return { outcome, exitCode: exit, interrupted: false, checks, endsBlock, reason };
  }

  judge(step: string, piece: number, index: number, status: 'held' | 'failed' | 'unverified', reason: string): void {
    const known = this.state.steps[step]?.pieces[piece]?.expectations.find((each) => each.index === index);
    if (known === undefined) return;
    const { who: _who, ...event } = known;
    this.emit({ ...event, status, reason, ...(status === 'unverified' ? {} : { who: 'kim' }) });
  }

  accept(step: string, piece: number, reason: string): void {
    const known = this.state.steps[step]?.pieces[piece];
    for (const event of known?.expectations ?? []) if (event.status === 'failed') this.emit({ ...event, accepted: reason, who: 'kim' });
    if (known?.finished != null) this.emit({ ...known.finished, accepted: reason, who: 'kim' });
  }

  skip(step: string, piece: number, reason: string, by: 'operator' | 'plan' | 'unbound-host' = 'operator'): void {
    this.emit({ type: 'step-skipped', step, piece, attempt: nextAttempt(this.state, { step, piece }), reason, by });
  }

  markDone(step: string, piece = 0, reason?: string): void {
    const place = { step, piece, attempt: 1 };
    this.emit({ type: 'step-started', ...place, kind: 'manual', title: step, code: '' });
    this.leaveChecks(place);
    this.emit({ type: 'step-finished', ...place, status: 'passed', exitCode: null, durationMs: 0, ...(reason === undefined ? {} : { reason }) });
  }

  markRan(step: string, piece: number, reason: string): void {
    const place = { step, piece, attempt: this.state.steps[step]?.pieces[piece]?.attempt ?? 1 };
    this.leaveChecks(place);
    this.emit({ type: 'step-finished', ...place, status: 'passed', exitCode: null, durationMs: 0, reason, who: 'kim' });
  }

  private leaveChecks(place: { readonly step: string; readonly piece: number; readonly attempt: number }): void {
    const planned = this.plan.steps.find((each) => each.step.id === place.step);
    for (const event of unseenChecks(place, (planned?.pieces[place.piece] ?? planned)?.expectations ?? [])) this.emit(event);
  }

  note(text: string, level: 'operator' | 'info' | 'warning' = 'operator', step?: string): void {
    this.emit({ type: 'note', text, level, ...(step === undefined ? {} : { step }) });
  }

  stopPiece(): void {
    this.stop?.();
  }

  outputTail(step: string, piece: number): string {
    return this.outputs.get(`${step}/${piece}`) ?? '';
  }

  async finish(status: 'passed' | 'failed' | 'aborted', reason: string, counts?: NonNullable<RunState['counts']>): Promise<RunState> {
    this.emit({ type: 'run-finished', status, reason, durationMs: 1000, row: somethingRan({ ...this.state, status }) ? 'due' : 'none', ...(counts === undefined ? {} : { counts }) });
    return this.state;
  }

  recorded(row: string, status: 'written' | 'kept'): void {
    this.emit({ type: 'history-recorded', row, status });
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
