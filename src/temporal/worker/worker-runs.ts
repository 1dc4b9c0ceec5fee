import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { ambientContext, type AmbientContext } from '../../context/index.ts';
import { type AttemptKey, foldAll, isInterrupted, MASK, pieceState } from '../../events/index.ts';
import { endGroup, missingPrograms, openRun, type RunSession } from '../../execute/index.ts';
import { type Environment, RunbookError } from '../../model/index.ts';
import { parseRunbook } from '../../parse/index.ts';
import { pieceOf, type Plan, planRun, secretNames, valueVariable } from '../../plan/index.ts';
import { journalFile, lastProcessGroup, makeFolders, readJournal, readOutputPart, readText, runIds, runsFolder } from '../../state/index.ts';
import type { Ended, EndJob, Heartbeat, Job, Opened, OpenJob, OutputOf, OutputPart, PieceDone, PieceJob } from '../protocol.ts';
import { RunEvents } from './run-events.ts';

/** The folders and queue of a worker. */
export interface Stand {
  /** The folder with the runs of its queue. */
  readonly folder: string;
  readonly cwd: string;
  readonly env: Environment;
  /** The queue that only this worker serves. */
  readonly queue: string;
}

interface Held {
  readonly session: RunSession;
  readonly events: RunEvents;
  /** The number of an attempt in the worker's own journal, which does not count attempts that never came here. */
  readonly numbers: Map<string, number>;
  /** The latest piece that came here, and the promise of its result. */
  latest: { readonly key: string; readonly done: Promise<PieceDone> } | null;
}

/** The hooks of the activity that runs a piece. */
export interface Watch {
  /** Called now and then with its progress. */
  beat(so: Heartbeat | null): void;
  /** Settles when the piece should be stopped. */
  readonly stopped: Promise<unknown>;
}

const BEAT_MS = 1_000;
/** How long the result of a run is remembered. */
const KEPT_MS = 600_000;
/** The limit of an answer to a query is two million bytes, and JSON makes the text longer. */
const PART_BYTES = 250_000;

/** The runs that this worker has taken, each with a session and a journal here. */
export class WorkerRuns {
  private readonly stand: Stand;
  private readonly held = new Map<string, Promise<Held>>();
  private readonly ended = new Map<string, Promise<Ended>>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(stand: Stand) {
    this.stand = stand;
  }

  /** Takes a run, and says what this worker has for it. */
  open({ text, ...job }: OpenJob): Opened {
    const folder = join(this.stand.folder, job.id);
    makeFolders(folder, 0o700);
    writeFileSync(join(folder, basename(job.path)), text, { mode: 0o600 });
    const { runbook, plan } = this.planned(job, text);
    const { env, queue } = this.stand;
    const secrets = secretNames(runbook);
    const known = [...runbook.parameters, ...runbook.variables].flatMap(({ name, kind }) => [valueVariable(name), ...(kind === 'environment' ? [name] : [])].map((variable) => [variable, secrets.has(name)] as const));
    const environment = Object.fromEntries(known.flatMap(([variable, secret]) => (env[variable] === undefined ? [] : [[variable, secret ? MASK : (env[variable] ?? '')]])));
    return { host: hostname(), queue, environment, missing: missingPrograms(plan.steps, env), context: contextOf(plan, () => ({ directory: this.stand.cwd, environment: env })) };
  }

  /** Runs a piece; one that comes twice runs once. */
  piece(job: PieceJob, watch: Watch): Promise<PieceDone> {
    return this.watched(job, watch, (held) => this.begun(job, held, watch));
  }

  /** See `Activities.again`. If the piece came to an earlier worker here that has died, nobody knows. */
  again(job: PieceJob, watch: Watch): Promise<PieceDone | null> {
    return this.watched(job, watch, async (held) => {
      const came = pieceState(held.session.state, job) !== undefined;
      const known = held.latest?.key === keyOf(job) || held.numbers.has(keyOf({ ...job, attempt: job.attempt - 1 }));
      return came && !known ? null : this.begun(job, held, watch);
    });
  }

  /** Sends heartbeats from the start, so that a worker that first has to open many other runs is not taken for dead. */
  private async watched<T>(job: PieceJob, watch: Watch, work: (held: Held) => Promise<T>): Promise<T> {
    let soFar = (): Heartbeat | null => null;
    const beats = setInterval(() => watch.beat(soFar()), BEAT_MS);
    try {
      watch.beat(null);
      const held = await this.taken(job);
      soFar = () => (held.latest?.key === keyOf(job) ? held.events.beat : null);
      return await work(held);
    } finally {
      clearInterval(beats);
    }
  }

  private begun(job: PieceJob, held: Held, watch: Watch): Promise<PieceDone> {
    void watch.stopped.catch(() => held.session.stopPiece());
    if (held.latest?.key === keyOf(job)) return held.latest.done;
    const revealing = pieceOf(held.session.plan, job)?.piece.revealing ?? null;
    held.events.begins(job, { hidden: revealing !== null });
    const done = this.run(job, held, revealing?.word ?? null);
    held.latest = { key: keyOf(job), done };
    return done;
  }

  private async run(job: PieceJob, { session, events, numbers }: Held, revealing: string | null): Promise<PieceDone> {
    const { step, piece, code } = job;
    try {
      const result = await session.runPiece(step, piece, code === null ? {} : { code });
      if (revealing !== null) session.note(`its output stays on ${hostname()}: "${revealing}" may print a secret`, 'info', step);
      const context = contextOf(session.plan, () => session.surroundings());
      return { result: { ...result, checks: result.checks.map((check) => ({ ...check, run: job.id, attempt: job.attempt })) }, events: events.take(), context };
    } finally {
      numbers.set(keyOf(job), pieceState(session.state, job)?.attempt ?? job.attempt);
    }
  }

