import type { Attempt, ReadOutput } from './attempts.ts';

/** The most bytes of output in a report, in all and per attempt, so that the page still opens quickly. */
const ALL_OUTPUT = 20_000_000;
const MOST_EACH = 2_000_000;
const LEAST_EACH = 4_000;

/** How much of its output each attempt may have in a report; what short outputs leave over goes to the long ones. */
export function outputShare(attempts: readonly Attempt[], read: ReadOutput): number {
  const sizes = attempts.map(({ started }) => read(started, 0).left).sort((a, b) => a - b);
  let left = ALL_OUTPUT;
  for (const [index, size] of sizes.entries()) {
    const share = Math.floor(left / (sizes.length - index));
    if (size > share) return Math.max(LEAST_EACH, Math.min(MOST_EACH, share));
    left -= size;
  }
  return MOST_EACH;
}
