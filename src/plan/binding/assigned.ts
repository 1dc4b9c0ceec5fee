import { codeSpan, isFar, type Place, placeWords, shellPlace } from '../../model/index.ts';
import type { PlannedPiece, PlannedStep, PlanRequest } from '../types.ts';
import type { Bindings } from './bind.ts';

/** A piece that sets a variable, and its line. */
interface Setter {
  readonly on: Place | null;
  readonly line: number;
}

/** The variables that the pieces so far have set. Each belongs to the shell of its place; the shells of other places do not have it. */
export class Assigned {
  private readonly setters = new Map<string, Setter[]>();

  /** Adds the variables that the pieces of a step set, except those of skipped pieces. */
  add({ runbook }: Pick<Bindings, 'runbook'>, { step, pieces }: PlannedStep, skipped: NonNullable<PlanRequest['skipped']>): void {
    if (step.kind !== 'command') return;
    const run = pieces.filter(({ piece }) => !skipped.some((place) => place.step === step.id && place.piece === piece.index));
    for (const { name, start, end } of step.shell.assignments) {
      const setter = run.find(({ piece }) => start >= piece.start && start < piece.end);
      if (setter === undefined) continue;
      this.setters.set(name, [...(this.setters.get(name) ?? []), { on: setter.on, line: codeSpan(runbook.source, step.code, start, end).start.line }]);
    }
  }

  /** Whether the shell of a place has a variable. */
  has(name: string, on: Place | null): boolean {
    return this.setters.get(name)?.some((setter) => shellPlace(setter.on) === shellPlace(on)) === true;
  }

  /** Says who sets a variable that the shell of a place does not have; `null` if nobody does. */
  elsewhere(name: string, on: Place | null): string | null {
    const last = this.has(name, on) ? undefined : this.setters.get(name)?.at(-1);
    return last === undefined ? null : `line ${last.line} sets it ${whereWords(last.on)}, and this is to run ${whereWords(on)}`;
  }
}

function whereWords(on: Place | null): string {
  return isFar(on) ? `on ${placeWords(on)}` : 'here';
}

/** By the shell's place, the values of the variables that its pieces get: those known for any piece of the place, since a function of an earlier piece may read them. */
export function variablesOfPlaces(steps: readonly PlannedStep[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const variables = new Map<string, Record<string, string>>();
  for (const { on, environment } of piecesIn(steps)) variables.set(shellPlace(on), Object.assign(variables.get(shellPlace(on)) ?? {}, environment));
  return variables;
}

/** For a variable that only pieces of another place set before it is first needed: the line and the place that set it. */
export function setElsewhere(steps: readonly PlannedStep[], name: string): string | null {
  const reader = piecesIn(steps).find(({ missing, environment }) => missing.includes(name) || Object.hasOwn(environment, name));
  return reader?.setElsewhere[name] ?? null;
}

/** Whether only pieces of other places ask for a variable. */
export function isForOthers(steps: readonly PlannedStep[], name: string, on: Place | null): boolean {
  const askers = piecesIn(steps).filter(({ environment }) => Object.hasOwn(environment, name));
  return askers.length > 0 && !askers.some((piece) => shellPlace(piece.on) === shellPlace(on));
}

function piecesIn(steps: readonly PlannedStep[]): readonly PlannedPiece[] {
  return steps.filter(({ included }) => included).flatMap(({ pieces }) => pieces);
}
