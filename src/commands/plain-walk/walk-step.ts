import { setTimeout as pause } from 'node:timers/promises';
import { isSettled } from '../../events/index.ts';
import type { PieceResult, RunSession } from '../../execute/index.ts';
import { suggestByShape } from '../../plan/index.ts';
import type { PlannedPiece, PlannedStep } from '../../plan/index.ts';
import type { Paint } from '../../print/index.ts';
import type { Prompter } from './prompter.ts';
import { pieceText, stepText } from './show-piece.ts';
import { templatesText } from './templates.ts';

/** What the operator wants next. */
export type Wish = 'on' | 'leave' | 'abort';

/** What a step of the plain walk needs. */
export interface PlainWalk {
  readonly session: RunSession;
  readonly prompter: Prompter;
  readonly paint: Paint;
  readonly width: number;
  /** Set once a signal asked the run to end. */
  readonly stopAsked: () => boolean;
}

/** Walks through one step, piece by piece; what a resumed run settled is left alone. */
export async function walkStep(walk: PlainWalk, id: string): Promise<Wish> {
  const planned = plannedStep(walk.session, id);
  if (planned === undefined) return 'on';
  if (planned.step.kind === 'manual') return isSettled(walk.session.state.steps[id]?.pieces[0]) || walk.session.state.steps[id]?.skipped != null ? 'on' : walkManual(walk, planned);
  if (walk.session.state.steps[id]?.skipped != null) return 'on';
  walk.prompter.say(stepText(walk.session.plan, planned, walk.paint, walk.width));
  for (const index of planned.pieces.keys()) {
    if (isSettled(walk.session.state.steps[id]?.pieces[index])) continue;
    const wish = await walkPiece(walk, id, index);
    if (wish === 'block-ended') {
      for (const rest of planned.pieces.slice(index + 1)) walk.session.skip(id, rest.piece.index, 'the block ended itself with exit', 'plan');
      return 'on';
    }
    if (wish !== 'on') return wish;
  }
  return 'on';
}

async function walkManual({ session, prompter, paint, width }: PlainWalk, planned: PlannedStep): Promise<Wish> {
  const { id } = planned.step;
  prompter.say(stepText(session.plan, planned, paint, width));
  for (const offer of planned.offers) prompter.say(`  to run by hand: ${paint('cyan', offer)}`);
  for (const { text } of planned.expectations) prompter.say(`  expected: ${text}`);
  for (;;) {
    switch (await prompter.choose('Enter done, s skip, n note, t templates, q quit > ', ['', 's', 'n', 't', 'q', 'm'])) {
      case 's':
        session.skip(id, null, await reason(prompter));
        return 'on';
      case 'n':
        session.note(await prompter.ask('note: '), 'operator', id);
        break;
      case 't':
        prompter.say(templatesText(session));
        break;
      case 'q': {
        const wish = await askLeave(session, prompter);
        if (wish !== 'on') return wish;
        break;
      }
      default:
        session.markDone(id);
        return 'on';
    }
  }
}

async function walkPiece(walk: PlainWalk, id: string, index: number): Promise<Wish | 'block-ended'> {
  const { session, prompter } = walk;
  let code: string | undefined;
  for (;;) {
    if (!(await settleParameters(walk, id, index))) return 'abort';
    const planned = plannedStep(session, id);
    const piece = planned?.pieces[index];
    if (planned === undefined || piece === undefined) return 'on';
    if (session.state.steps[id]?.pieces[index]?.status === 'running') prompter.say(walk.paint('red', '  INTERRUPTED: this was running when the process died; nobody knows how far it came'));
    prompter.say(code === undefined ? pieceText(planned, piece, walk.paint) : walk.paint('cyan', code.split('\n').map((line) => `    ${line}`).join('\n')));
    switch (await prompter.choose('Enter run, e edit, s skip, n note, t templates, q quit > ', ['', 'e', 's', 'n', 't', 'q', 'r'])) {
      case 'e':
        code = await edit(prompter, code ?? piece.code.text);
        continue;
      case 's':
        session.skip(id, index, await reason(prompter));
        return 'on';
      case 'n':
        session.note(await prompter.ask('note: '), 'operator', id);
        continue;
      case 't':
        prompter.say(templatesText(session));
        continue;
      case 'q': {
        const wish = await askLeave(session, prompter);
        if (wish !== 'on') return wish;
        continue;
      }
      default:
    }
    if (!(await confirmed(walk, piece, code !== undefined))) continue;
    const outcome = await runAndJudge(walk, id, piece, code);
    if (outcome !== 'again') return outcome;
  }
}

/** Asks for each value that the piece needs. An example is a hint, never taken by Enter. */
async function settleParameters({ session, prompter }: PlainWalk, id: string, index: number): Promise<boolean> {
  for (;;) {
    const piece = plannedStep(session, id)?.pieces[index];
    const [name] = piece?.missing ?? [];
    if (name === undefined) return true;
    const parameter = session.plan.runbook.parameters.find((candidate) => candidate.name === name);
    const seen = session.plan.steps.flatMap(({ step, pieces }) => pieces.map(({ piece: each }) => session.outputTail(step.id, each.index)));
    const offers = parameter?.example == null ? [] : suggestByShape(parameter.example, seen).slice(0, 9);
    prompter.say(`\n${name}: ${parameter?.from ?? 'a value is needed'}${parameter === undefined ? '' : ` (line ${parameter.span.start.line})`}`);
    if (parameter?.example != null) prompter.say(`  the runbook's example is ${parameter.example}; it is not taken by itself`);
    offers.forEach((offer, i) => prompter.say(`  ${i + 1}  ${offer}`));
    const given = await prompter.ask(`${name}${offers.length === 0 ? '' : ' (a value, or the number of one above)'}: `);
    if (given === '') continue;
    const problem = session.setParameter(name, (/^[1-9]$/.test(given) ? offers[Number(given) - 1] : undefined) ?? given, 'answer');
    if (problem !== null) prompter.say(`${problem.why}; ${problem.advice}`);
  }
}

