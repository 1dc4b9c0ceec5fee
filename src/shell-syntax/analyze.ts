import { parse, type ParsedScript } from 'unbash';
import { type CodeRange, type EffectMark, overlap, type RemoteSession, type ShellAnalysis, type ShellCommand, type ShellDefinition, type ShellError } from '../model/index.ts';
import { collectFacts, type Facts, type RawCommand, readDefinitions, unwrap, type Unwrapped } from './commands/index.ts';
import { findEffects, findMarks } from './effects/index.ts';
import { meets } from './ranges.ts';
import { type ElsewhereLines, findRemote, readSessions } from './sessions/index.ts';
import { findPlaceholders, MASK, maskRanges, readComments, type Scan, type ScannedHeredoc, scanShell } from './text/index.ts';

/** What the caller knows about the code. */
interface AnalyzeOptions {
  /** Names that the file mentions: `{name}` is a placeholder only if it is one of them. */
  readonly braces?: ReadonlySet<string>;
  /** Functions and aliases that the code before it defines. */
  readonly definitions?: readonly ShellDefinition[];
  /** Its lines that are typed elsewhere, known from the blocks before it; by default those in sessions that it opens itself. */
  readonly elsewhere?: readonly ElsewhereLines[];
}

/** Longer code is not searched for sessions; lines after an opener are then read as shell. */
const MAX_SEARCHED = 200_000;
/** Code nested deeper than this is not parsed: nobody writes it, and it would take long. */
const MAX_DEPTH = 200;

interface Reading {
  readonly masked: string;
  readonly scan: Scan;
  readonly placeholders: ShellAnalysis['placeholders'];
  readonly script: ParsedScript;
  readonly facts: Facts;
}

/** Analyses a piece of shell code; never throws, whatever the text. */
export function analyzeShell(code: string, { braces, definitions = [], elsewhere }: AnalyzeOptions = {}): ShellAnalysis {
  const whole = read(code, [], braces);
  const opened = code.length <= MAX_SEARCHED ? findRemote(code, whole.facts.commands) : null;
  const opensSession = opened !== null;
  const lines = elsewhere ?? (opensSession ? readSessions([{ code, section: 0, prose: null, prompt: null }]) : []);
  const remotes = toRemotes(lines);
  const known = { lines, remotes, opensSession, definitions };
  const typed = remotes.map((remote) => remote.typed);
  // What is typed into another session needs no terminal of ours.
  const opener = opened === null || meets(typed, opened.command) ? null : opened.command;
  if (remotes.length === 0) return atTerminal(assemble(code, whole, known), opener);
  const analysis = atTerminal(assemble(code, read(code, typed, braces), known), opener);
  const there = whole.placeholders.filter((placeholder) => meets(typed, placeholder));
  return { ...analysis, placeholders: [...analysis.placeholders, ...there].sort((a, b) => a.start - b.start) };
}

/** What opens a session needs a terminal, also where no table of marks says so. */
function atTerminal(analysis: ShellAnalysis, opener: RawCommand | null): ShellAnalysis {
  if (opener === null || analysis.hazards.some((mark) => mark.hazard === 'interactive' && overlap(mark, opener))) return analysis;
  const { start, end, words } = opener;
  const mark = { hazard: 'interactive' as const, word: words.slice(0, 2).map(({ raw }) => raw).join(' '), start, end };
  return { ...analysis, hazards: [...analysis.hazards, mark].sort((a, b) => a.start - b.start) };
}

