import type { ExpectationChecked } from '../../events/index.ts';

/** The exit status with what it is known to mean. */
export function exitWords(exitCode: number | null, signal: string | null): string {
  if (exitCode === null) return signal === null ? 'did not start' : `ended by ${signal}`;
  const meaning = EXITS[exitCode];
  return `exit status ${exitCode}${meaning === undefined ? '' : ` (${meaning})`}`;
}

const EXITS: Readonly<Record<number, string>> = { 126: 'cannot be run', 127: 'command not found', 130: 'interrupted', 137: 'killed', 143: 'terminated' };

/** What a failed check saw: the output nearest to what was expected, or, where nothing is near, why it failed. What a person judged, that person saw. */
export function seenWords({ kind, seen, reason }: Pick<ExpectationChecked, 'kind' | 'seen' | 'reason'>): string {
  if (kind === 'judgement') return 'not so, judged by eye';
  if (seen !== '') return seen;
  return /output is empty/.test(reason) ? '(no output)' : reason;
}

/** How a check was judged by eye, as the keys have it. */
export function judgedWords({ status }: Pick<ExpectationChecked, 'status'>): string {
  return status === 'held' ? 'yes, by eye' : 'no, by eye';
}
