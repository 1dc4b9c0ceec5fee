import { commandsAt, isProduction, namedPlaces, type Production } from '../../context/index.ts';
import { RunbookError, type Step } from '../../model/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';
import { approvalFor, shellOf, type WalkOptions } from '../../walk/index.ts';
import type { Opening } from './machine.ts';
import { pieceName } from './refuse.ts';

type Machine = Pick<Opening, 'cwd' | 'env'>;

/**
 * Unattended, refuses pieces with an unknown effect in production.
 * @throws RunbookError for the first such piece of the plan, before anything runs.
 */
export function refuseUnknownInProduction(how: WalkOptions, machine: Machine): void {
  for (const { step, planned, productionOf } of piecesOf(how, machine)) {
    const { effect } = planned.piece;
    const production = effect.effect === 'unknown' ? productionOf() : null;
    if (production?.yes !== true) continue;
    const word = effect.word === '' ? 'it' : effect.word;
    throw new RunbookError({ what: `${pieceName(step, planned)} may do anything in production`, why: `unknown what ${word} does, and ${production.why} is production`, where: { path: how.plan.runbook.path, at: step.span.start }, advice: 'allow it with --allow-destructive, or leave it out with --skip' });
  }
}

/**
 * Unattended, refuses pieces that a second person would have to approve.
 * @throws RunbookError for the first such piece of the plan, before anything runs.
 */
export function refuseUnapproved(how: WalkOptions, machine: Machine): void {
  if (how.approvals === undefined) return;
  for (const { step, planned, productionOf } of piecesOf(how, machine)) {
    const { effect, word } = planned.piece.effect;
    const approval = approvalFor(how, how.operator, { effect, effectWord: word === '' ? null : word, target: how.plan.target?.name ?? null, on: planned.on, production: productionOf() }, null);
    if (approval === undefined) continue;
    throw new RunbookError({ what: `${pieceName(step, planned)} has to be approved`, why: approval.why, where: { path: how.plan.runbook.path, at: step.span.start }, advice: 'walk through it in a terminal with a second person, run it with --engine temporal, or leave it out with --skip' });
  }
}

/** Every piece that would run, with what tells whether it acts on production. */
function piecesOf({ plan, production, machine }: WalkOptions, { cwd, env }: Machine): readonly { readonly step: Step; readonly planned: PlannedPiece; readonly productionOf: () => Production }[] {
  const target = plan.target?.name ?? null;
  const judge = (step: Step, { piece, on, code }: PlannedPiece): Production => {
    const { commands } = shellOf(step, code.text);
    const context = machine.context(commandsAt(on, commands), () => ({ directory: cwd, environment: env }));
    return isProduction({ target, places: namedPlaces(on, piece.hosts, commands), context }, production);
  };
  return plan.steps
    .filter(({ included, step }) => included && step.kind === 'command')
    .flatMap(({ step, pieces }) => pieces.filter(({ unboundHosts }) => unboundHosts.length === 0).map((planned) => ({ step, planned, productionOf: () => judge(step, planned) })));
}
