import type { Slot } from './slot.ts';
import type { CodeRange } from './span.ts';

/** What opens a session: a command of a step, or prose or a prompt that names the place (then the range is empty). */
export interface Opener extends CodeRange {
  readonly step: number;
  /** The command as written, or the place as it is named. */
  readonly text: string;
  /** The line of the prose; for a command the step has it. */
  readonly slots: readonly Slot[];
}

/** Where a piece belongs. `elsewhere`: the other side of an open session, or a place named in prose; such a piece is never run from here. */
export type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'ssh'; readonly host: string }
  | { readonly kind: 'kubectl'; readonly namespace: string; readonly pod: string; readonly container: string | null }
  | { readonly kind: 'docker'; readonly container: string }
  | { readonly kind: 'elsewhere'; /** The opener or the words that say so: `ssh db-1`. */ readonly opener: string };

/** A place that can be reached from here by a program, whose name is the kind: `ssh`, `kubectl`, `docker`. */
export type FarPlace = Extract<Place, { readonly kind: 'ssh' | 'kubectl' | 'docker' }>;

/** Whether pieces of a place run, but not on this machine. */
export function isFar(place: Place | null): place is FarPlace {
  return place !== null && place.kind !== 'here' && place.kind !== 'elsewhere';
}

/** The names in a place, any of which may mark it as production. */
export function placeNames(place: Place | null): readonly string[] {
  switch (place?.kind) {
    case 'ssh':
      return [place.host];
    case 'kubectl':
      return [place.namespace, place.pod, ...(place.container === null ? [] : [place.container])];
    case 'docker':
      return [place.container];
    default:
      return [];
  }
}

/** A key for the shell that the pieces of a place share: the place as the pin writes it, `''` for here. */
export function shellPlace(place: Place | null): string {
  return isFar(place) ? (placeText(place) ?? '') : '';
}

/** A place in words: `ssh web1`, `here`. */
export function placeWords(place: Place): string {
  switch (place.kind) {
    case 'here':
      return 'here';
    case 'ssh':
      return `ssh ${place.host}`;
    case 'kubectl':
      return `pod ${place.namespace}/${place.pod}${place.container === null ? '' : `, container ${place.container}`}`;
    case 'docker':
      return `container ${place.container}`;
    case 'elsewhere':
      return place.opener;
  }
}

/** A place as the pin `on=` writes it; for a place that we cannot run in, the words that opened it. */
export function placeText(place: Place | null): string | null {
  switch (place?.kind) {
    case undefined:
    case 'here':
      return null;
    case 'ssh':
      return `ssh:${place.host}`;
    case 'kubectl':
      return `kubectl:${[place.namespace, place.pod, ...(place.container === null ? [] : [place.container])].join('/')}`;
    case 'docker':
      return `docker:${place.container}`;
    case 'elsewhere':
      return `elsewhere: ${place.opener}`;
  }
}
