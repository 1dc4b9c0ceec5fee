import { parse, type ParsedScript } from 'unbash';
import type { CodeRange, EffectMark, RemoteSession, ShellAnalysis, ShellCommand, ShellDefinition, ShellError } from '../model/index.ts';
import { readDefinitions } from './definitions.ts';
import { findEffects, findMarks } from './effects/index.ts';
import type { Facts, RawCommand } from './facts.ts';
import { findRemote, typedEffects, type OpenedSession } from './sessions/index.ts';
import { findPlaceholders, MASK, maskRanges, readComments, type Scan, type ScannedHeredoc, scanShell } from './text/index.ts';
import { unwrap } from './unwrap.ts';
import { collectFacts } from './walk.ts';

/** What the caller knows about the code. */
export interface AnalyzeOptions {
  /** The fence's label, `bash`, `console` … */
  readonly language?: string;
  /** Names that the file speaks of: `{name}` is a placeholder only where it is one of them. */
  readonly braces?: ReadonlySet<string>;
  /** Functions and aliases that the code before it defines. */
  readonly definitions?: readonly ShellDefinition[];
}

/** Sessions looked for in one text; what follows the last one is read as shell. */
const MAX_SESSIONS = 20;
/** Characters that may be read again for the sake of sessions. */
const MAX_REREAD = 2_000_000;
/** Nesting beyond which the parser is not asked: nobody writes it, and it would take long. */
const MAX_DEPTH = 200;

interface Reading {
  readonly masked: string;
  readonly scan: Scan;
  readonly placeholders: ShellAnalysis['placeholders'];
  readonly script: ParsedScript;
  readonly facts: Facts;
}

/** Reads a piece of shell code whole; never throws, whatever the text. */
export function analyzeShell(code: string, { braces, definitions = [] }: AnalyzeOptions = {}): ShellAnalysis {
  const remotes: OpenedSession[] = [];
  let reading = read(code, [], braces);
  for (let from = 0; remotes.length < Math.min(MAX_SESSIONS, 1 + MAX_REREAD / (code.length + 1)); ) {
    const remote = findRemote(code, reading.facts.commands, from);
    if (remote === null) break;
    remotes.push(remote);
    from = remote.session.end;
    if (remote.session.typed.end > remote.session.typed.start) reading = read(code, remotes.map(({ session }) => session.typed), braces);
  }
  return assemble(code, reading, remotes, definitions);
}

function read(code: string, typed: readonly CodeRange[], braces: ReadonlySet<string> | undefined): Reading {
  const own = maskRanges(code, typed, ' ');
  const scan = scanShell(own);
  const placeholders = findPlaceholders(own, scan, braces);
  const masked = maskRanges(own, placeholders, MASK);
  const script = scan.deepest > MAX_DEPTH ? tooDeep(masked) : parse(masked);
  const facts = collectFacts(script, { text: own, placeholders, fill: MASK, place: ({ pos, end }) => ({ start: pos, end }) });
  return { masked, scan, placeholders, script, facts };
}

function tooDeep(code: string): ParsedScript {
  return { type: 'Script', pos: 0, end: code.length, shebang: undefined, commands: [], errors: [{ message: 'nested too deeply to read', pos: 0 }] };
}

function assemble(code: string, { masked, scan, placeholders, script, facts }: Reading, opened: readonly OpenedSession[], before: readonly ShellDefinition[]): ShellAnalysis {
  const statements = statementRanges(script, scan.heredocs);
  const errors = [...facts.errors, ...unclosedHeredocs(scan.heredocs)].sort((a, b) => a.offset - b.offset);
  const definitions = readDefinitions(code, facts);
  const remotes = opened.map(({ session }): RemoteSession => session);
  return {
    masked,
    errors,
    statements,
    commands: facts.commands.flatMap(readCommand),
    assignments: facts.assignments,
    reads: facts.reads,
    comments: readComments(code, scan.comments, statements, remotes.map(({ typed }) => typed)),
    heredocs: scan.heredocs.map(({ start, end, delimiter, closed }) => ({ start, end, delimiter, closed })),
    placeholders,
    effects: readEffects(code, facts, errors, opened, [...before, ...definitions]),
    hazards: findMarks(facts.commands, facts.endless),
    remotes,
    functions: facts.functions,
    definitions,
  };
}

/** What is typed into a session counts where it stands; what stands in a function counts where the function is called. */
function readEffects(code: string, facts: Facts, errors: readonly ShellError[], opened: readonly OpenedSession[], definitions: readonly ShellDefinition[]): readonly EffectMark[] {
  const functions = facts.functions.toSorted((a, b) => a.start - b.start);
  const outside = facts.commands.filter((command) => !functions.some(({ start, end }) => command.start >= start && command.start < end));
  const own = outside.filter(({ start }) => !opened.some(({ session, lines }) => session.start === start && lines !== null));
  const typed = opened.flatMap(({ kind, command, lines }) => (lines === null ? [] : typedEffects(kind, command, lines, definitions)));
  const broken = errors.map(({ offset }): EffectMark => ({ effect: 'unknown', word: 'does not parse', start: Math.min(offset, Math.max(code.length - 1, 0)), end: Math.min(offset + 1, code.length) }));
  return [...findEffects(own, definitions), ...typed, ...broken].sort((a, b) => a.start - b.start || a.end - b.end);
}

function readCommand(raw: RawCommand): readonly ShellCommand[] {
  const unwrapped = unwrap(raw.words);
  if (unwrapped === null) return [];
  const { name, nameWord, args, wrappers } = unwrapped;
  return [{ start: raw.start, end: raw.end, name, nameWord, args, wrappers: raw.timed ? ['time', ...wrappers] : wrappers, topLevel: raw.topLevel, background: raw.background }];
}

/** A heredoc's body belongs to the command that reads it, and what stands between belongs with it. */
function statementRanges(script: ParsedScript, heredocs: readonly ScannedHeredoc[]): readonly CodeRange[] {
  const ranges: { start: number; end: number }[] = [];
  let next = 0;
  for (const { pos, end } of script.commands) {
    if (pos >= end) continue;
    const before = ranges.at(-1);
    if (before !== undefined && pos < before.end) before.end = Math.max(before.end, end);
    else ranges.push({ start: pos, end });
    for (let heredoc = heredocs[next]; heredoc !== undefined && heredoc.start < end; heredoc = heredocs[next]) {
      const range = ranges.at(-1);
      if (range !== undefined) range.end = Math.max(range.end, heredoc.end);
      next += 1;
    }
  }
  return ranges;
}

function unclosedHeredocs(heredocs: readonly ScannedHeredoc[]): readonly ShellError[] {
  return heredocs.filter(({ closed }) => !closed).map(({ delimiter, start }) => ({ message: `unterminated heredoc: no line is '${delimiter}'`, offset: start }));
}
