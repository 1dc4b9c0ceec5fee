import { fromBinary } from './shell-state.ts';

/** Longest `$RUNBOOK_OUTPUT` that is read, in bytes. */
export const MOST_OUTPUT = 1_000_000;

/** The `name=value` lines that a piece wrote to `$RUNBOOK_OUTPUT`; a binary string. */
export function readOutputs(text: string): Record<string, string> {
  const lines = fromBinary(text).split(/\r?\n/);
  const pairs = lines.map((line) => /^([A-Za-z_][\w.-]*)=(.*)$/.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}
