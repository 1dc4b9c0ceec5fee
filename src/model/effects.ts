import type { Effect, EffectMark } from './shell.ts';

/** From the weakest to the strongest. */
const ORDER: readonly Effect[] = ['reads', 'changes', 'unknown', 'destroys'];

/** Whether an effect is stronger than another: `destroys` > `unknown` > `changes` > `reads`. */
export function isStronger(effect: Effect, than: Effect): boolean {
  return ORDER.indexOf(effect) > ORDER.indexOf(than);
}

/** The first of the strongest marks, or `null` where there is none. */
export function strongestEffect<T extends Pick<EffectMark, 'effect'>>(marks: readonly T[]): T | null {
  let strongest: T | null = null;
  for (const mark of marks) if (strongest === null || isStronger(mark.effect, strongest.effect)) strongest = mark;
  return strongest;
}
