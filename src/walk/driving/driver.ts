import { NO_COUNTS } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { FOR_THE_OPERATOR, planRun } from '../../plan/index.ts';
import { answersGiven } from '../answers-given.ts';
import type { WalkOptions } from '../machine.ts';
import { chooseAlternative, chooseTarget, type Draft } from '../asking/index.ts';
import { type At, type Finished, NO_ROW, type Walk } from '../prompts/index.ts';
import { leftUnjudged, resumedWords } from '../resumed.ts';
import { contingenciesLeft, isDone, keyOf, nextStop } from '../route.ts';
import { Conversation, type Heard, type Turn } from './conversation.ts';
import { endBlocks, judgeUnseen } from './attempts.ts';
import { closing } from './closing.ts';
import { choose } from './choosing.ts';
import { askPassedOver, goTo, keepAgain } from './go-to.ts';
import { askMomentAgain, recordReopened } from './settled-doubts.ts';
import { ranWith, rechosen } from './turns.ts';
import { type Came, type End, judgeLater, type Trip } from './trip.ts';
import { visit } from './visit.ts';

/** A walk through a run: the driver that every face uses. */
export function createWalk(options: WalkOptions): Walk {
  return new Conversation(options, (conversation) => walkThrough(conversation, options));
}

async function walkThrough(conversation: Conversation, options: WalkOptions): Promise<Draft<Finished>> {
  const unopened = await askTarget(conversation, options);
  if (unopened !== null) return { kind: 'finished', status: unopened.how, counts: NO_COUNTS, outcome: 'Nothing was run', reason: unopened.reason, run: null, durationMs: 0, next: null, row: NO_ROW };
  const session = await options.machine.open(conversation.plan);
  conversation.opened(session);
  const trip: Trip = { conversation, session, options, again: new Set(session.state.again.map(keyOf)), passedOver: new Set(), unjudged: unjudgedPlaces(session, options), cutOff: options.resumed ? cutOffPlaces(session, options.unattended === null) : new Set(), context: null };
  if (options.resumed) endBlocks(trip);
  if (options.resumed && options.moved !== true && options.unattended === null) session.note(resumedWords(session.plan, session.state), 'info');
  try {
    const end = await walkAll(trip);
    return await closing(trip, end);
  } finally {
    await session.close({ resumable: session.state.status === 'running' || session.state.status === 'aborted' });
  }
}

/** The target is asked for before the run begins, because the run's lock is for one target. */
async function askTarget(conversation: Conversation, { production }: WalkOptions): Promise<End | null> {
  for (;;) {
    const question = conversation.plan.questions.find((each) => each.kind === 'target');
    if (question === undefined) return null;
    const heard = await conversation.ask(chooseTarget(question, production));
    if (heard.turn !== null) {
      const end = heard.turn.kind === 'leave' || heard.turn.kind === 'ended' ? endOf(heard.turn) : null;
      if (end !== null) return end;
      continue;
    }
    if (heard.reply.kind !== 'choose' || heard.reply.choice === null) continue;
    const { plan, problems } = planRun(conversation.plan.runbook, { ...conversation.plan.request, target: heard.reply.choice });
    if (problems.length === 0) conversation.planned(plan);
  }
}

/** What was to be judged when the run was left or cut off. */
function unjudgedPlaces({ state }: RunSession, { resumed, unattended }: WalkOptions): At[] {
  const left = resumed && unattended === null ? leftUnjudged(state) : null;
  return left === null ? [] : [left];
}

/** Pieces that were running when the run was left, and, if a person answers, those that were stopped. */
function cutOffPlaces({ state }: RunSession, attended: boolean): Set<string> {
  return new Set(Object.values(state.steps).flatMap(({ id, pieces }) => Object.values(pieces).filter((piece) => piece.status === 'running' || (attended && piece.status === 'stopped' && !piece.follow)).map(({ index }) => keyOf({ step: id, piece: index }))));
}

/** Goes from place to place until all is done or the walk is ended. */
async function walkAll(trip: Trip): Promise<End> {
  const { conversation, session } = trip;
  for (;;) {
    if (conversation.endedBy !== null) return { how: 'aborted', reason: conversation.endedBy };
    if (session.broken !== null) return { how: 'aborted', reason: session.broken };
    const stop = nextStop(session.plan, session.state, trip.again, trip.options.unattended === null);
    const judged = nextUnjudged(trip);
    const came = await (judged === undefined ? stopOrEnd(trip, stop) : judgeAgain(trip, judged));
    if (came === 'on') {
      const failure = trip.options.unattended === null ? null : session.backgroundFailure;
      if (failure !== null) return { how: 'failed', reason: failure };
      continue;
    }
    if ('how' in came) return came;
    const end = takeTurn(trip, came);
    if (end !== null) return end;
    askPassedOver(trip);
    keepAgain(trip);
    askMomentAgain(trip, stop);
  }
}

