import { closest } from '../model/index.ts';

/** What is filled into the message of the commit of a history row. */
export const COMMIT_VALUES = ['runbook', 'title', 'target', 'on-target', 'operator', 'outcome', 'date', 'run'] as const;
export type CommitValue = (typeof COMMIT_VALUES)[number];

/** A name in braces in such a message. */
const IN_BRACES = /\{(?<name>[a-z-]+)\}/g;

/** A message with each name in braces replaced by its value. */
export function withValues(message: string, valueOf: (name: CommitValue) => string): string {
  return message.replace(IN_BRACES, (whole, name: string) => (isValue(name) ? valueOf(name) : whole));
}

/** What is wrong with the names in a message; `null` where nothing is. */
export function unknownValue(message: string): string | null {
  const name = [...message.matchAll(IN_BRACES)].map(({ groups }) => groups?.['name'] ?? '').find((each) => !isValue(each));
  if (name === undefined) return null;
  const [near] = closest(name, COMMIT_VALUES);
  return `no value is called {${name}}; ${near === undefined ? `values here: ${COMMIT_VALUES.map((value) => `{${value}}`).join(', ')}` : `{${near}} is one`}`;
}

function isValue(name: string): name is CommitValue {
  return COMMIT_VALUES.some((value) => value === name);
}
