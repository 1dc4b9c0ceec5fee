import type { Pair, PlacedPair } from './align.ts';
import { ANY, EFFECTS, HERE } from './answer.ts';
import type { Effect, WantedPiece } from './answer.ts';
import { holds } from './fields.ts';
import { doubtsOf, isMet } from './judge-pieces.ts';
import { extraSteps } from './judge-steps.ts';
import type { Finding, Place } from './mark.ts';
import { onLine } from './mark.ts';
import type { Reading, ReadPiece } from './reading.ts';

const NOT_LABELLED = 'not-labelled';

/** What leads the report: pieces that would run and should not, pieces held for nothing, and things to do that are nowhere. */
export function findDangers(pairs: readonly PlacedPair[], reading: Reading, place: Place): readonly Finding[] {
  const extra = extraSteps(pairs, reading).filter(({ kind, pieces }) => kind === 'command' && wouldRun(pieces));
  return [
    ...pairs.flatMap((pair) => findingsOf(pair, reading, onLine(place, pair.line))),
    ...extra.map(({ title, line }): Finding => ({ kind: 'silent danger', file: place.file, line, text: `"${title}" would run and is no step` })),
  ];
}

function findingsOf(pair: Pair, reading: Reading, place: Place): readonly Finding[] {
  return [...silent(pair, place), ...needless(pair, place), ...lost(pair, reading, place)];
}

/** Whether an engineer would run this piece as it stands. */
export function isFree({ piece, step }: Pair): boolean {
  return piece.kind === 'command' && piece.included === true && step.included === true && piece.on === HERE && piece.doubts !== null && requiredDoubts(piece).length === 0;
}

/** Whether these pieces would run without a question. */
export function wouldRun(pieces: readonly ReadPiece[]): boolean {
  const commands = pieces.filter(({ kind, included }) => kind === 'command' && included);
  return commands.length > 0 && doubtsOf(commands).length === 0 && commands.every(({ on }) => on === null);
}

function requiredDoubts(piece: WantedPiece): readonly string[] {
  return (piece.doubts ?? []).filter(({ optional }) => !optional).map(({ kinds }) => kinds.join(' or '));
}

function silent({ piece, found }: Pair, place: Place): readonly Finding[] {
  if (piece.kind === 'manual' || !wouldRun(found)) return [];
  const text = reasonAgainst(piece, found);
  return text === null ? [] : [finding('silent danger', piece, place, text)];
}

function reasonAgainst(piece: WantedPiece, found: readonly ReadPiece[]): string | null {
  if (piece.included === false) return 'would run and is out';
  const doubts = requiredDoubts(piece);
  if (doubts.length > 0) return `would run and is held: ${doubts.join(', ')}`;
  if (piece.on !== HERE && piece.on !== ANY) return `would run here and belongs on ${piece.on}`;
  const [taken, least] = [rank(takenFor(found)), Math.min(...(piece.effect ?? []).map(rank))];
  return taken < least && Number.isFinite(least) ? `is read as ${EFFECTS[taken]} and is ${piece.effect?.join(' or ')}` : null;
}

/** The effect by which the program would act: where it says none, a piece without a mark is let through. */
function takenFor(found: readonly ReadPiece[]): Effect {
  const effects = found.filter(({ kind }) => kind === 'command').map(({ effect, destructive }) => effect ?? (destructive ? 'destroys' : 'reads'));
  return EFFECTS.findLast((effect) => effects.includes(effect)) ?? 'reads';
}

function rank(effect: Effect): number {
  return EFFECTS.indexOf(effect);
}

function needless(pair: Pair, place: Place): readonly Finding[] {
  const { piece, found } = pair;
  if (!isFree(pair) || !found.some(({ included }) => included)) return [];
  const kinds = doubtsOf(found).filter((kind) => !(piece.doubts ?? []).some((doubt) => isMet(doubt, [kind])));
  if (kinds.length === 0) return [];
  return [finding(kinds.every((kind) => kind === NOT_LABELLED) ? 'needless label' : 'needless doubt', piece, place, `is held for nothing: ${kinds.join(', ')}`)];
}

function lost({ piece, step, found }: Pair, reading: Reading, place: Place): readonly Finding[] {
  if (found.length > 0 || step.maybe || holds(reading.words, piece.at)) return [];
  return [finding('lost', piece, place, 'is no step and in no prose of one')];
}

function finding(kind: Finding['kind'], piece: WantedPiece, place: Place, text: string): Finding {
  return { kind, file: place.file, line: place.lineOf(piece.at), text: `"${piece.at}" ${text}` };
}
