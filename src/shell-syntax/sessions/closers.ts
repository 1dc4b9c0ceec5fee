import { SHELL_AGAIN } from './openers.ts';

/** Lines that leave a session. */
const LEAVES = /^\s*(?:exit|logout|quit|\\q|\\quit|\.quit|\.exit|exit\(\)|quit\(\)|disconnect|\^D|Ctrl-?D|<?ctrl[-+]d>?)\s*(?:\(\s*\))?\s*;?\s*(?:#.*|--.*)?$/i;

/** Whether a line leaves the session that it is typed into. */
export function leaves(line: string): boolean {
  return LEAVES.test(line);
}

/** Whether a line is plainly shell again although nobody left the program before it. */
export function isShellAgain(line: string): boolean {
  const word = /^([\w./-]+)(?:\s|$)/.exec(line)?.[1];
  return word !== undefined && SHELL_AGAIN.has(word) && !line.trimEnd().endsWith(';');
}
