/** The exit status with what it is known to mean. */
export function exitWords(exitCode: number | null, signal: string | null): string {
  if (exitCode === null) return signal === null ? 'did not start' : `ended by ${signal}`;
  const meaning = EXITS[exitCode];
  return `exit status ${exitCode}${meaning === undefined ? '' : ` (${meaning})`}`;
}

const EXITS: Readonly<Record<number, string>> = { 126: 'cannot be run', 127: 'command not found', 130: 'interrupted', 137: 'killed', 143: 'terminated' };

/** What was seen where nothing of the output is near: the engine's reason, said shortly. */
export function reasonWords(reason: string): string {
  return /output is empty/.test(reason) ? '(no output)' : reason;
}
