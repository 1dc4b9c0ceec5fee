import type { ShellWord } from '../model/index.ts';
import type { HazardTable } from './hazard-words.ts';
import type { Invocation, OptionUse } from './invocation.ts';

type WordTest = (word: string) => boolean;

type Part =
  | { readonly kind: 'word'; readonly test: WordTest; readonly literal: boolean }
  | { readonly kind: 'any' }
  | { readonly kind: 'end' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'option'; readonly names: readonly string[]; readonly value: string | null; readonly noNumber: boolean }
  | { readonly kind: 'no-option'; readonly names: readonly string[] };

const MOST_READ = 2_000;

/** A row of a hazard table, ready to match. */
export type HazardPattern = readonly Part[];

/** A table by program: exact names, and names with a `*`. */
export interface CompiledTable {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly globs: readonly { readonly test: WordTest; readonly rows: readonly string[] }[];
  /** The patterns of the programs that were asked for: few of the table's in any one file. */
  readonly read: Map<string, readonly HazardPattern[]>;
}

/** Sorts a table by program; its patterns are read when a program is asked for. */
export function compileTable(table: HazardTable): CompiledTable {
  const exact = new Map<string, readonly string[]>();
  const globs: { test: WordTest; rows: readonly string[] }[] = [];
  for (const [programs, rows] of Object.entries(table)) {
    for (const program of programs.split('|')) {
      if (program.includes('*')) globs.push({ test: wordTest(program), rows });
      else exact.set(program, [...(exact.get(program) ?? []), ...rows]);
    }
  }
  return { exact, globs, read: new Map() };
}

/** The patterns that speak of a program. */
export function patternsFor(table: CompiledTable, program: string): readonly HazardPattern[] {
  const known = table.read.get(program);
  if (known !== undefined) return known;
  const rows = [...(table.exact.get(program) ?? []), ...table.globs.filter(({ test }) => test(program)).flatMap((glob) => glob.rows)];
  const patterns = rows.map(compilePattern);
  // Names of programs come from the text: no more are kept than any real set of runbooks has.
  if (table.read.size >= MOST_READ) table.read.clear();
  table.read.set(program, patterns);
  return patterns;
}

function compilePattern(text: string): HazardPattern {
  return text.split(' ').filter(Boolean).map(compilePart);
}

function compilePart(text: string): Part {
  if (text === '**') return { kind: 'any' };
  if (text === '$') return { kind: 'end' };
  if (text === '<tty') return { kind: 'terminal' };
  if (text.startsWith('!-')) return { kind: 'no-option', names: text.slice(1).split('|') };
  if (!text.startsWith('-')) return { kind: 'word', test: wordTest(text), literal: !/^\**$/.test(text) };
  const [names = '', value] = text.replace(/~$/, '').split('=');
  return { kind: 'option', names: names.split('|'), value: value ?? null, noNumber: text.endsWith('~') };
}

/** Most words stand for themselves, or for each of several, in any case. */
function wordTest(glob: string): WordTest {
  if (/^[^*\\]*$/.test(glob)) {
    const wanted = glob.toLowerCase().split('|');
    return (word) => wanted.includes(word) || wanted.includes(word.toLowerCase());
  }
  const source = glob.replace(/\\\*|[.+^${}()[\]\\*]/g, (char) => (char === '*' ? '.*' : char === '\\*' ? '\\*' : `\\${char}`));
  const pattern = new RegExp(`^(?:${source})$`, 'is');
  return (word) => pattern.test(word);
}

/** The words of a command that a pattern names, in order, or `null` where it does not hold. */
export function matchPattern(pattern: HazardPattern, command: Invocation): readonly ShellWord[] | null {
  const words: ShellWord[] = [];
  let next = 0;
  let anywhere = false;
  for (const part of pattern) {
    if (part.kind === 'any') anywhere = true;
    else if (part.kind === 'word') {
      const at = findWord(command.positionals, part.test, next, anywhere);
      if (at < 0) return null;
      const word = command.positionals[at];
      if (part.literal && word !== undefined) words.push(word);
      next = at + 1;
      anywhere = false;
    } else if (part.kind === 'option') {
      const use = command.options.find((option) => holds(option, part));
      if (use === undefined) return null;
      words.push(use.word);
      const value = part.value === null ? undefined : command.args[command.args.indexOf(use.word) + 1];
      if (value !== undefined && value.value === part.value) words.push(value);
    } else if (part.kind === 'end' ? next < command.positionals.length : part.kind === 'terminal' ? !command.terminal : command.options.some(({ name }) => part.names.includes(name))) return null;
  }
  return words;
}

function findWord(words: readonly ShellWord[], test: WordTest, from: number, anywhere: boolean): number {
  for (let at = from; at < words.length; at += 1) {
    if (test(words[at]?.value ?? words[at]?.raw ?? '')) return at;
    if (!anywhere) return -1;
  }
  return -1;
}

function holds(option: OptionUse, part: Extract<Part, { kind: 'option' }>): boolean {
  if (!part.names.includes(option.name)) return false;
  if (part.noNumber) return option.value === null || !/^\d+$/.test(option.value);
  return part.value === null || option.value === part.value;
}
