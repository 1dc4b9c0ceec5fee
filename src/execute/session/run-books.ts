import { type AttemptKey, type ExpectationChecked, MASK, nextAttempt, type Note, type ParameterSet, pieceState, type RunStarted, type RunState, type StepSkipped, type Unstamped } from '../../events/index.ts';
import type { CommandStep } from '../../model/index.ts';
import { pieceEffect, type Plan, type PlannedPiece, type PlanProblem, type PlanRequest, planRun, stepOf, titleAt } from '../../plan/index.ts';
import { unseenChecks } from './checks.ts';
import { neverPassed } from './never-passed.ts';
import { secretTest } from './secrets.ts';
import type { RunSession } from '../types.ts';

type Books = Pick<RunSession, 'plan' | 'state' | 'setParameter' | 'replan' | 'record' | 'judge' | 'accept' | 'skip' | 'markDone' | 'markRan' | 'note' | 'recorded'>;

/** Records everything about a run except what its pieces do: values, choices, judgements, skipped steps. It is the same wherever the pieces run. */
export abstract class RunBooks implements Books {
  private current: Plan;

  constructor(plan: Plan) {
    this.current = plan;
  }

  abstract get state(): RunState;
  /** Who gave the reply that is being recorded. */
  protected abstract get operator(): string;
  abstract emit(event: Unstamped): void;
  /** Makes what was recorded survive a power cut. */
  protected abstract sync(): void;
  /** Called when a secret gets a value. */
  protected abstract hide(name: string, value: string): void;

  get plan(): Plan {
    return this.current;
  }

  /** Records that the run begins, or goes on, and the values that it has from the start. */
  begin({ runbook, resumed, ...about }: Pick<RunStarted, 'runbook' | 'row' | 'operator' | 'mode' | 'version' | 'pid' | 'host' | 'digest' | 'resumed'>): void {
    const { parameters, request, runbook: { title, budget }, steps, target } = this.current;
    this.emit({
      type: 'run-started',
      runbook,
      title: title?.value ?? null,
      target: target?.name ?? null,
      ...about,
      sections: request.sections,
      steps: steps.filter(({ included }) => included).map(({ step }) => step.id),
      budgetSeconds: budget?.seconds ?? null,
      choosing: { from: request.from ?? null, only: request.only, skip: request.skip, ...(request.readOnly === true ? { readOnly: true } : {}) },
      ...(resumed === undefined ? {} : { resumed }),
    });
    // What was given is kept even where only a way that is not chosen yet needs it: a resumed run has it from here.
    for (const { parameter, value, source, needed } of parameters) if ((needed || source === 'set') && value !== null && source !== null) this.setParameter(parameter.name, value, source);
  }

  setParameter(name: string, value: string, source: ParameterSet['source'], again: ParameterSet['again'] = []): PlanProblem | null {
    const problem = this.replan({ ...this.current.request, values: { ...this.current.request.values, [name]: value } });
    if (problem !== null) return problem;
    const secret = this.isSecret(name);
    if (secret) this.hide(name, value);
    const known = this.state.parameters[name];
    const shown = secret ? MASK : value;
    // A resumed run has already recorded it, with its origin.
    if (known?.value === shown && !secret) return null;
    const was = known === undefined || (secret && source !== 'answer') ? {} : { was: known.value };
    this.emit({ type: 'parameter-set', name, value: shown, source: secret && known !== undefined && source === 'set' ? known.source : source, secret, ...(source === 'answer' ? { who: this.operator } : {}), ...was, ...(again.length === 0 ? {} : { again }) });
    return null;
  }

  replan(request: PlanRequest): PlanProblem | null {
    const { plan, problems } = planRun(this.current.runbook, { ...request, skipped: neverPassed(this.state) });
    const known = new Set(planRun(this.current.runbook, this.current.request).problems.map(({ what }) => what));
    const problem = problems.find(({ what }) => !known.has(what));
    if (problem === undefined) this.current = plan;
    return problem ?? null;
  }

