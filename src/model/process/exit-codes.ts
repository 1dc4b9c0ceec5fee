/** What every command's exit status means; the table in the README. */
export const ExitCode = {
  done: 0,
  /** A step failed or a check did not hold; lint: findings. */
  failed: 1,
  /** The call or the input is wrong. */
  usage: 2,
  /** The operator stopped the run. */
  stopped: 3,
  /** The run was fine, the history row could not be written; it is kept. */
  historyKept: 4,
  hangup: 129,
  interrupted: 130,
  quit: 131,
  user2: 140,
  terminated: 143,
} as const;

/** One of these numbers. */
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
