import type { Coming } from './entry.ts';
import { comparePieces } from './compare-pieces.ts';
import type { Difference, LockedStep, LockEntry } from './types.ts';

/** The current lines of steps, by id. */
export type Lines = ReadonlyMap<string, number>;

/** The differences between a runbook as it is now and as it was locked, in the order of the steps. Titles are ignored, since they are only for readers. */
export function compare(path: string, was: LockEntry, now: Coming, lines: Lines): readonly Difference[] {
  const said = (kind: Difference['kind'], text: string, step: string | null = null): Difference => ({ path, step, line: step === null ? null : (lines.get(step) ?? null), kind, text });
  return [
    ...named('target', was.targets, now.targets).map(({ kind, text }) => said(kind, text)),
    ...compareParameters(was, now).map(({ kind, text }) => said(kind, text)),
    ...named('choice', was.alternatives.map(choiceText), now.alternatives.map(choiceText)).map(({ kind, text }) => said(kind, text)),
    ...compareSteps(was.steps, now.steps).map(({ kind, text, step }) => said(kind, text, step)),
  ];
}

type Said = Pick<Difference, 'kind' | 'text'>;

function choiceText({ choices }: Coming['alternatives'][number]): string {
  return choices.map((choice) => `"${choice}"`).join(' or ');
}

/** Names that were added or removed, and whether the others changed their order. */
function named(what: string, was: readonly string[], now: readonly string[]): readonly Said[] {
  const gone = was.filter((name) => !now.includes(name));
  const added = now.filter((name) => !was.includes(name));
  return [...gone.map((name): Said => ({ kind: 'gone', text: `${what} ${name} is gone` })), ...added.map((name): Said => ({ kind: 'new', text: `${what} ${name} is new` }))];
}

function compareParameters(was: LockEntry, now: Coming): readonly Said[] {
  const before = new Map(was.parameters.map((parameter) => [parameter.name, parameter]));
  const after = new Map(now.parameters.map((parameter) => [parameter.name, parameter]));
  const gone = [...before.keys()].filter((name) => !after.has(name)).map((name): Said => ({ kind: 'gone', text: `parameter \`${name}\` is gone` }));
  const rest = [...after].flatMap(([name, parameter]): readonly Said[] => {
    const old = before.get(name);
    if (old === undefined) return [{ kind: 'new', text: `parameter \`${name}\` is new` }];
    return (['kind', 'example', 'default', 'secret', 'pattern', 'column'] as const).flatMap((key): readonly Said[] => (old[key] === parameter[key] ? [] : [{ kind: 'changed', text: `parameter \`${name}\`: ${key} was ${shown(old[key])}, is ${shown(parameter[key])}` }]));
  });
  return [...gone, ...rest];
}

function shown(value: string | boolean | null): string {
  return value === null ? 'none' : `\`${value}\``;
}

/** Whether a step is in, or why it is out, which an earlier version ended with "would". */
function inOrOut({ out }: LockedStep): string {
  return out === null ? 'in' : `out (${out.replace(/ would$/, ' brings it in')})`;
}

type SaidOfStep = Said & { readonly step: string };

/** Steps are matched by id; one whose code now has another id was renamed or moved. */
function compareSteps(was: readonly LockedStep[], now: readonly LockedStep[]): readonly SaidOfStep[] {
  const before = new Map(was.map((step) => [step.id, step]));
  const after = new Map(now.map((step) => [step.id, step]));
  const kept = now.filter(({ id }) => before.has(id)).map(({ id }) => id);
  const order = was.filter(({ id }) => after.has(id)).map(({ id }) => id);
  const moved = new Set(outOfOrder(order, kept));
  const gone = was.filter(({ id }) => !after.has(id)).map(({ id }): SaidOfStep => ({ step: id, kind: 'gone', text: `step \`${id}\` is gone` }));
  return [
    ...gone,
    ...now.flatMap((step): readonly SaidOfStep[] => {
      const old = before.get(step.id);
      if (old === undefined) return [{ step: step.id, kind: 'new', text: `step \`${step.id}\` is new${step.out === null ? '' : ' (out)'}` }];
      const order: readonly SaidOfStep[] = moved.has(step.id) ? [{ step: step.id, kind: 'moved', text: `step \`${step.id}\` moved` }] : [];
      return [...order, ...compareStep(old, step).map((said): SaidOfStep => ({ ...said, step: step.id, text: `step \`${step.id}\`: ${said.text}` }))];
    }),
  ];
}

function compareStep(was: LockedStep, now: LockedStep): readonly Said[] {
  if (was.kind !== now.kind) return [{ kind: 'changed', text: `was a ${was.kind} step, is a ${now.kind} one` }];
  return [
    ...changed('is', inOrOut(was), inOrOut(now)),
    ...changed('is for', targetsOf(was), targetsOf(now)),
    ...(was.words === now.words ? [] : [{ kind: 'changed' as const, text: 'what is to be done by hand changed' }]),
    ...(was.callouts.join() === now.callouts.join() ? [] : [{ kind: 'changed' as const, text: 'its warnings and notes changed' }]),
    ...comparePieces(was.pieces, now.pieces),
  ];
}

function changed(what: string, was: string, now: string): readonly Said[] {
  return was === now ? [] : [{ kind: 'changed', text: `was ${was}, ${what} ${now}` }];
}

function targetsOf({ for: names }: LockedStep): string {
  return names.length === 0 ? 'all targets' : names.join(', ');
}

/** The steps outside the longest common order, so that a few moves are reported as a few. */
function outOfOrder(was: readonly string[], now: readonly string[]): readonly string[] {
  const place = new Map(was.map((id, index) => [id, index]));
  const positions = now.map((id) => place.get(id) ?? 0);
  const lengths = positions.map(() => 1);
  const from = positions.map(() => -1);
  positions.forEach((position, index) => {
    for (let before = 0; before < index; before++) {
      if ((positions[before] ?? 0) < position && (lengths[before] ?? 0) + 1 > (lengths[index] ?? 0)) {
        lengths[index] = (lengths[before] ?? 0) + 1;
        from[index] = before;
      }
    }
  });
  const kept = new Set<number>();
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = from[at] ?? -1) kept.add(at);
  return now.filter((_, index) => !kept.has(index));
}
