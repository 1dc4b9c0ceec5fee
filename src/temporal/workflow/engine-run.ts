import type { ActivityInterfaceFor } from '@temporalio/workflow';
import { ambientKinds } from '../../context/index.ts';
import { type AttemptKey, pieceState, type RunEvent } from '../../events/index.ts';
import { missingWords } from '../../execute/index.ts';
import { parseRunbook } from '../../parse/index.ts';
import { planRun, type Plan } from '../../plan/index.ts';
import { answerBy, createWalk, refusalOf, unattendedReply, type Machine, type Prompt, type Refusal, type ReplyResult, type Walk } from '../../walk/index.ts';
import { MOST_EVENTS, type Activities, type Answer, type Claim, type Claimed, type ClaimRow, type EngineRequest, type Opened, type OutputOf, type RecordedRow, type RunInput, type Snapshot, type Source, type Stop, type Who } from '../protocol.ts';
import { EngineSession } from './engine-session.ts';

/** The workers, as the workflow uses them. */
interface Workers {
  /** Finds a worker that takes the run. */
  open: Activities['open'];
  /** The activities of the worker that has taken it. */
  workerOf(opened: Opened): ActivityInterfaceFor<Activities>;
}

/** Prompts at which the events contain the whole state. */
const MOVABLE: ReadonlySet<Prompt['kind']> = new Set(['run-piece', 'do-by-hand', 'choose-alternative']);

/** How many characters of output are carried into a new history. */
const KEPT_OUTPUT = 200_000;

/** How long to wait for whoever is writing the row, in milliseconds. */
const CLAIMED_MS = 120_000;

/** A run in the workflow: the walk that every face drives, but queried and answered remotely. */
export class EngineRun {
  closed = false;
  /** Whether the unattended policy is waiting, so that the run can continue in a new history. */
  holdsBack: () => boolean = () => false;
  private readonly input: RunInput;
  private readonly workers: Workers;
  private readonly conversation: Walk;
  private opened: Opened | null;
  private session: EngineSession | null = null;
  private latest: Who;
  private claim: Claim | null = null;
  /** Id of the first question; in a new history that question is the one asked before. */
  private first: string | null = null;

  constructor(input: RunInput, workers: Workers) {
    this.input = input;
    this.workers = workers;
    this.latest = input.starter;
    this.opened = input.before?.opened ?? null;
    const generation = input.before?.generation ?? 0;
    const operator = (): string => this.latest.operator;
    this.conversation = createWalk({
      plan: this.planned(input.before?.request ?? input.request),
      get operator() {
        return operator();
      },
      machine: this.machine(),
      ids: generation === 0 ? input.id : `${input.id}.${generation}`,
      production: input.production,
      approvals: { rules: input.approve, proven: true },
      resumed: generation > 0,
      moved: generation > 0,
      unattended: input.unattended,
    });
    this.conversation.subscribe((change) => {
      if (change.kind === 'prompt') this.first ??= change.prompt.id;
    });
    if (input.unattended !== null) this.answerUnattended(input.unattended);
  }

  private planned(request: EngineRequest): Plan {
    return planRun(parseRunbook(this.input.text, { path: this.input.path }), { ...request, environment: this.opened?.environment ?? {} }).plan;
  }

  private machine(): Machine {
    return {
      open: (plan) => this.open(plan),
      missingPrograms: ({ step }) => (this.opened?.missing ?? []).filter(({ steps }) => steps.some(({ id }) => id === step.id)).map(({ program }) => program),
      context: (commands) => {
        const kinds = ambientKinds(commands);
        return this.session?.context.filter(({ kind }) => kinds.includes(kind)) ?? [];
      },
      // Only when the run has ended is it known whose checkout gets the row.
      row: null,
    };
  }

  private async open({ request }: Plan): Promise<EngineSession> {
    const { input } = this;
    const { environment: _environment, ...chosen } = request;
    const { id, text, path, starter, pipefail, timeoutMs, version, before } = input;
    this.opened ??= await this.workers.open({ id, text, path, request: chosen, starter, pipefail, timeoutMs, version });
    const session = new EngineSession({ input, opened: this.opened, plan: this.planned(chosen), worker: this.workers.workerOf(this.opened), operator: () => this.latest.operator });
    this.session = session;
    if (before === null) begin(session, input, this.opened);
    return session;
  }

  private answerUnattended(policy: NonNullable<RunInput['unattended']>): void {
    answerBy(this.conversation, (prompt) => {
      this.latest = this.input.starter;
      return this.holdsBack() && this.isMovableAt(prompt) ? null : unattendedReply(prompt, policy);
    });
  }

  /** Walks from the first question to the last; returns the result. */
  async walk(): Promise<string> {
    const { outcome } = await this.conversation.begin();
    this.closed = true;
    return outcome;
  }

  /** Whether the run can continue in a new history now. */
  get movable(): boolean {
    const { prompt } = this.conversation;
    return prompt !== null && this.isMovableAt(prompt);
  }

  /** If somebody has edited, approved or asked again for a piece, the events do not contain that. */
  private isMovableAt(prompt: Prompt): boolean {
    if (this.session === null || !MOVABLE.has(prompt.kind)) return false;
    if (prompt.kind === 'run-piece' && (prompt.original !== null || (prompt.approval?.given ?? null) !== null)) return false;
    return !('piece' in prompt) || pieceState(this.session.state, prompt) === undefined;
  }