  record(event: Unstamped): void {
    this.emit(event);
    this.sync();
  }

  judge(step: string, piece: number, index: number, status: ExpectationChecked['status'], reason: string): void {
    const known = pieceState(this.state, { step, piece })?.expectations.find((expectation) => expectation.index === index);
    if (known === undefined) return;
    const { run: _run, time: _time, who: _who, ...event } = known;
    this.record({ ...event, status, reason, ...(status === 'unverified' ? {} : { who: this.operator }) });
  }

  accept(step: string, piece: number, reason: string): void {
    const known = pieceState(this.state, { step, piece });
    if (known === undefined) return;
    for (const { run: _run, time: _time, ...event } of known.expectations) if (event.status === 'failed') this.emit({ ...event, accepted: reason, who: this.operator });
    if (known.finished !== null && pieceState(this.state, { step, piece })?.accepted === null) {
      const { run: _run, time: _time, ...event } = known.finished;
      this.emit({ ...event, accepted: reason, who: this.operator });
    }
    this.sync();
  }

  skip(step: string, piece: number, reason: string, by: StepSkipped['by'] = 'operator'): void {
    const planned = by === 'unbound-host' ? stepOf(this.current, step)?.pieces[piece] : undefined;
    const would = planned === undefined ? null : pieceEffect(planned, null);
    this.record({ type: 'step-skipped', step, piece, attempt: nextAttempt(this.state, { step, piece }), reason, by, title: titleAt(this.current, { step, piece }), ...(by === 'operator' ? { who: this.operator } : {}), ...(would === null ? {} : { effect: would.effect, effectWord: would.word }) });
    this.planAgain();
  }

  markDone(step: string, piece = 0, reason?: string): void {
    const place = { step, piece, attempt: nextAttempt(this.state, { step, piece }) };
    this.emit({ type: 'step-started', ...place, kind: 'manual', title: titleAt(this.current, { step, piece }), code: '' });
    this.leaveChecks(place);
    this.record({ type: 'step-finished', ...place, status: 'passed', exitCode: null, durationMs: 0, ...(reason === undefined ? { who: this.operator } : { reason }) });
  }

  markRan(step: string, piece: number, reason: string): void {
    const place = { step, piece, attempt: pieceState(this.state, { step, piece })?.attempt ?? 1 };
    this.leaveChecks(place);
    this.record({ type: 'step-finished', ...place, status: 'passed', exitCode: null, durationMs: 0, reason, who: this.operator });
  }

  note(text: string, level: Note['level'] = 'operator', step?: string): void {
    this.record({ type: 'note', text, level, ...(step === undefined ? {} : { step }) });
  }

  recorded(row: string, status: Parameters<RunSession['recorded']>[1], reason?: string): void {
    this.record({ type: 'history-recorded', row, status, ...(reason === undefined ? {} : { reason }) });
  }

  private leaveChecks(place: AttemptKey): void {
    const planned = stepOf(this.current, place.step);
    for (const event of unseenChecks(place, (planned?.pieces[place.piece] ?? planned)?.expectations ?? [])) this.emit(event);
  }

  /** What a skipped piece would have set is asked for when it is needed. */
  protected planAgain(): void {
    if (this.current.runbook.variables.length > 0) this.replan(this.current.request);
  }

  protected isSecret(name: string): boolean {
    return secretTest(this.current)(name);
  }

  /** A command of the plan. @throws where there is none such. */
  protected find(id: string, index: number): { readonly step: CommandStep; readonly piece: PlannedPiece } {
    const planned = stepOf(this.current, id);
    const piece = planned?.pieces[index];
    if (planned?.step.kind !== 'command' || piece === undefined) throw new Error(`no piece ${index} in step ${id}`);
    return { step: planned.step, piece };
  }
}
