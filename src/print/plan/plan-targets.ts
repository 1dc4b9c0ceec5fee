import type { Plan, PlannedStep } from '../../plan/index.ts';
import { heading, type Layout, prose } from './plan-layout.ts';

/** Targets with the same steps, and the plan of the first. */
interface Family {
  readonly targets: readonly string[];
  readonly steps: readonly Told[];
}

interface Told {
  readonly id: string;
  readonly included: boolean;
  readonly reason: string;
  readonly hosts: readonly string[];
}

/** For each possible target, what would run, what would not, and why; once for those with the same plan; one line where all have it. */
export function eachTargetLines(layout: Layout, plans: readonly { readonly target: string; readonly plan: Plan }[]): readonly string[] {
  const [first] = plans;
  if (first === undefined) return [];
  const families = merged(plans.map(({ target, plan }) => ({ targets: [target], steps: plan.steps.map((step) => told(step, target)) })));
  const of = `${first.plan.steps.length} steps`;
  const same = plans.length > 1 && families.length === 1 && families.every(({ steps }) => steps.every(({ hosts }) => hosts.length === 0));
  // Then the plan below says it all.
  if (same) return heading(layout, 'What runs on each target', `the same ${first.plan.steps.filter(({ included }) => included).length} of ${of}`);
  return [...heading(layout, 'What runs on each target', `of ${of}`), ...families.flatMap((family) => familyLines(layout, family))];
}

/** The reason, without repeating the target. */
function told({ step, included, reason, unboundHosts }: PlannedStep, target: string): Told {
  const short = reason.replace(`; the target is ${target}`, '').replace(`, and the target is ${target}`, '').replace(` for ${target}`, ' for it');
  return { id: step.id, included, reason: short, hosts: unboundHosts };
}

function merged(families: readonly Family[]): readonly Family[] {
  const byPlan = new Map<string, Family>();
  for (const family of families) {
    const key = JSON.stringify(family.steps);
    byPlan.set(key, { steps: family.steps, targets: [...(byPlan.get(key)?.targets ?? []), ...family.targets] });
  }
  return [...byPlan.values()];
}

function familyLines(layout: Layout, { targets, steps }: Family): readonly string[] {
  const included = steps.filter((step) => step.included);
  const names = prose(layout, targets.join(', '), '  ');
  const unbound = included.filter(({ hosts }) => hosts.length > 0);
  return [
    '',
    ...names.slice(0, -1).map((line) => layout.paint('bold', line)),
    layout.paint('bold', names.at(-1) ?? '') + layout.paint('dim', ` · ${included.length} run`),
    ...byReason(layout, '●', included),
    ...unbound.flatMap(({ id, hosts }) => prose(layout, `! ${id}: ${hosts.join(', ')} belongs to another target (unbound host)`, '    ', '      ').map((line) => layout.paint('yellow', line))),
    ...byReason(
      layout,
      '○',
      steps.filter((step) => !step.included),
    ),
  ];
}

function byReason(layout: Layout, sign: '●' | '○', steps: readonly Told[]): readonly string[] {
  return [...Map.groupBy(steps, ({ reason }) => reason)].flatMap(([reason, told]) => prose(layout, `${sign} ${idRanges(told.map(({ id }) => id))}: ${reason}`, '    ', '      ').map((line) => (sign === '○' ? layout.paint('dim', line) : line)));
}

/** `a-1, a-2, a-3, b-1` as `a-1 to a-3, b-1`. */
export function idRanges(ids: readonly string[]): string {
  const parts: { first: string; last: string; stem: string; next: number; size: number }[] = [];
  for (const id of ids) {
    const [, stem = id, number = ''] = /^(.*-)(\d+)$/.exec(id) ?? [];
    const before = parts.at(-1);
    if (before !== undefined && number !== '' && before.stem === stem && before.next === Number(number)) {
      before.last = id;
      before.next += 1;
      before.size += 1;
    } else parts.push({ first: id, last: id, stem, next: Number(number) + 1, size: 1 });
  }
  return parts.map(({ first, last, size }) => (size === 1 ? first : `${first}${size === 2 ? ',' : ' to'} ${last}`)).join(', ');
}