  /** The state that a new history begins with. */
  next(): RunInput {
    const { prompt } = this.conversation;
    if (this.opened === null || this.session === null || prompt === null) throw new Error('a run that has not begun cannot be moved');
    const { environment: _environment, ...request } = this.session.plan.request;
    const events = withoutOutputs(this.session.counted);
    return { ...this.input, before: { generation: (this.input.before?.generation ?? 0) + 1, events, request, opened: { ...this.opened, context: this.session.context }, asked: prompt.id } };
  }

  source(startedAt: string): Source {
    const { id, text, path, starter, queue, history, unattended, before } = this.input;
    return { id, text, path, starter, queue, history, startedAt: before?.events.find((event) => event !== null)?.time ?? startedAt, unattended: unattended !== null };
  }

  snapshot(from: number): Snapshot {
    const { conversation, session, input } = this;
    const events = session?.counted ?? [];
    const next = Math.min(from + MOST_EVENTS, events.length);
    return {
      id: input.id,
      next,
      total: events.length,
      events: events.slice(from, next).filter((event) => event !== null),
      request: conversation.plan.request,
      prompt: conversation.prompt,
      was: this.was,
      running: conversation.running,
      claim: this.claim,
    };
  }

  /** Returns the request itself, which the worker replaces by what it has. */
  output(of: AttemptKey & { readonly from: number }): OutputOf {
    return { outputOf: this.input.id, ...of };
  }

  private get was(): string | null {
    const { prompt } = this.conversation;
    return prompt !== null && prompt.id === this.first ? (this.input.before?.asked ?? null) : null;
  }

  /** A reply to a question from the previous history counts for the same question now. */
  private ofNow(reply: Answer['reply']): Answer['reply'] {
    return reply.to === this.was && this.first !== null ? { ...reply, to: this.first } : reply;
  }

  /** Why a reply would have no effect, or `null`. */
  refusal({ reply: given, who }: Answer): Refusal | null {
    const reply = this.ofNow(given);
    const { prompt, running } = this.conversation;
    // Leaving a team's run leaves it to the others.
    if (reply.kind === 'leave' && reply.then === 'resume') return { status: 'refused', why: 'a run on an engine is left by disconnecting', advice: 'it waits for whoever joins it' };
    if (reply.kind === 'approve' && who.login === this.input.starter.login) return { status: 'refused', why: `${who.login} began this run`, advice: 'somebody else approves it, from a login of their own' };
    if (prompt?.kind === 'enter-parameter' && prompt.secret && reply.kind === 'answer') return { status: 'refused', why: `${prompt.name} is a secret, and what is answered is kept in the history`, advice: 'put it into the environment of the worker' };
    return running?.id === reply.to ? null : refusalOf(prompt, reply, this.conversation);
  }

  reply({ reply: given, who }: Answer): ReplyResult {
    const reply = this.ofNow(given);
    this.latest = who;
    // The approver is identified by login, not by the name they give.
    return this.conversation.reply(reply.kind === 'approve' ? { ...reply, who: `${who.operator} (${who.login})` } : reply);
  }

  stop({ run, ...who }: Stop): void {
    if (run !== this.input.id) return;
    this.latest = who;
    this.conversation.stopPiece();
  }

  /** Whether the row is settled. */
  get settled(): boolean {
    return this.session === null || !this.session.state.rowDue;
  }

  /** Grants one of those who may write the row the right to do it. */
  claimRow({ after, row, ...claim }: ClaimRow): Claimed {
    if (!this.closed || this.settled) return { held: false, row: null };
    const now = new Date();
    const { claim: before } = this;
    const isLeft = before !== null && (before.token === after || now.getTime() - Date.parse(before.since) > CLAIMED_MS);
    // Called again right before the row is written: a claim that has been taken over is refused. A row that somebody has begun to write stays the same.
    if (before === null || before.token === claim.token || isLeft) this.claim = { ...claim, row: before?.row ?? row, since: now.toISOString() };
    return { held: this.claim?.token === claim.token, row: this.claim?.row ?? null };
  }

  rowRecorded({ token, row, status, reason }: RecordedRow): boolean {
    if (this.session === null || this.claim?.token !== token || this.settled) return false;
    this.session.recorded(row, status, reason ?? undefined);
    return true;
  }
}

/** Only the latest outputs are carried on, for watchers that are a moment behind. */
function withoutOutputs(events: readonly (RunEvent | null)[]): readonly (RunEvent | null)[] {
  let left = KEPT_OUTPUT;
  const kept = events.toReversed().map((event) => {
    if (event?.type !== 'output') return event;
    left -= event.text.length;
    return left < 0 ? null : event;
  });
  return kept.toReversed();
}

function begin(session: EngineSession, { path, starter, unattended, version, digest, notes }: RunInput, { host, missing }: Opened): void {
  session.begin({ runbook: path, operator: starter.operator, mode: unattended === null ? 'walk' : 'unattended', version, pid: 0, host, digest });
  for (const each of missing) session.note(missingWords(each, 'id', host), 'warning');
  for (const note of notes) session.note(note);
}
