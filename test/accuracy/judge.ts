import { align } from './align.ts';
import type { Answer } from './answer.ts';
import { findDangers, isFree } from './find-dangers.ts';
import { squash } from './fields.ts';
import { judgeFile } from './judge-file.ts';
import { judgeSteps } from './judge-steps.ts';
import type { Judgement, Place } from './mark.ts';
import type { Reading } from './reading.ts';

/** Holds what was read against the answer. */
export function judge(answer: Answer, reading: Reading, place: Place): Judgement {
  const pairs = align(answer.steps, reading.steps);
  return {
    marks: [...judgeSteps(answer, pairs, reading, place), ...judgeFile(answer, reading, place)],
    findings: findDangers(answer, pairs, reading, place),
    free: pairs.filter(isFree).length,
  };
}

/** A file as its marks name it: the first line on which the text stands. */
export function placeOf(file: string, source: string): Place {
  const lines = source.split(/\r?\n/).map(squash);
  return {
    file,
    lineOf: (text) => {
      const part = squash(text.split('\n')[0] ?? '');
      return Math.max(0, part === '' ? -1 : lines.findIndex((line) => line.includes(part))) + 1;
    },
  };
}
