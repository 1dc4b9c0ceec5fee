import type { Pair } from './align.ts';
import { ANY, EFFECTS, HERE, TRAITS } from './answer.ts';
import type { Effect, WantedDoubt, WantedPiece } from './answer.ts';
import { holds } from './fields.ts';
import type { Kind, Mark, Place } from './mark.ts';
import { mark } from './mark.ts';
import type { ReadExpectation, ReadPiece } from './reading.ts';

/** The marks of a wanted piece that was found. */
export function judgePiece({ piece, step, found }: Pair, place: Place): readonly Mark[] {
  const cut = step.pieces.length > 1 ? [cutMark(piece, found, place)] : [];
  if (piece.kind === 'manual') return [...cut, ...expectationMarks(piece, found, place)];
  return [...cut, ...effectMarks(piece, found, place), ...placeMarks(piece, found, place), ...doubtMarks(piece, found, place), ...expectationMarks(piece, found, place), ...traitMarks(piece, found, place)];
}

/** The strongest effect that the program says of these pieces, or `null` where it says none of one. */
export function strongest(pieces: readonly ReadPiece[]): Effect | null {
  const effects = pieces.filter(({ kind }) => kind === 'command').map(({ effect }) => effect);
  if (effects.length === 0 || effects.includes(null)) return null;
  return EFFECTS.findLast((effect) => effects.includes(effect)) ?? null;
}

/** The kinds of open doubts of these pieces. */
export function doubtsOf(pieces: readonly ReadPiece[]): readonly string[] {
  return [...new Set(pieces.flatMap(({ doubts }) => doubts))];
}

/** Whether a wanted doubt is met by these kinds. */
export function isMet(doubt: WantedDoubt, kinds: readonly string[]): boolean {
  return doubt.kinds.some((kind) => kinds.includes(kind));
}

function cutMark(piece: WantedPiece, found: readonly ReadPiece[], place: Place): Mark {
  const kind = found[0]?.kind ?? 'command';
  return mark('pieces', place, piece.at, { right: kind === piece.kind, wanted: `a ${piece.kind} piece`, found: `a ${kind} piece` });
}

/** The mark of an effect; none where it is not judged. */
export function effectMarks(piece: Pick<WantedPiece, 'at' | 'effect'>, found: readonly ReadPiece[], place: Place): readonly Mark[] {
  if (piece.effect === null) return [];
  const effect = strongest(found);
  return [mark('effects', place, piece.at, { right: effect !== null && piece.effect.includes(effect), wanted: piece.effect.join(' or '), found: effect ?? 'absent' })];
}

function placeMarks(piece: WantedPiece, found: readonly ReadPiece[], place: Place): readonly Mark[] {
  if (piece.on === ANY || piece.on === null) return [];
  const on = found.find((read) => read.on !== null)?.on ?? null;
  if (piece.on === HERE && on === null) return [];
  const right = piece.on !== HERE && on !== null && holds(on.toLowerCase(), piece.on.toLowerCase());
  return [mark('place', place, piece.at, { right, wanted: piece.on, found: on ?? HERE })];
}

function doubtMarks(piece: WantedPiece, found: readonly ReadPiece[], place: Place): readonly Mark[] {
  if (piece.doubts === null) return [];
  const kinds = doubtsOf(found);
  const wanted = piece.doubts.filter(({ optional }) => !optional).map((doubt) => {
    const right = isMet(doubt, kinds);
    return mark(kindOf(doubt.kinds), place, piece.at, { right, wanted: doubt.kinds.join(' or '), found: kinds.join(', ') || 'none' });
  });
  const known = piece.doubts.flatMap((doubt) => doubt.kinds);
  const more = kinds.filter((kind) => !known.includes(kind)).map((kind) => mark(kindOf([kind]), place, piece.at, { right: false, wanted: 'none', found: kind }));
  return [...wanted, ...more];
}

function kindOf(kinds: readonly string[]): Kind {
  return kinds.includes('gate') ? 'gates' : 'doubts';
}

function expectationMarks(piece: WantedPiece, found: readonly ReadPiece[], place: Place): readonly Mark[] {
  const left = found.flatMap(({ expectations }) => expectations);
  const wanted = piece.expects.flatMap((want) => {
    const index = left.findIndex(({ text }) => want.texts.some((part) => part === ANY || holds(text, part)));
    const [read] = index < 0 ? [] : left.splice(index, 1);
    if (read === undefined && want.maybe) return [];
    const right = read !== undefined && (want.kinds === null || want.kinds.includes(read.kind));
    return [mark('expectations', place, piece.at, { right, wanted: `${want.texts[0] ?? ''} (${want.kinds?.join(' or ') ?? ANY})`, found: read === undefined ? 'none' : said(read) })];
  });
  return [...wanted, ...left.map((read) => mark('expectations', place, piece.at, { right: false, wanted: 'none', found: said(read) }))];
}

function said({ text, kind }: ReadExpectation): string {
  return `${text} (${kind})`;
}

function traitMarks(piece: WantedPiece, found: readonly ReadPiece[], place: Place): readonly Mark[] {
  const traits = TRAITS.filter((trait) => found.some((read) => read.traits.includes(trait)));
  return piece.traits.map((trait) => mark('manner', place, piece.at, { right: traits.includes(trait), wanted: trait, found: traits.join(', ') || 'none' }));
}