/** A destructive piece on production wants the target's name typed; a host that may not belong to the target wants a word. */
async function confirmed({ session, prompter }: PlainWalk, piece: PlannedPiece, edited: boolean): Promise<boolean> {
  const target = session.plan.target?.name ?? null;
  if (piece.unboundHosts.length > 0 && !edited) {
    if ((await prompter.ask(`${piece.unboundHosts.join(', ')} may not belong to ${target ?? 'the target'}: type yes to run it as it is, or Enter and then e to edit: `)) !== 'yes') return false;
  }
  if (piece.piece.destructive === null || target === null || !isProduction(target)) return true;
  const typed = await prompter.ask(`this changes production: type ${target} to run it: `);
  if (typed === target) return true;
  prompter.say(`"${typed}" is not ${target}: nothing was run`);
  return false;
}

/** Whether a target's name says production. */
export function isProduction(name: string): boolean {
  return /(?:^|[^a-z])(?:prod|production|prd|live)(?![a-z])/i.test(name);
}

async function runAndJudge(walk: PlainWalk, id: string, piece: PlannedPiece, code: string | undefined): Promise<Wish | 'block-ended' | 'again'> {
  const { session, prompter } = walk;
  const index = piece.piece.index;
  const result = await withStop(walk, () => session.runPiece(id, index, code === undefined ? {} : { code }));
  if (walk.stopAsked()) return 'abort';
  if (session.broken !== null) {
    prompter.say(`the journal cannot be written: ${session.broken}`);
    return 'abort';
  }
  await judgeOpen(walk, id, index, result);
  if (isSettled(session.state.steps[id]?.pieces[index])) return result.endsBlock ? 'block-ended' : 'on';
  return afterFailure(walk, id, piece, code, result);
}

/** Ctrl-C stops the running step and not the walk. */
async function withStop(walk: PlainWalk, work: () => Promise<PieceResult>): Promise<PieceResult> {
  const stop = (): void => {
    if (!walk.session.terminalGiven) walk.session.stopPiece();
  };
  process.on('SIGINT', stop);
  try {
    return await work();
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

/** What no program can judge is asked, with the output above. */
async function judgeOpen({ session, prompter }: PlainWalk, id: string, index: number, result: PieceResult): Promise<void> {
  for (const check of result.checks.filter(({ status }) => status === 'unverified')) {
    const answer = await prompter.choose(`expected: ${check.text} — does it hold? y yes, n no, u cannot tell > `, ['u', 'y', 'n']);
    if (answer !== 'u') session.judge(id, index, check.index, answer === 'y' ? 'held' : 'failed', 'as the operator saw it');
  }
}

const MOST_ATTEMPTS = 30;

async function afterFailure(walk: PlainWalk, id: string, piece: PlannedPiece, code: string | undefined, result: PieceResult): Promise<Wish | 'again'> {
  const { session, prompter } = walk;
  const index = piece.piece.index;
  for (const { text, seen, status, accepted } of session.state.steps[id]?.pieces[index]?.expectations ?? []) {
    if (status === 'failed' && accepted === undefined) prompter.say(`  expected: ${text}\n  seen:     ${seen.split('\n').join('\n            ')}`);
  }
  if (result.reason !== '') prompter.say(`  ${result.reason}`);
  const untilIt = piece.piece.destructive === null ? ', R again until it holds' : '';
  switch (await prompter.choose(`r again${untilIt}, a accept with a reason, s skip, q stop > `, piece.piece.destructive === null ? ['r', 'R', 'a', 's', 'q'] : ['r', 'a', 's', 'q'])) {
    case 'a':
      session.accept(id, index, await reason(prompter));
      return 'on';
    case 's':
      session.skip(id, index, await reason(prompter));
      return 'on';
    case 'q':
      return (await askLeave(session, prompter)) === 'leave' ? 'leave' : 'abort';
    case 'R':
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        await pause(1_000);
        const next = await withStop(walk, () => session.runPiece(id, index, code === undefined ? {} : { code }));
        if (isSettled(session.state.steps[id]?.pieces[index])) return 'on';
        if (next.outcome === 'stopped' || walk.stopAsked() || session.broken !== null) break;
      }
      return 'again';
    default:
      return 'again';
  }
}

async function edit(prompter: Prompter, code: string): Promise<string> {
  const lines = code.replace(/^\s*\n/, '').trimEnd().split('\n');
  const edited: string[] = [];
  for (const line of lines) edited.push(await prompter.ask('edit> ', line));
  return edited.join('\n');
}

async function reason(prompter: Prompter): Promise<string> {
  for (;;) {
    const given = await prompter.ask('reason: ');
    if (given !== '') return given;
  }
}

/** `q`: leave the run to be resumed, or end it here. */
async function askLeave(session: RunSession, prompter: Prompter): Promise<Wish> {
  const answer = await prompter.choose(`leave? l leave and resume later (runbook resume ${session.id}), a abort and write the row, Enter stay > `, ['', 'l', 'a']);
  return answer === 'l' ? 'leave' : answer === 'a' ? 'abort' : 'on';
}

function plannedStep(session: RunSession, id: string): PlannedStep | undefined {
  return session.plan.steps.find(({ step }) => step.id === id);
}
