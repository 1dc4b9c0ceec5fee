import { type FarPlace, isFar, matchesGlob, namesListedIn, type Place, placeNames, type Runbook, type Step } from '../../model/index.ts';
import type { ChosenTarget } from '../types.ts';

/** A pinned place with the chosen target's names filled in, and the names of another target that the chosen one has no counterpart for. */
interface BoundPlace {
  readonly on: Place | null;
  readonly unbound: readonly string[];
}

/** A host, pod or container that is a possible target, or a cell of its row, follows the chosen target as it does in a command. */
export function bindPlace(runbook: Runbook, target: ChosenTarget | null, place: Place | null): BoundPlace {
  if (!isFar(place) || target === null) return { on: place, unbound: [] };
  const unbound: string[] = [];
  const bind = (name: string): string => {
    const now = nameNow(runbook, target, name);
    if (now === null) unbound.push(name);
    return now ?? name;
  };
  return { on: withNames(place, bind), unbound };
}

/** Whether a step is pinned to a place whose name is that of a target. */
export function hasTargetPlace(runbook: Runbook, step: Step): boolean {
  if (step.kind === 'manual') return false;
  return step.pieces.some(({ on }) => isFar(on) && placeNames(on).map(hostOnly).some((name) => ownersOf(runbook, name).length > 0));
}

function withNames(place: FarPlace, bind: (name: string) => string): Place {
  switch (place.kind) {
    case 'ssh': {
      const host = hostOnly(place.host);
      return { ...place, host: `${place.host.slice(0, place.host.length - host.length)}${bind(host)}` };
    }
    case 'kubectl':
      return { ...place, namespace: bind(place.namespace), pod: bind(place.pod), container: place.container === null ? null : bind(place.container) };
    case 'docker':
      return { ...place, container: bind(place.container) };
  }
}

function hostOnly(host: string): string {
  return host.slice(host.lastIndexOf('@') + 1);
}

/** What a name becomes for the chosen target: itself if it belongs to no target, `null` if it belongs only to another one. */
function nameNow(runbook: Runbook, target: ChosenTarget, name: string): string | null {
  const owners = ownersOf(runbook, name);
  if (owners.length === 0 || owners.some(({ owner }) => owner === target.name)) return name;
  const values = new Set(owners.map(({ column }) => (column === null ? target.name : target.row[column])));
  const [now, ...others] = [...values];
  return now === undefined || others.length > 0 || !/^[A-Za-z0-9][\w.-]*$/.test(now) ? null : now;
}

/** The targets that a name belongs to, and the column if it is a cell of their row. */
function ownersOf({ inventories, targets }: Runbook, name: string): readonly { readonly owner: string; readonly column: string | null }[] {
  const rows = inventories.flatMap(({ rows, key }) => rows.flatMap((row) => Object.entries(row.cells).filter(([, cell]) => cell === name || namesListedIn(cell).includes(name)).map(([column]) => ({ owner: row.name, column: column === key ? null : column }))));
  const named = targets.filter((target) => (target.glob ? matchesGlob(name, target.name) : target.name === name)).map(() => ({ owner: name, column: null }));
  return rows.length > 0 ? rows : named;
}
