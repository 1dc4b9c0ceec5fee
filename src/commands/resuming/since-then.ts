import { hostname } from 'node:os';
import { isInterrupted, type PieceState, type RunState } from '../../events/index.ts';
import { isSamePiece, listWords, RunbookError, type Step } from '../../model/index.ts';
import { type Plan, type PlannedStep, planRun, stepOf } from '../../plan/index.ts';
import { damagedLine, keptRunbook, sha256 } from '../../state/index.ts';
import { menusToComeBack } from '../../walk/index.ts';
import type { StoredRun } from './find-run.ts';

/** A step of a resumed run that needs a warning before it runs. */
interface ChangedStep {
  readonly step: string;
  readonly text: string;
}

/** Who is told: `--force` is not an agent's to give. */
type Told = 'person' | 'agent';

function goOnAnyway(told: Told, id: string): string {
  return told === 'person' ? 'go on anyway with --force' : `have a person go on with runbook resume ${id} --force`;
}

/** Refuses to resume if a step that already ran has changed since, in the runbook or by the way in which a newer version reads it. */
export function refuseChanged({ id, state }: StoredRun, plan: Plan, version: string, told: Told = 'person'): void {
  const isSame = isSameText(state, plan);
  const isAsRead = isSame && state.started?.version === version && state.started.steps.every((step) => stepOf(plan, step) !== undefined);
  for (const [stepId, ran] of Object.entries(state.steps)) {
    // What is asked for again runs as it is now.
    for (const piece of Object.values(ran.pieces).filter((each) => each.attempt > 0 && !isAskedAgain(state, stepId, each))) {
      const planned = stepOf(plan, stepId);
      if (isByHand(piece) ? isStillByHand(planned, piece) : isAsRead || isSameCode(planned, piece) || (isSame && lacksValue(planned, piece))) continue;
      throw new RunbookError({ what: `cannot resume ${id}`, why: `step ${stepId} already ran and ${isSame ? 'this version reads the runbook otherwise' : 'has changed in the runbook since'}`, advice: `start again${told === 'person' ? ' with runbook run' : ''}, or ${goOnAnyway(told, id)}` });
    }
  }
}

function isAskedAgain({ again }: RunState, step: string, piece: PieceState): boolean {
  return piece.again || again.some((at) => isSamePiece(at, { step, piece: piece.index }));
}

function isSameText({ started }: RunState, plan: Plan): boolean {
  return started?.digest === sha256(plan.runbook.source.text);
}

function isByHand({ code }: PieceState): boolean {
  return code === '';
}

/** What a person did by hand is not taken for a command that has its place by now. A command may have been done by hand too, with a reason. */
function isStillByHand(planned: PlannedStep | undefined, { index, finished }: PieceState): boolean {
  if (finished === null || finished.reason !== undefined || planned === undefined || planned.step.kind === 'manual') return true;
  return planned.pieces[index]?.piece.kind === 'manual';
}

function isSameCode(planned: PlannedStep | undefined, { index, original, code }: PieceState): boolean {
  return planned?.step.kind === 'command' && planned.pieces[index]?.code.text === (original ?? code);
}

/** Whether code cannot be compared with what ran before a secret in it is asked for again. */
function lacksValue(planned: PlannedStep | undefined, { index }: PieceState): boolean {
  return (planned?.pieces[index]?.missing ?? []).length > 0;
}

/** Unattended, refuses to resume after a step that was cut off: nobody knows how far it got, so only a person may decide to run it again. */
export function refuseInterruptedStep({ id, state }: StoredRun): void {
  const open = Object.values(state.steps).find(({ pieces }) => Object.values(pieces).some(isInterrupted));
  if (open === undefined) return;
  throw new RunbookError({ what: `cannot resume ${id} unattended`, why: `step ${open.id} ("${open.title}") was interrupted; unknown how far it got`, advice: 'resume it in a terminal, which asks whether it runs again' });
}

/** Unattended, refuses to resume where a person chose from a menu and had not left it: whether more of it was wanted only they know. */
export function refuseOpenMenu({ id, state }: StoredRun, plan: Plan): void {
  const menu = menusToComeBack(plan).find(({ chosen }) => chosen.some((label) => state.started?.sections.includes(label) !== true));
  if (menu === undefined) return;
  throw new RunbookError({ what: `cannot resume ${id} unattended`, why: `"${menu.name}" was left open: ${listWords(menu.chosen.map((label) => `"${label}"`))} ${menu.chosen.length === 1 ? 'was' : 'were'} chosen, and nobody said that it was all`, advice: 'resume it in a terminal, which asks' });
}

/** What a person has to know before going on with a run of which a part cannot be read, or `null`. */
export function damageOf({ folder }: StoredRun): string | null {
  const line = damagedLine(folder);
  return line === null ? null : `line ${line} of its journal cannot be read: what happened there is not known, and a step may have run that is shown as not run`;
}

/** Refuses to go on unattended where it is not known what has run. */
export function refuseDamaged({ id }: StoredRun, damage: string | null): void {
  if (damage !== null) throw new RunbookError({ what: `cannot resume ${id} unattended`, why: damage, advice: 'resume it in a terminal and look at each step, or use --force' });
}

/** Whether a run last ran on another machine. */
export function isElsewhere({ host }: StoredRun): boolean {
  return host !== '' && host !== hostname();
}

/** Warns that what a step did on one machine is not done on another. */
export function refuseOtherHost(stored: StoredRun, told: Told = 'person'): void {
  if (isElsewhere(stored)) throw new RunbookError({ what: `cannot resume ${stored.id}${told === 'person' ? ' unattended' : ''}`, why: `it ran on ${stored.host}, and this is ${hostname()}`, advice: `resume it there, or ${goOnAnyway(told, stored.id).replace('go on', 'go on here')}` });
}

/** The steps that have not run yet and have changed since the run began. */
export async function changedSteps({ folder, state }: StoredRun, plan: Plan): Promise<readonly ChangedStep[]> {
  if (isSameText(state, plan)) return [];
  const before = await planThen(folder, plan);
  if (before === null) return [];
  const open = plan.steps.filter(({ step, included }) => included && !Object.values(state.steps[step.id]?.pieces ?? {}).some(({ attempt }) => attempt > 0));
  const changed = open.flatMap((now): ChangedStep[] => {
    const then = before.find(({ step }) => step.id === now.step.id);
    if (then !== undefined && textOf(then) === textOf(now)) return [];
    return [{ step: now.step.id, text: `step ${now.step.id} ("${now.step.title}") ${then === undefined ? 'is new in the runbook' : 'has changed in the runbook'} since the run began` }];
  });
  const ids = new Set(plan.runbook.steps.map(({ id }) => id));
  const gone = (state.started?.steps ?? []).filter((id) => !ids.has(id)).map((step) => ({ step, text: `step ${step} is no longer in the runbook: it does not run` }));
  return [...changed, ...gone];
}

/** The plan of the runbook as it was when the run began, with the current choices. */
async function planThen(folder: string, plan: Plan): Promise<readonly PlannedStep[] | null> {
  const text = keptRunbook(folder);
  if (text === null) return null;
  const { parseRunbook } = await import('../../parse/index.ts');
  return planRun(parseRunbook(text, { path: plan.runbook.path }), plan.request).plan.steps;
}

function textOf({ step, pieces, code }: PlannedStep): string {
  return step.kind === 'command' ? pieces.map(({ code: { text } }) => text).join('\0') : `${code}\0${wordsOf(step)}`;
}

function wordsOf(step: Step): string {
  return JSON.stringify([step.title, [...step.prose, ...step.below].map((part) => ({ ...part, span: null }))]);
}
