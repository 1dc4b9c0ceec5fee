import type { RemoteSession, ShellWord } from '../model/index.ts';
import type { RawCommand } from './facts.ts';
import { compileTable, matchPattern, patternsFor, type CompiledTable } from './hazard-pattern.ts';
import { readInvocation, type Invocation } from './invocation.ts';
import { nestedCommands } from './nested.ts';
import { PROMPT_OPENERS, SESSION_OPENERS, SHELL_AGAIN } from './remote-openers.ts';
import { unwrap } from './unwrap.ts';

const SESSIONS = compileTable(SESSION_OPENERS);
const PROMPTS = compileTable(PROMPT_OPENERS);
const LEAVES = /^\s*(?:exit|logout|quit|\\q|\\quit|\^D|Ctrl-?D|<?ctrl[-+]d>?)\s*(?:\(\s*\))?\s*;?\s*(?:#.*|--.*)?$/i;

/** The first remote session that a command from `from` on opens, with the lines typed there. */
export function findRemote(code: string, commands: readonly RawCommand[], from: number): RemoteSession | null {
  for (const command of commands) {
    if (command.start < from || !command.topLevel || !command.last || command.background || !command.terminal) continue;
    const unwrapped = unwrap(command.words);
    if (unwrapped === null || !endsItsLine(code, command.end)) continue;
    const kind = openerKind(readInvocation(unwrapped, command.terminal), 0);
    if (kind === null) continue;
    const typed = typedLines(code, command.end, kind);
    if (typed !== null) return { start: command.start, end: typed.end, opener: code.slice(command.start, command.end), typed };
  }
  return null;
}

function openerKind(command: Invocation, depth: number): 'session' | 'prompt' | null {
  if (matches(SESSIONS, command)) return 'session';
  if (matches(PROMPTS, command)) return 'prompt';
  if (depth > 2) return null;
  for (const nested of nestedCommands(command, [])) {
    const inner = unwrap(nested.words);
    const kind = inner === null || !keepsTerminal(command) ? null : openerKind(readInvocation(inner, true), depth + 1);
    if (kind !== null) return kind;
  }
  return null;
}

/** A container's shell is one to type into only with `-i` or `-t`. */
function keepsTerminal(command: Invocation): boolean {
  const asked = command.options.some(({ name }) => name === '-i' || name === '-t' || name === '--tty' || name === '--interactive' || name === '--stdin');
  return asked || !/^(kubectl|oc|k|docker|podman|nerdctl)$/.test(command.program);
}

function matches(table: CompiledTable, command: Invocation): boolean {
  return patternsFor(table, command.program).some((pattern): boolean => {
    const words: readonly ShellWord[] | null = matchPattern(pattern, command);
    return words !== null;
  });
}

function endsItsLine(code: string, end: number): boolean {
  return /^[ \t]*;?[ \t]*(?:#[^\n]*)?(?:\n|$)/.test(code.slice(end, end + 500));
}

/** From the line after the opener to the line that leaves, or to the end; `null` where the lines are plainly shell again. */
function typedLines(code: string, openerEnd: number, kind: 'session' | 'prompt'): { start: number; end: number } | null {
  const lineEnd = code.indexOf('\n', openerEnd);
  const start = lineEnd < 0 ? code.length : lineEnd + 1;
  let at = start;
  while (at < code.length) {
    const next = code.indexOf('\n', at);
    const end = next < 0 ? code.length : next + 1;
    const line = code.slice(at, end);
    if (LEAVES.test(line)) return { start, end };
    if (kind === 'prompt' && isShellAgain(line)) return { start, end: at };
    at = end;
  }
  return { start, end: code.length };
}

function isShellAgain(line: string): boolean {
  const word = /^([\w./-]+)(?:\s|$)/.exec(line)?.[1];
  return word !== undefined && SHELL_AGAIN.has(word) && !line.trimEnd().endsWith(';');
}
