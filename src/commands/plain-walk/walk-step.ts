import { isSettled } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { suggestByShape } from '../../plan/index.ts';
import type { PlannedStep } from '../../plan/index.ts';
import type { Paint } from '../../print/index.ts';
import { runAndJudge } from './after-run.ts';
import { askLeave, confirmed, edit, reason } from './answers.ts';
import { backTo } from './back.ts';
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

async function walkManual(walk: PlainWalk, planned: PlannedStep): Promise<Wish> {
  const { session, prompter, paint, width } = walk;
  const { id } = planned.step;
  prompter.say(stepText(session.plan, planned, paint, width));
  for (const offer of planned.offers) prompter.say(`  to run by hand: ${paint('cyan', offer)}`);
  for (const { text } of planned.expectations) prompter.say(`  expected: ${text}`);
  for (;;) {
    switch (await prompter.choose('Enter done, s skip, n note, t messages, b back, q quit > ', ['', 's', 'n', 't', 'b', 'q', 'm'])) {
      case 's':
        session.skip(id, null, await reason(prompter));
        return 'on';
      case 'n':
        session.note(await prompter.ask('note: '), 'operator', id);
        break;
      case 't':
        prompter.say(templatesText(session));
        break;
      case 'b': {
        const wish = await back(walk);
        if (wish !== 'on') return wish;
        break;
      }
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
    switch (await prompter.choose('Enter run, e edit, s skip, n note, t messages, b back, q quit > ', ['', 'e', 's', 'n', 't', 'b', 'q', 'r'])) {
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
      case 'b': {
        const wish = await back(walk);
        if (wish !== 'on') return wish;
        continue;
      }
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

/** Runs an earlier piece once more, and comes back to where the walk was. */
async function back(walk: PlainWalk): Promise<Wish> {
  const place = await backTo(walk);
  if (place === null) return 'on';
  const wish = await walkPiece(walk, place.step, place.piece);
  return wish === 'block-ended' ? 'on' : wish;
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

function plannedStep(session: RunSession, id: string): PlannedStep | undefined {
  return session.plan.steps.find(({ step }) => step.id === id);
}
