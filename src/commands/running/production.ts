import { commandsAt, isProduction } from '../../context/index.ts';
import { placeNames, RunbookError } from '../../model/index.ts';
import type { WalkOptions } from '../../walk/index.ts';
import type { Opening } from './machine.ts';

/**
 * What nobody can tell the effect of does not run in production without a word.
 * @throws RunbookError for the first such piece of the plan, before anything runs.
 */
export function refuseUnknownInProduction({ plan, production, machine }: WalkOptions, { cwd, env }: Pick<Opening, 'cwd' | 'env'>): void {
  for (const { step, pieces } of plan.steps.filter(({ included }) => included)) {
    if (step.kind !== 'command') continue;
    for (const { piece, title, unboundHosts, on } of pieces) {
      if (piece.effect.effect !== 'unknown' || unboundHosts.length > 0) continue;
      const commands = step.shell.commands.filter(({ start }) => start >= piece.start && start < piece.end);
      const context = machine.context(commandsAt(on, commands), () => ({ directory: cwd, environment: env }));
      const { yes, why } = isProduction({ target: plan.target?.name ?? null, hosts: [...placeNames(on), ...piece.hosts.map(({ host }) => host)], context }, production);
      if (!yes) continue;
      const name = `step ${step.id}${title === null ? '' : ` ("${title}")`}`;
      const word = piece.effect.word === '' ? 'it' : piece.effect.word;
      throw new RunbookError({ what: `${name} may do anything in production`, why: `unknown what ${word} does, and ${why} is production`, where: { path: plan.runbook.path, at: step.span.start }, advice: 'allow it with --allow-destructive, or leave it out with --skip' });
    }
  }
}
