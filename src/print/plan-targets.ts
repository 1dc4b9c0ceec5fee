import type { Plan, PlannedStep } from '../plan/index.ts';
import { heading, type Layout, prose } from './plan-layout.ts';

/** For each possible target what would run, what not, and why. */
export function eachTargetLines(layout: Layout, plans: readonly { readonly target: string; readonly plan: Plan }[]): readonly string[] {
  const [first] = plans;
  if (first === undefined) return [];
  return [
    ...heading(layout, 'What runs on each target', `of ${first.plan.steps.length} steps`),
    ...plans.flatMap(({ target, plan }) => {
      const included = plan.steps.filter((step) => step.included);
      return ['', `  ${layout.paint('bold', target)} ${layout.paint('dim', `· ${included.length} run`)}`, ...byReason(layout, '●', included), ...unboundLines(layout, included), ...byReason(layout, '○', plan.steps.filter((step) => !step.included))];
    }),
  ];
}

function byReason(layout: Layout, sign: '●' | '○', steps: readonly PlannedStep[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { step, reason } of steps) groups.set(reason, [...(groups.get(reason) ?? []), step.id]);
  return [...groups].flatMap(([reason, ids]) => prose(layout, `${sign} ${spans(ids)}: ${reason}`, '    ', '      ').map((line) => (sign === '○' ? layout.paint('dim', line) : line)));
}

function unboundLines(layout: Layout, steps: readonly PlannedStep[]): readonly string[] {
  return steps.filter(({ unboundHosts }) => unboundHosts.length > 0).flatMap(({ step, unboundHosts }) => prose(layout, `! ${step.id}: ${unboundHosts.join(', ')} belongs to another target (unbound host)`, '    ', '      ').map((line) => layout.paint('yellow', line)));
}

/** `a-1, a-2, a-3, b-1` as `a-1 to a-3, b-1`. */
export function spans(ids: readonly string[]): string {
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
  return parts.map(({ first, last, size }) => (size === 1 ? first : size === 2 ? `${first}, ${last}` : `${first} to ${last}`)).join(', ');
}
