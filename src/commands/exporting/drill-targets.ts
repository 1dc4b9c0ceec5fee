import { namesProduction } from '../../context/index.ts';
import { RunbookError, type Runbook } from '../../model/index.ts';

/**
 * The targets of a drill: the named ones, else all that are not production.
 * @throws RunbookError where that is none, or one that is not offered.
 */
export function drillTargets({ path }: Runbook, targets: readonly string[], named: readonly string[], production: readonly string[] | null): readonly string[] {
  const unknown = named.find((name) => !targets.includes(name));
  if (unknown !== undefined) throw new RunbookError({ what: `--drill ${unknown}`, why: 'no such target is offered', advice: targets.length === 0 ? 'leave it out: nothing that runs depends on a target' : `give one of ${targets.join(', ')}` });
  if (named.length > 0 || targets.length === 0) return named;
  const safe = targets.filter((name) => !namesProduction(name, production));
  if (safe.length === 0) throw new RunbookError({ what: `--schedule: no target of ${path} is for drills`, why: 'all of them are production', advice: 'name those to drill anyway with --drill' });
  return safe;
}
