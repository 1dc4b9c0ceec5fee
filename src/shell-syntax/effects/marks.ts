import type { CodeRange, HazardMark, ShellWord } from '../../model/index.ts';
import { type EndlessLoop, type Invocation, nestedCommands, type RawCommand, readInvocation, type Runnable, unwrap, type Unwrapped, wordsText } from '../commands/index.ts';
import { matchPattern } from './pattern.ts';
import { keepsNothing } from './places.ts';
import { readTable, rowsFor, type CommandTable } from './table.ts';
import { MARKS } from './tables/marks.ts';
import { REVEALING } from './tables/revealing.ts';

type Hazard = HazardMark['hazard'];

const HAZARDS: readonly Hazard[] = ['interactive', 'follow', 'revealing'];
const HARMLESS: ReadonlySet<string> = new Set(['--dry-run', '--dryrun', '--help', '--what-if', '--just-print', '--version']);
const MAX_NESTING = 3;

let table: CommandTable<Hazard | 'ends'> | null = null;

/** The marks of all commands and endless loops, in order. */
export function findMarks(commands: readonly RawCommand[], endless: readonly EndlessLoop[]): readonly HazardMark[] {
  const marks = commands.flatMap((command) => marksOf(command, HAZARDS, 0));
  for (const { start, end, word } of endless) marks.push({ hazard: 'follow', word, start, end });
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** `within` is where the marks of words from a nested text stand; words of the code itself have their own place. */
function marksOf(command: Runnable, hazards: readonly Hazard[], depth: number, within: CodeRange | null = null): HazardMark[] {
  const unwrapped = unwrap(command.words);
  if (unwrapped === null) return [];
  const invocation = readInvocation(unwrapped, command.terminal);
  const marks = wrapperMarks(unwrapped, command, hazards, within);
  for (const hazard of hazards) {
    const words = markWords(invocation, hazard);
    if (words !== null && shows(hazard, command, unwrapped)) marks.push(mark(hazard, words, within));
  }
  if (depth >= MAX_NESTING) return marks;
  for (const nested of nestedCommands(invocation, command.inputs)) {
    const inner = hazards.filter((hazard) => (hazard !== 'interactive' || !nested.remote) && (hazard !== 'revealing' || isPrinted(command)));
    for (const inside of marksOf(nested, inner, depth + 1, nested.within ?? within)) marks.push(inside);
  }
  return dropRepeats(marks);
}

function wrapperMarks(unwrapped: Unwrapped, command: Runnable, hazards: readonly Hazard[], within: CodeRange | null): HazardMark[] {
  return unwrapped.wrapperWords.flatMap(({ name, word, args }) => {
    const outer = readInvocation({ name, nameWord: word, args }, command.terminal);
    if (name === 'sudo' && hazards.includes('interactive') && !asksNothing(outer)) return [mark('interactive', [word], within)];
    return name === 'watch' && hazards.includes('follow') && !isLimited(unwrapped) ? [mark('follow', [word], within)] : [];
  });
}

/** Whether a mark of the tables holds where the command stands. */
function shows(hazard: Hazard, command: Runnable, unwrapped: Unwrapped): boolean {
  if (hazard === 'follow') return !command.background && !isLimited(unwrapped);
  return hazard !== 'revealing' || isPrinted(command);
}

/** What goes into a variable or a file is not printed. */
function isPrinted({ captured, writes }: Runnable): boolean {
  return !captured && !writes.some(({ operator, target }) => /^(?:>|>>|>\||&>|&>>)$/.test(operator) && !keepsNothing(target));
}

/** `timeout 60 kubectl get -w` ends by itself, and `perf record -p 42 -- sleep 30` with the command that it was given. */
function isLimited({ wrappers, name, args }: Unwrapped): boolean {
  if (WATCHES_A_COMMAND.has(name) && args.some(({ value }, index) => value === '--' && index < args.length - 1)) return true;
  return wrappers.some((wrapper) => wrapper === 'timeout' || wrapper === 'gtimeout');
}

const WATCHES_A_COMMAND: ReadonlySet<string> = new Set(['perf', 'strace', 'ltrace']);

function asksNothing(sudo: Invocation): boolean {
  return sudo.options.some(({ name }) => name === '-n' || name === '--non-interactive');
}

function markWords(command: Invocation, hazard: Hazard): readonly ShellWord[] | null {
  if (command.options.some(({ name, value }) => HARMLESS.has(name) && value !== 'none' && value !== 'false')) return null;
  table ??= readTable<Hazard | 'ends'>([MARKS, REVEALING]);
  for (const row of rowsFor(table, command.program)) {
    if (row.kind === 'ends' && hazard === 'follow' && matchPattern(row.pattern, command) !== null) return null;
    const words = row.kind === hazard ? matchPattern(row.pattern, command)?.words : undefined;
    if (words !== undefined) return words.some((word) => command.positionals.includes(word)) ? words : [command.nameWord, ...words];
  }
  return null;
}

function mark(hazard: Hazard, words: readonly ShellWord[], within: CodeRange | null): HazardMark {
  const unique = [...new Set(words)].sort((a, b) => a.start - b.start);
  return { hazard, word: wordsText(unique), start: within?.start ?? unique[0]?.start ?? 0, end: within?.end ?? unique.at(-1)?.end ?? 0 };
}

function dropRepeats(marks: readonly HazardMark[]): HazardMark[] {
  const seen = new Map(marks.map((one) => [`${one.hazard} ${one.start} ${one.word}`, one]));
  return [...seen.values()];
}