/** One range for each session; those that were opened inside it are part of it. */
function toRemotes(lines: readonly ElsewhereLines[]): readonly RemoteSession[] {
  const remotes: { start: number; end: number; opener: string; typed: { start: number; end: number } }[] = [];
  for (const { block, start, end, place, openers } of lines) {
    const [outermost] = openers;
    const before = remotes.at(-1);
    const opensHere = outermost?.block === block && outermost.end > 0;
    if (before !== undefined && before.end === start && !(opensHere && outermost.start >= before.end)) {
      before.end = end;
      before.typed.end = end;
    } else remotes.push({ start: opensHere ? outermost.start : start, end, opener: outermost?.text ?? place[0] ?? '', typed: { start, end } });
  }
  return remotes;
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

/** What is known beside the code. */
interface Known {
  readonly lines: readonly ElsewhereLines[];
  readonly remotes: readonly RemoteSession[];
  readonly opensSession: boolean;
  readonly definitions: readonly ShellDefinition[];
}

function assemble(code: string, { masked, scan, placeholders, script, facts }: Reading, { lines, remotes, opensSession, definitions: before }: Known): ShellAnalysis {
  const statements = statementRanges(script, scan.heredocs);
  const errors = [...facts.errors, ...unclosedHeredocs(scan.heredocs)].sort((a, b) => a.offset - b.offset);
  const definitions = readDefinitions(code, facts);
  return {
    masked,
    errors,
    statements,
    commands: facts.commands.flatMap(readCommand),
    pipelines: facts.pipelines,
    assignments: facts.assignments,
    reads: facts.reads,
    comments: readComments(code, scan.comments, statements, remotes.map(({ typed }) => typed)),
    heredocs: scan.heredocs.map(({ start, end, delimiter, closed }) => ({ start, end, delimiter, closed })),
    placeholders,
    effects: readEffects(code, facts, errors, lines, [...before, ...definitions]),
    hazards: findMarks(facts.commands, facts.endless),
    remotes,
    opensSession,
    definitions,
  };
}

/** Lines typed into a session count where they stand; the body of a function counts where the function is called. */
function readEffects(code: string, facts: Facts, errors: readonly ShellError[], lines: readonly ElsewhereLines[], definitions: readonly ShellDefinition[]): readonly EffectMark[] {
  const functions = facts.functions.toSorted((a, b) => a.start - b.start);
  const outside = facts.commands.filter((command) => !functions.some(({ start, end }) => command.start >= start && command.start < end));
  const own = outside.filter(({ start }) => !lines.some(({ block, openers, effect }) => effect !== null && openers.length === 1 && openers[0]?.block === block && openers[0].start === start));
  const typed = lines.flatMap(({ start, end, effect }): readonly EffectMark[] => (effect === null ? [] : [{ ...effect, start, end }]));
  const broken = errors.map(({ offset }): EffectMark => ({ effect: 'unknown', word: 'does not parse', start: Math.min(offset, Math.max(code.length - 1, 0)), end: Math.min(offset + 1, code.length) }));
  return [...findEffects(own, definitions), ...typed, ...broken].sort((a, b) => a.start - b.start || a.end - b.end);
}

function readCommand(raw: RawCommand): readonly ShellCommand[] {
  const unwrapped = unwrap(raw.words);
  if (unwrapped === null) return [];
  const { name, nameWord, args, wrappers } = unwrapped;
  return [{ start: raw.start, end: raw.end, name, nameWord, args, settings: settingsOf(raw, unwrapped), wrappers: raw.timed ? ['time', ...wrappers] : wrappers, wrapping: unwrapped.wrapperWords.flatMap((each) => (each.args.length === 0 ? [] : [{ name: each.name, args: each.args }])), topLevel: raw.topLevel, background: raw.background }];
}

function settingsOf({ settings }: RawCommand, { wrapperWords }: Unwrapped): ShellCommand['settings'] {
  const given = wrapperWords.flatMap(({ args }) => args.flatMap(({ raw, value }) => {
    const { name, rest = '' } = /^(?<name>[A-Za-z_]\w*)=(?<rest>.*)$/s.exec(value ?? raw)?.groups ?? {};
    return name === undefined ? [] : [{ name, value: value === null ? null : rest }];
  }));
  return [...settings.map(({ name, value }) => ({ name, value })), ...given];
}

/** A heredoc's body belongs to the command that reads it, and so does everything between them. */
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