function stopOrEnd(trip: Trip, stop: ReturnType<typeof nextStop>): Promise<Came> {
  return stop === null ? askToEnd(trip) : cameTo(trip, stop);
}

/** What is to be judged next. What runs again, or was left out meanwhile, is not judged by what it showed before. */
function nextUnjudged({ session, again, unjudged }: Trip): At | undefined {
  while (unjudged[0] !== undefined && !isDone(session.state, again, unjudged[0])) unjudged.shift();
  return unjudged[0];
}

/** Asks about the checks whose judgement is open; whoever goes elsewhere leaves them open. */
async function judgeAgain(trip: Trip, at: At): Promise<Came> {
  const came = await judgeUnseen(trip, at);
  const isChange = typeof came === 'object' && 'kind' in came && came.kind === 'change';
  if (!isChange) trip.unjudged.shift();
  if (came !== 'again') return came;
  trip.again.add(keyOf(at));
  return 'on';
}

/** Does what stands at a place, or asks for the choice there. */
function cameTo(trip: Trip, stop: NonNullable<ReturnType<typeof nextStop>>): Promise<Came> {
  return stop.kind === 'alternative' ? askAlternative(trip, stop.group) : visit(trip, stop);
}

/** The end; where something was left out that may be needed after all, only once a person says so. */
async function askToEnd({ conversation, session, options }: Trip): Promise<Came> {
  const sections = options.asksToEnd === true ? contingenciesLeft(session.plan, session.state) : [];
  if (sections.length === 0) return { how: 'passed', reason: '' };
  const { turn } = await conversation.ask({ kind: 'end-run', sections });
  return turn ?? { how: 'passed', reason: '' };
}

async function askAlternative({ conversation, session, options }: Trip, group: number): Promise<Came> {
  const draft = chooseAlternative(session.plan, group, (heading) => planRun(session.plan.runbook, rechosen(session.plan, group, heading)).plan);
  const heard: Heard = await conversation.ask(draft);
  if (heard.turn !== null) return heard.turn;
  if (heard.reply.kind === 'choose') choose(session, group, heard.reply.choice, options.operator);
  return 'on';
}

/** Does what a turn asks for; returns whether it ends the walk. */
function takeTurn(trip: Trip, turn: Turn): End | null {
  const { session } = trip;
  switch (turn.kind) {
    case 'leave':
    case 'ended':
      return endOf(turn);
    case 'go-to':
      goTo(trip, turn);
      return null;
    case 'change':
      if (turn.of === 'alternative') choose(session, Number(turn.name), turn.value, trip.options.operator);
      else if (turn.of === 'doubt') reopen(trip, turn.name);
      else if (turn.of === 'check') takeBack(trip, turn.name);
      else if (turn.value !== null) session.setParameter(turn.name, turn.value, 'answer', ranWith(session.plan, session, turn.name));
      return null;
  }
}

/** Takes back what a person judged by eye. */
function takeBack(trip: Trip, name: string): void {
  const { session } = trip;
  const given = answersGiven(session.plan, session.state).checks.find((check) => check.name === name);
  if (given === undefined) return;
  const { step, piece, index } = given.check;
  session.judge(step, piece, index, 'unverified', FOR_THE_OPERATOR);
  judgeLater(trip, { step, piece });
}

/** Takes back the answer to a doubt, which is asked again; a piece that was left out because of it is come to again. */
function reopen({ session, options, again }: Trip, name: string): void {
  const given = answersGiven(session.plan, session.state).doubts.find((doubt) => doubt.name === name);
  if (given === undefined) return;
  const { step, piece, doubt, text, answer } = given.settled;
  recordReopened(session, { step, piece, doubt, text, was: answer, who: options.operator });
  if (isDone(session.state, new Set(), { step, piece })) again.add(keyOf({ step, piece }));
}

function endOf(turn: Extract<Turn, { kind: 'leave' | 'ended' }>): End {
  if (turn.kind === 'ended') return { how: 'aborted', reason: turn.reason };
  if (turn.then === 'resume') return { how: 'left', reason: '' };
  return { how: turn.then === 'fail' ? 'failed' : 'aborted', reason: turn.reason ?? 'stopped by the operator' };
}
