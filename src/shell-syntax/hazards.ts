import type { CodeRange, HazardMark, ShellWord } from '../model/index.ts';
import type { EndlessLoop, RawCommand } from './facts.ts';
import { compileTable, matchPattern, patternsFor, type CompiledTable } from './hazard-pattern.ts';
import { HAZARD_TABLES } from './hazard-words.ts';
import { readInvocation, type Invocation } from './invocation.ts';
import { nestedCommands } from './nested.ts';
import { DATA_PROGRAMS, DESTRUCTIVE_WORDS, LOOKING_WORDS } from './program-options.ts';
import { sqlHazard } from './sql.ts';
import { unwrap, type Unwrapped } from './unwrap.ts';

type Hazard = HazardMark['hazard'];

const HAZARDS: readonly Hazard[] = ['destructive', 'interactive', 'follow'];
const TABLES: Readonly<Record<Hazard, CompiledTable>> = {
  destructive: compileTable(HAZARD_TABLES.destructive),
  interactive: compileTable(HAZARD_TABLES.interactive),
  follow: compileTable(HAZARD_TABLES.follow),
};
const HARMLESS: ReadonlySet<string> = new Set(['--dry-run', '--dryrun', '--help', '--what-if', '--just-print', '--version']);
const MAX_NESTING = 3;

/** The marks of all commands and endless loops, in order. */
export function findHazards(commands: readonly RawCommand[], endless: readonly EndlessLoop[]): readonly HazardMark[] {
  const marks = commands.flatMap((command) => hazardsOf(command, HAZARDS, 0));
  for (const { start, end, word } of endless) marks.push({ hazard: 'follow', word, start, end });
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

type Runnable = Pick<RawCommand, 'words' | 'terminal' | 'inputs' | 'background'>;

/** `within` is where the marks of words from a nested text stand; words of the code itself have their own place. */
function hazardsOf(command: Runnable, hazards: readonly Hazard[], depth: number, within: CodeRange | null = null): HazardMark[] {
  const unwrapped = unwrap(command.words);
  if (unwrapped === null) return [];
  const invocation = readInvocation(unwrapped, command.terminal, within);
  const marks: HazardMark[] = [];
  for (const wrapper of unwrapped.wrapperWords) {
    const outer = readInvocation({ name: wrapper.name, nameWord: wrapper.word, args: wrapper.args }, command.terminal, within);
    for (const hazard of hazards) {
      if (wrapper.name === 'sudo' && hazard === 'interactive' && !asksNothing(outer)) marks.push(mark(hazard, [wrapper.word], within));
      else if (hazard === 'follow' && wrapper.name === 'watch' && !isLimited(unwrapped)) marks.push(mark(hazard, [wrapper.word], within));
    }
  }
  for (const hazard of hazards) {
    const words = hazardWords(invocation, hazard, command.inputs);
    if (words !== null && !(hazard === 'follow' && (command.background || isLimited(unwrapped)))) marks.push(mark(hazard, words, within));
  }
  if (depth >= MAX_NESTING) return marks;
  for (const nested of nestedCommands(invocation, command.inputs)) {
    const inner = nested.remote ? hazards.filter((hazard) => hazard !== 'interactive') : hazards;
    for (const inside of hazardsOf(nested, inner, depth + 1, nested.within ?? within)) marks.push(inside);
  }
  return dropRepeats(marks);
}

/** `timeout 60 kubectl get -w` ends by itself. */
function isLimited({ wrappers }: Unwrapped): boolean {
  return wrappers.some((wrapper) => wrapper === 'timeout' || wrapper === 'gtimeout');
}

function asksNothing(sudo: Invocation): boolean {
  return sudo.options.some(({ name }) => name === '-n' || name === '--non-interactive');
}

function hazardWords(command: Invocation, hazard: Hazard, inputs: readonly ShellWord[]): readonly ShellWord[] | null {
  if (command.options.some(({ name, value }) => HARMLESS.has(name) && value !== 'none' && value !== 'false')) return null;
  for (const pattern of patternsFor(TABLES[hazard], command.program)) {
    const words = matchPattern(pattern, command);
    if (words !== null) return words.some((word) => command.positionals.includes(word)) ? words : [command.nameWord, ...words];
  }
  return hazard === 'destructive' ? (sqlHazard(command, inputs) ?? genericWords(command)) : null;
}

/** A program that the table does not know: a script called `rollback.sh`, `make destroy`, `app db:drop`. */
function genericWords(command: Invocation): readonly ShellWord[] | null {
  if (DATA_PROGRAMS.has(command.program) || isListed(command.program)) return null;
  if (isScript(command.nameWord) && stemParts(command.program).some((part) => DESTRUCTIVE_WORDS.has(part))) return [command.nameWord];
  for (const word of command.positionals.slice(0, 2)) {
    const value = (word.value ?? '').toLowerCase();
    if (LOOKING_WORDS.has(value)) return null;
    if (/^[a-z][a-z:_-]*$/.test(value) && value.split(/[:_-]/).some((part) => DESTRUCTIVE_WORDS.has(part))) return [word];
  }
  return null;
}

function isListed(program: string): boolean {
  return patternsFor(TABLES.destructive, program).length > 0;
}

function isScript(nameWord: ShellWord): boolean {
  return /[/.]/.test(nameWord.raw) || /[_-]/.test(nameWord.raw);
}

function stemParts(program: string): readonly string[] {
  return program.toLowerCase().replace(/\.\w+$/, '').split(/[_.-]/);
}

function mark(hazard: Hazard, words: readonly ShellWord[], within: CodeRange | null): HazardMark {
  const unique = [...new Set(words)].sort((a, b) => a.start - b.start);
  const word = unique.map(({ value, raw }) => value ?? raw).join(' ');
  const first = unique[0];
  const last = unique.at(-1);
  if (within !== null || first === undefined || last === undefined) return { hazard, word, start: within?.start ?? 0, end: within?.end ?? 0 };
  return { hazard, word, start: first.start, end: last.end };
}

function dropRepeats(marks: readonly HazardMark[]): HazardMark[] {
  const seen = new Map(marks.map((one) => [`${one.hazard} ${one.start} ${one.word}`, one]));
  return [...seen.values()];
}
