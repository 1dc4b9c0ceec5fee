import { compilePattern, wordTest, type CommandPattern } from './pattern.ts';

/**
 * What a row of an effect table says about the commands that match its pattern:
 *
 *   reads, changes, unknown, destroys    that is its effect
 *   reads!, changes!                     that is its effect, whatever other rows say of it (`--dry-run`)
 *   through    its effect is that of the command in its arguments or input; `unknown` where there is none
 *   writes     it writes where the last column says: `changes` under the working folder and /tmp, else `destroys`
 *   task       arguments name tasks: the first word of each decides
 *   script     the next argument names a script: its first word decides
 *   sql, js    the text that it is given decides
 *   lines      each line that it is given is a command of its own (`redis-cli`)
 *   posts      the path of the address decides
 *   gets       the end of the address decides, where it is a deed
 *   awk, sed   the script in its arguments decides
 *
 * If several rows match, the strongest counts, except that a `reads` with more words wins over a `changes`: `git stash list`, `git stash`.
 */
export type EffectKind = 'reads' | 'changes' | 'unknown' | 'destroys' | 'reads!' | 'changes!' | 'through' | 'writes' | 'task' | 'script' | 'sql' | 'js' | 'lines' | 'posts' | 'gets' | 'awk' | 'sed';

/** One line of a table, ready to match. */
export interface Row<Kind extends string> {
  readonly kind: Kind;
  readonly pattern: CommandPattern;
  /** kind `writes`: which arguments name the files. */
  readonly target: string;
}

/** The rows by program, parsed when a program is first looked up. */
export interface CommandTable<Kind extends string> {
  /** The lines as written; only those of programs that are looked up are parsed. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly globs: readonly { readonly test: (word: string) => boolean; readonly line: string }[];
  readonly made: Map<string, readonly Row<Kind>[]>;
}

const LINE = /^(\w+!?) +\S+ *(.*?)(?: *>(\S+))?$/;
const MOST_MADE = 2_000;

/**
 * Reads tables written as text, a line a command: kind, programs (`a|b`, `docker+compose` is two words), pattern
 * (see `pattern.ts`) and, for `writes`, where it writes: `>all` arguments after those of the pattern, `>last`, `>0` by
 * number, `>of=` after a prefix, `>-o|--output` an option's value (`?` at its end: the working folder where it is not there).
 */
export function readTable<Kind extends string>(texts: readonly string[]): CommandTable<Kind> {
  const exact = new Map<string, string[]>();
  const globs: { test: (word: string) => boolean; line: string }[] = [];
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    for (const program of programsOf(line)) {
      if (program.includes('*')) globs.push({ test: wordTest(program), line });
      else if (exact.get(program)?.push(line) === undefined) exact.set(program, [line]);
    }
  }
  return { exact, globs, made: new Map() };
}

/** The second column. */
function programsOf(line: string): readonly string[] {
  let start = line.indexOf(' ');
  if (start < 0) return [];
  while (line.charAt(start) === ' ') start += 1;
  const end = line.indexOf(' ', start);
  return line.slice(start, end < 0 ? undefined : end).replaceAll('+', ' ').split('|');
}

/** The rows for a program; none if no table has it. */
export function rowsFor<Kind extends string>(table: CommandTable<Kind>, program: string): readonly Row<Kind>[] {
  const known = table.made.get(program);
  if (known !== undefined) return known;
  const lines = [...(table.exact.get(program) ?? []), ...table.globs.filter(({ test }) => test(program)).map(({ line }) => line)];
  const rows = lines.map((line): Row<Kind> => readRow(line));
  // Program names come from the text, so the cache is limited to what any real set of runbooks needs.
  if (table.made.size >= MOST_MADE) table.made.clear();
  table.made.set(program, rows);
  return rows;
}

function readRow<Kind extends string>(line: string): Row<Kind> {
  const [, kind = '', pattern = '', target = ''] = LINE.exec(line) ?? [];
  return { kind: kind as Kind, pattern: compilePattern(pattern), target };
}
