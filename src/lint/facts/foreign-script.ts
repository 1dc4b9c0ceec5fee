import { FOREIGN_LETTER, type Runbook } from '../../model/index.ts';

/** Whether a third of the words of the prose or more are in other letters than Latin ones, so that too few are understood. */
export function isInForeignScript({ structure }: Runbook): boolean {
  const words = structure.texts.flatMap(({ value }) => value.match(/[\p{L}\p{M}]+/gu) ?? []);
  return words.filter((word) => FOREIGN_LETTER.test(word)).length * 3 > words.length;
}
