import type { WantedPiece, WantedStep } from './answer.ts';
import { holds, squash } from './fields.ts';
import type { ReadPiece, ReadStep } from './reading.ts';

/** A wanted piece, its step, and the pieces that the program has for it (none: not found). */
export interface Pair {
  readonly step: WantedStep;
  readonly piece: WantedPiece;
  readonly found: readonly ReadPiece[];
}

/** A pair and the line of the source on which the wanted piece stands. */
export interface PlacedPair extends Pair {
  readonly line: number;
}

interface Wanted {
  readonly step: WantedStep;
  readonly piece: WantedPiece;
}

const SAME_KIND = 10;
const OTHER_KIND = 4;
const EXACT = 3;

/**
 * Pairs what is wanted with what was read, in the order of both, so that the most fits. Several pieces of one wanted step
 * may fall on one piece that was read, where the program did not cut.
 */
export function align(wanted: readonly WantedStep[], read: readonly ReadStep[]): readonly Pair[] {
  const wants = wanted.flatMap((step) => step.pieces.map((piece) => ({ step, piece })));
  const pieces = read.flatMap((step) => step.pieces);
  const partners = bestPartners(wants, pieces);
  return wants.map(({ step, piece }, index) => {
    const partner = partners[index] ?? null;
    const found = partner === null ? [] : foundFor(step, partner, read);
    return { step, piece: isExact(step, found) ? withoutDoubts(piece) : piece, found };
  });
}

/** Whether what was read is the code alone, with the output that was pasted below it taken off. */
function isExact({ exactly }: WantedStep, found: readonly ReadPiece[]): boolean {
  return exactly !== null && found.map(({ text }) => text).join('').trim() === exactly;
}

/** A doubt about pasted output is void where none of it is left. */
function withoutDoubts(piece: WantedPiece): WantedPiece {
  return { ...piece, doubts: piece.doubts?.map((doubt) => ({ ...doubt, optional: true })) ?? null };
}

/** A step wanted in one piece is judged by all pieces of the step that was found. */
function foundFor(step: WantedStep, partner: ReadPiece, read: readonly ReadStep[]): readonly ReadPiece[] {
  return step.pieces.length > 1 ? [partner] : (read[partner.step]?.pieces ?? [partner]);
}

function bestPartners(wants: readonly Wanted[], pieces: readonly ReadPiece[]): readonly (ReadPiece | null)[] {
  const scores = wants.map((want) => pieces.map((piece) => fit(want, piece)));
  const best = emptyTable(wants.length + 1, pieces.length + 1);
  for (let i = wants.length - 1; i >= 0; i--) {
    for (let j = pieces.length - 1; j >= 0; j--) {
      const score = scores[i]?.[j] ?? 0;
      const matched = score === 0 ? -1 : score + cell(best, i + 1, staysAt(wants, i) ? j : j + 1);
      row(best, i)[j] = Math.max(matched, cell(best, i + 1, j), cell(best, i, j + 1));
    }
  }
  return trace(wants, pieces, scores, best);
}

function trace(wants: readonly Wanted[], pieces: readonly ReadPiece[], scores: readonly (readonly number[])[], best: readonly number[][]): readonly (ReadPiece | null)[] {
  const partners: (ReadPiece | null)[] = wants.map(() => null);
  let [i, j] = [0, 0];
  while (i < wants.length && j < pieces.length) {
    const score = scores[i]?.[j] ?? 0;
    const next = staysAt(wants, i) ? j : j + 1;
    if (score > 0 && cell(best, i, j) === score + cell(best, i + 1, next)) {
      partners[i] = pieces[j] ?? null;
      [i, j] = [i + 1, next];
    } else if (cell(best, i, j) === cell(best, i, j + 1)) j += 1;
    else i += 1;
  }
  return partners;
}

/** Whether the next wanted piece may fall on the same piece that was read. */
function staysAt(wants: readonly Wanted[], index: number): boolean {
  return wants[index]?.step === wants[index + 1]?.step;
}

function fit({ piece, step }: Wanted, read: ReadPiece): number {
  if (!holds(read.text, piece.at)) return 0;
  const kind = piece.kind === read.kind || (step.pieces.length > 1 && read.kind === 'command') ? SAME_KIND : OTHER_KIND;
  return kind + (squash(read.text) === squash(piece.at) ? EXACT : 0);
}

function emptyTable(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
}

function row(table: readonly number[][], index: number): number[] {
  return table[index] ?? [];
}

function cell(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
