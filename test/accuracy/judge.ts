import { align } from './align.ts';
import type { Answer, WantedPiece } from './answer.ts';
import { findDangers, isFree } from './find-dangers.ts';
import { squash } from './fields.ts';
import { judgeFile } from './judge-file.ts';
import { judgeSteps } from './judge-steps.ts';
import type { Judgement, Place } from './mark.ts';
import type { Reading } from './reading.ts';

/** Holds what was read against the answer. */
export function judge(answer: Answer, reading: Reading, place: Place): Judgement {
  const lines = linesInOrder(place, answer.steps.flatMap(({ pieces }) => pieces));
  const pairs = align(answer.steps, reading.steps).map((pair, index) => ({ ...pair, line: lines[index] ?? 1 }));
  return {
    marks: [...judgeSteps(answer, pairs, reading, place), ...judgeFile(answer, reading, place)],
    findings: findDangers(pairs, reading, place),
    free: pairs.filter(isFree).length,
  };
}

/** Wanted pieces come in the order of the file: each is looked for from the one before it on. */
function linesInOrder(place: Place, pieces: readonly WantedPiece[]): readonly number[] {
  const lines: number[] = [];
  for (const { at } of pieces) lines.push(place.lineOf(at, lines.at(-1) ?? 1));
  return lines;
}

/** A file as its marks name it: the first line on which the text stands, from a line on where one is given. */
export function placeOf(file: string, source: string): Place {
  const lines = source.split(/\r?\n/).map(squash);
  const find = (part: string, from: number): number => lines.findIndex((line, index) => index >= from - 1 && line.includes(part)) + 1;
  return {
    file,
    lineOf: (text, from = 1) => {
      const part = squash(text.split('\n')[0] ?? '');
      return part === '' ? 1 : find(part, from) || find(part, 1) || 1;
    },
  };
}
