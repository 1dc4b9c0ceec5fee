import { isGlob, matchesGlob, type Runbook, type Step } from '../../model/index.ts';
import { listed, unknownName } from '../problems.ts';
import type { ChosenTarget, PlanProblem, PlanRequest } from '../types.ts';
import { own, refuseWord } from '../values/index.ts';

/** The target of a request, or what is wrong with it; `null` if none is chosen. */
interface TargetChoice {
  readonly target: ChosenTarget | null;
  readonly problems: readonly PlanProblem[];
}

/** The target from the request or a pin, or the only one there is. */
export function chooseTarget(runbook: Runbook, request: PlanRequest): TargetChoice {
  const bySet = targetBySet(runbook, request);
  const wanted = request.target ?? bySet;
  if (request.target !== undefined && bySet !== undefined && bySet !== request.target) {
    const why = `--set says ${bySet}`;
    return { target: null, problems: [{ kind: 'target', what: `--target ${request.target}`, why, advice: 'give one of the two' }] };
  }
  if (wanted !== undefined) return requested(runbook, wanted, request.target === undefined ? `--set …=${wanted}` : `--target ${wanted}`);
  const pinned = pinnedTarget(runbook);
  if (pinned !== null) return { target: targetNamed(runbook, pinned), problems: [] };
  const [only, ...others] = runbook.targets;
  if (only === undefined || only.glob || others.some(({ name }) => name !== only.name)) return { target: null, problems: [] };
  return { target: targetNamed(runbook, only.name), problems: [] };
}

/** `--set app=…` where `<app>` is the target. */
function targetBySet(runbook: Runbook, request: PlanRequest): string | undefined {
  const parameter = runbook.parameters.find(({ column, name }) => column === '' && own(request.values, name) !== undefined);
  return parameter === undefined ? undefined : own(request.values, parameter.name);
}

function pinnedTarget(runbook: Runbook): string | null {
  const pin = runbook.pins.target?.value;
  if (pin === undefined || pin === false || isGlob(pin)) return null;
  return runbook.inventories.some(({ columns }) => columns.includes(pin)) ? null : pin;
}

function requested(runbook: Runbook, wanted: string, what: string): TargetChoice {
  const problem = (why: string, advice: string): TargetChoice => ({ target: null, problems: [{ kind: 'target', what, why, advice }] });
  const isName = runbook.targets.some(({ name, glob }) => name === wanted && !glob);
  const matching = runbook.targets.find(({ name, glob }) => glob && matchesGlob(wanted, name));
  const choices = targetChoices(runbook);
  if (!isName && isGlob(wanted)) {
    const names = choices.filter((name) => !isGlob(name) && matchesGlob(name, wanted));
    return problem('a pattern is not a target', names.length > 0 ? `give one name, e.g. ${names[0] ?? ''}` : 'give one name that it matches');
  }
  // Left out, the commands act on what they name, which may be another.
  if (choices.length === 0) return problem('no such target', 'this runbook has no targets: leave it out if what its commands name is what you mean');
  if (!isName && matching === undefined) return { target: null, problems: [unknownName('target', what, 'no such target', wanted, choices, 'targets')] };
  const refused = refuseWord(wanted) ?? (isName ? null : refuseName(wanted));
  if (refused !== null) return problem(refused, `give one of ${listed(choices)}`);
  return { target: targetNamed(runbook, wanted), problems: [] };
}

/** Why a text that only a glob matches is not a plain name, or `null`: `svc-*` must not allow `svc-../../etc`. */
function refuseName(value: string): string | null {
  if (/^[\w@][\w.@:-]*$/.test(value) && !value.includes('..')) return null;
  return `"${value}" is no plain name (letters, digits and _ . - : @)`;
}

/** A target by its name, with the cells of all its rows. */
export function targetNamed(runbook: Runbook, name: string): ChosenTarget {
  const rows = runbook.inventories.flatMap((inventory) => inventory.rows.filter((row) => row.name === name));
  return { name, row: Object.assign({}, ...rows.reverse().map(({ cells }) => cells)) as ChosenTarget['row'] };
}

/** Names that can be chosen: those of the runbook, those that its commands hold and a glob matches, then the globs themselves. */
export function targetChoices(runbook: Runbook): readonly string[] {
  const names = runbook.targets.filter(({ glob }) => !glob).map(({ name }) => name);
  const globs = runbook.targets.filter(({ glob }) => glob).map(({ name }) => name);
  const seen = runbook.steps.flatMap((step) => targetsIn(step)).filter((name) => globs.some((glob) => matchesGlob(name, glob)));
  return [...new Set([...names, ...seen, ...globs])];
}

/** The targets that a step's text names, directly or by a cell of their row. */
function targetsIn(step: Step): readonly string[] {
  const slots = step.kind === 'command' ? step.slots : step.offers.flatMap((offer) => offer.slots);
  return [...new Set(slots.flatMap((slot) => (slot.kind === 'target' ? [slot.target] : [])))];
}

/** Whether what a step does depends on the target. */
export function dependsOnTarget(runbook: Runbook, step: Step): boolean {
  if (step.appliesTo.length > 0) return true;
  if (step.kind === 'manual') return false;
  const expected = step.pieces.flatMap(({ expectations }) => expectations.flatMap(({ parts }) => parts.flatMap(({ slots }) => slots)));
  const fromRow = new Set(runbook.parameters.filter(({ column }) => column !== null).map(({ name }) => name));
  return step.variant !== null || [...step.slots, ...expected].some((slot) => slot.kind === 'target' || fromRow.has(slot.parameter));
}
