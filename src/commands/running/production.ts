import { commandsAt, isProduction } from '../../context/index.ts';
import { placeNames, RunbookError, type Step } from '../../model/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';
import { approvalFor, type Production, type WalkOptions } from '../../walk/index.ts';
import type { Opening } from './machine.ts';

type Machine = Pick<Opening, 'cwd' | 'env'>;

/**
 * Unattended, refuses pieces with an unknown effect in production.
 * @throws RunbookError for the first such piece of the plan, before anything runs.
 */
export function refuseUnknownInProduction(how: WalkOptions, machine: Machine): void {
  for (const { step, planned, production } of piecesOf(how, machine)) {
    const { effect } = planned.piece;
    if (effect.effect !== 'unknown' || !production.yes) continue;
    const word = effect.word === '' ? 'it' : effect.word;
    throw new RunbookError({ what: `${nameOf(step, planned)} may do anything in production`, why: `unknown what ${word} does, and ${production.why} is production`, where: { path: how.plan.runbook.path, at: step.span.start }, advice: 'allow it with --allow-destructive, or leave it out with --skip' });
  }
}

/**
 * Unattended, refuses pieces that a second person would have to approve.
 * @throws RunbookError for the first such piece of the plan, before anything runs.
 */
export function refuseUnapproved(how: WalkOptions, machine: Machine): void {
  if (how.approvals === undefined) return;
  for (const { step, planned, production } of piecesOf(how, machine)) {
    const { effect, word } = planned.piece.effect;
    const approval = approvalFor(how, how.operator, { effect, effectWord: word === '' ? null : word, target: how.plan.target?.name ?? null, on: planned.on, production }, null);
    if (approval === undefined) continue;
    throw new RunbookError({ what: `${nameOf(step, planned)} has to be approved`, why: approval.why, where: { path: how.plan.runbook.path, at: step.span.start }, advice: 'walk through it in a terminal with a second person, run it with --engine temporal, or leave it out with --skip' });
  }
}

/** Every piece that would run, with whether it acts on production. */
function piecesOf({ plan, production, machine }: WalkOptions, { cwd, env }: Machine): readonly { readonly step: Step; readonly planned: PlannedPiece; readonly production: Production }[] {
  return plan.steps
    .filter(({ included }) => included)
    .flatMap(({ step, pieces }) => {
      if (step.kind !== 'command') return [];
      return pieces
        .filter(({ unboundHosts }) => unboundHosts.length === 0)
        .map((planned) => {
          const { piece, on } = planned;
          const commands = step.shell.commands.filter(({ start }) => start >= piece.start && start < piece.end);
          const context = machine.context(commandsAt(on, commands), () => ({ directory: cwd, environment: env }));
          return { step, planned, production: isProduction({ target: plan.target?.name ?? null, hosts: [...placeNames(on), ...piece.hosts.map(({ host }) => host)], context }, production) };
        });
    });
}

function nameOf(step: Step, { title }: PlannedPiece): string {
  return `step ${step.id}${title === null ? '' : ` ("${title}")`}`;
}
