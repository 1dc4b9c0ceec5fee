import { type CodeRange, lineBelow, type RemoteSession, type ShellWord } from '../../model/index.ts';
import { matchPattern, readTable, rowsFor, type CommandTable } from '../effects/index.ts';
import { type Invocation, nestedCommands, type RawCommand, readInvocation, unwrap } from '../commands/index.ts';
import { isShellAgain, leaves } from './closers.ts';
import { OPENERS } from './openers.ts';

/** What one types into after an opener. */
export type SessionKind = 'shell' | 'program';

/** A session with the command that opened it. */
interface OpenedSession {
  readonly session: RemoteSession;
  readonly kind: SessionKind;
  readonly command: RawCommand;
  /** What is typed there, without the line that leaves; `null` where nothing is. */
  readonly lines: ShellWord | null;
}

let openers: CommandTable<SessionKind> | null = null;

/** The first remote session that a command opens, with the lines typed there. */
export function findRemote(code: string, commands: readonly RawCommand[]): OpenedSession | null {
  for (const command of commands) {
    if (!command.topLevel || !command.last || command.background || !command.terminal) continue;
    const kind = endsItsLine(code, command.end) ? sessionKind(command) : null;
    const typed = kind === null ? null : typedLines(code, command.end, kind);
    if (kind === null || typed === null) continue;
    const session = { start: command.start, end: typed.end, opener: code.slice(command.start, command.end), typed };
    return { session, kind, command, lines: linesTyped(code, typed) };
  }
  return null;
}

/** The kind of session that a command leaves open at a terminal, or `null`. */
function sessionKind(command: RawCommand): SessionKind | null {
  const unwrapped = unwrap(command.words);
  return unwrapped === null ? null : openerKind(readInvocation(unwrapped, command.terminal), 0);
}

/** The lines without the one that leaves. */
function linesTyped(code: string, { start, end }: CodeRange): ShellWord | null {
  const text = code.slice(start, end);
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const kept = leaves(lines[last] ?? '') ? lines.slice(0, last).join('\n') : text;
  return kept.trim() === '' ? null : { raw: kept, value: kept, start, end: start + kept.length };
}

function openerKind(command: Invocation, depth: number): SessionKind | null {
  openers ??= readTable<SessionKind>([OPENERS]);
  const row = rowsFor(openers, command.program).find(({ pattern }) => matchPattern(pattern, command) !== null);
  if (row !== undefined) return row.kind;
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

function endsItsLine(code: string, end: number): boolean {
  return /^[ \t]*;?[ \t]*(?:#[^\n]*)?(?:\n|$)/.test(code.slice(end, end + 500));
}

/** From the line after the opener to the line that leaves, or to the end; `null` where the lines are plainly shell again. */
function typedLines(code: string, openerEnd: number, kind: SessionKind): { start: number; end: number } | null {
  const start = belowRemarks(code, lineBelow(code, openerEnd), kind);
  let at = start;
  while (at < code.length) {
    const end = lineBelow(code, at);
    const line = code.slice(at, end);
    if (leaves(line)) return { start, end };
    if (kind === 'program' && isShellAgain(line)) return { start, end: at };
    at = end;
  }
  return { start, end: code.length };
}

/** What a comment says of what is seen; any other below the opener of a root shell may be a command behind its prompt. */
const OF_WHAT_IS_SEEN = /^[ \t]*#+[ \t]*(?:expect|should\b|you should\b|=>|->|→)/i;

/** Comments right below an opener are about it, and typed nowhere: before what a program is given, and what is expected of a shell (`# Expected: a prompt`). */
function belowRemarks(code: string, from: number, kind: SessionKind): number {
  const remarks = /^(?:[ \t]*(?:#[^\n]*)?(?:\n|$))*/.exec(code.slice(from))?.[0] ?? '';
  const isOfOpener = kind === 'program' ? remarks.includes('#') : OF_WHAT_IS_SEEN.test(remarks.trimStart()) && from + remarks.length === code.length;
  return isOfOpener ? from + remarks.length : from;
}