  /** Part of what an attempt wrote here. */
  async output({ outputOf, from, ...of }: OutputOf): Promise<OutputPart> {
    const state = join(this.stand.folder, basename(outputOf));
    const [id] = begunIds(state);
    const held = await this.held.get(outputOf);
    const attempt = held?.numbers.get(keyOf(of)) ?? of.attempt;
    const part = id === undefined ? null : readOutputPart(join(runsFolder(state), id), { ...of, attempt }, from, PART_BYTES);
    return part === null ? { kind: 'none', host: hostname() } : { kind: 'part', ...part };
  }

  /** Closes a run. If asked again because the answer was lost, it gives the same answer. */
  end(job: EndJob): Promise<Ended> {
    const ended = this.ended.get(job.id) ?? this.closed(job);
    this.ended.set(job.id, ended);
    setTimeout(() => this.ended.delete(job.id), KEPT_MS).unref();
    return ended;
  }

  private async closed(job: EndJob): Promise<Ended> {
    const { session, events } = await this.taken(job);
    const state = await session.finish(job.status, job.reason, job.counts ?? undefined);
    await session.close();
    this.held.delete(job.id);
    return { status: state.status === 'running' ? job.status : state.status, reason: state.reason, events: events.take() };
  }

  /** The session of a run, updated with the values that its workflow knows now. */
  private async taken(job: Job): Promise<Held> {
    const known = this.held.get(job.id) ?? this.inTurn(() => this.opened(job));
    this.held.set(job.id, known);
    try {
      const held = await known;
      const { plan, state } = held.session;
      // The workflow handles skipped pieces and asks for what they would have set, so the session must not.
      for (const at of job.request.skipped ?? []) if (pieceState(state, at) === undefined) held.session.skip(at.step, at.piece, 'skipped by the run', 'plan');
      const problem = held.session.replan({ ...this.requestOf(job), values: { ...plan.request.values, ...valuesOf(job) } });
      if (problem !== null) throw new RunbookError(problem);
      return held;
    } catch (error) {
      this.held.delete(job.id);
      throw error;
    }
  }

  /** Runs are opened one after the other, with time for heartbeats in between: reading a hundred runbooks in a row takes longer than a worker may be silent. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(async () => {
      await new Promise(setImmediate);
      return work();
    });
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  /** Opens a run, or resumes one whose worker died, after ending whatever that worker left running. */
  private async opened(job: Job): Promise<Held> {
    const { cwd, env } = this.stand;
    const state = join(this.stand.folder, job.id);
    const text = readText(join(state, basename(job.path)));
    if (text === null) throw new RunbookError({ what: `the run ${job.id} is not known on ${hostname()}`, why: `${state} has no text of it`, advice: 'put its folder back, or begin a new run' });
    const { plan } = this.planned(job, text);
    const [id] = begunIds(state);
    const folder = id === undefined ? null : join(runsFolder(state), id);
    if (folder !== null) await endOrphan(folder);
    const resume = id === undefined || folder === null ? null : { id, folder, state: foldAll(id, readJournal(folder)), warnings: [] };
    const events = new RunEvents(job.id, hostname());
    const session = await openRun({ plan, path: this.fileOf(job, text, state), operator: job.starter.operator, mode: 'unattended', version: job.version, state, cwd, env, pipefail: job.pipefail, timeoutMs: job.timeoutMs, force: true, terminal: null, storesRevealed: true, ...(resume === null ? {} : { resume }) });
    session.subscribe((event) => events.add(event));
    return { session, events, numbers: new Map(), latest: null };
  }

  /** The runbook's own file if this checkout has the same text, so that relative paths in it work; else a copy. */
  private fileOf({ path }: Job, text: string, state: string): string {
    const own = resolve(this.stand.cwd, path);
    return readText(own) === text ? own : join(state, basename(path));
  }

  private planned(job: Job, text: string): { readonly runbook: Plan['runbook']; readonly plan: Plan } {
    const runbook = parseRunbook(text, { path: job.path });
    return { runbook, plan: planRun(runbook, this.requestOf(job)).plan };
  }

  private requestOf(job: Job): Plan['request'] {
    return { ...job.request, values: valuesOf(job), environment: this.stand.env };
  }
}

function keyOf({ step, piece, attempt }: AttemptKey): string {
  return `${step}/${piece}/${attempt}`;
}

/** The values except secrets, which only this worker has. */
function valuesOf({ request }: Job): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(request.values).filter(([, value]) => value !== MASK));
}

/** The earlier run in a folder; if its worker died before the journal began, it has done nothing and does not count. */
export function begunIds(state: string): readonly string[] {
  return existsSync(state) ? runIds(state).filter((id) => existsSync(journalFile(join(runsFolder(state), id)))) : [];
}

/** A worker that died in the middle of a piece may have left it running. */
export async function endOrphan(folder: string): Promise<boolean> {
  const group = lastProcessGroup(folder);
  const wasRunning = group !== null && Object.values(foldAll('', readJournal(folder)).steps).some(({ pieces }) => Object.values(pieces).some(isInterrupted));
  return wasRunning && endGroup(group);
}

function contextOf(plan: Plan, surroundings: () => ReturnType<RunSession['surroundings']>): readonly AmbientContext[] {
  const commands = plan.steps.flatMap(({ step }) => (step.kind === 'command' ? step.shell.commands : []));
  return ambientContext(commands, surroundings, readText);
}
