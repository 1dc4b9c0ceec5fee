import type { DoubtAnswer, DoubtKind } from '../../model/index.ts';
import type { Settlement } from '../types.ts';

/** Parses `<step>[.<piece>][/<doubt>]=<answer>`; pieces count from 0. `null` if the text has another form. */
export function readSettlement(text: string): Settlement | null {
  const { place = '', kind, answer = '' } = /^(?<place>[^=/]+)(?:\/(?<kind>[a-z-]+))?=(?<answer>[a-z]+)$/.exec(text.trim())?.groups ?? {};
  if (place === '') return null;
  const { step = place, piece } = /^(?<step>.+)\.(?<piece>\d{1,4})$/.exec(place)?.groups ?? {};
  return { step, piece: piece === undefined ? null : Number(piece), doubt: (kind as DoubtKind | undefined) ?? null, answer: answer as DoubtAnswer };
}

/** A settlement as it is given on the command line. */
export function describeSettlement({ step, piece, doubt, answer }: Settlement): string {
  return `${step}${piece === null ? '' : `.${piece}`}${doubt === null ? '' : `/${doubt}`}=${answer}`;
}
