import { matchesWithStars, type ShellWord } from '../../model/index.ts';
import type { Invocation, OptionUse } from '../commands/index.ts';

type WordTest = (word: string) => boolean;

type Part =
  | { readonly kind: 'word'; readonly test: WordTest; readonly literal: boolean }
  | { readonly kind: 'any' }
  | { readonly kind: 'end' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'option'; readonly names: readonly string[]; readonly values: readonly string[] | null; readonly noNumber: boolean }
  | { readonly kind: 'no-option'; readonly names: readonly string[]; readonly unless: readonly string[] };

/**
 * What must stand after a program's name. Written as words between blanks:
 *
 *   delete            the next argument that is no option is this word (`a|b` either, `delete-*` anything of that form)
 *   **                any number of such arguments
 *   -r, --force       this option is there (`-rf` holds `-r`); `--replicas=0` with this value (`-o=json*`: one that begins so), `-a|-b` either
 *   --tail~           this option is there without a number after it
 *   !-c, !--output    this option is not there, nor shortened; `!-o?-|/dev/null` or only with one of these values
 *   $                 no further argument
 *   <tty              nothing is piped or redirected into it
 */
export type CommandPattern = readonly Part[];

/** Where a pattern holds: the words it names, and how many of the arguments it used. */
export interface PatternMatch {
  readonly words: readonly ShellWord[];
  readonly used: number;
}

/** Reads a pattern. */
export function compilePattern(text: string): CommandPattern {
  return text.split(' ').filter(Boolean).map(compilePart);
}

function compilePart(text: string): Part {
  if (text === '**') return { kind: 'any' };
  if (text === '$') return { kind: 'end' };
  if (text === '<tty') return { kind: 'terminal' };
  if (text.startsWith('!-')) {
    const [names = '', unless] = text.slice(1).split('?');
    return { kind: 'no-option', names: names.split('|'), unless: unless?.split('|') ?? [] };
  }
  if (!/^-./.test(text)) return { kind: 'word', test: wordTest(text), literal: !/^[*$\\]*$/.test(text) };
  const [names = '', values] = text.replace(/~$/, '').split(/=(.*)/s);
  return { kind: 'option', names: names.split('|'), values: values?.split('|') ?? null, noNumber: text.endsWith('~') };
}

/** Most words stand for themselves, or for each of several, in any case; `*` is any text, and `\\*` a star. */
export function wordTest(glob: string): WordTest {
  const wanted = glob.toLowerCase().split('|');
  const plain = new Set(wanted.filter((each) => !/[*\\]/.test(each)));
  const globs = wanted.filter((each) => !plain.has(each)).map((each) => each.match(/\\\*|[^]/g) ?? []);
  return (word) => {
    const lower = word.toLowerCase();
    return plain.has(lower) || globs.some((parts) => matchesWithStars(lower, parts, '*', (at, part) => Number(lower[at] === part.at(-1))));
  };
}

/** Where a pattern holds for a command, or `null`. */
export function matchPattern(pattern: CommandPattern, command: Invocation): PatternMatch | null {
  const words: ShellWord[] = [];
  let used = 0;
  let anywhere = false;
  for (const part of pattern) {
    if (part.kind === 'any') anywhere = true;
    else if (part.kind === 'word') {
      const at = findWord(command.positionals, part.test, used, anywhere);
      if (at < 0) return null;
      const word = command.positionals[at];
      if (part.literal && word !== undefined) words.push(word);
      used = at + 1;
      anywhere = false;
    } else if (part.kind === 'option') {
      const use = command.options.find((option) => holds(option, part));
      if (use === undefined) return null;
      words.push(...optionWords(command, use, part.values));
    } else if (isMissing(part, command, used)) return null;
  }
  return { words, used };
}

function optionWords(command: Invocation, use: OptionUse, values: readonly string[] | null): readonly ShellWord[] {
  const value = values === null ? undefined : command.args[command.args.indexOf(use.word) + 1];
  return value !== undefined && value !== use.word && value.value !== null && value.value === use.value ? [use.word, value] : [use.word];
}

function isMissing(part: Extract<Part, { kind: 'end' | 'terminal' | 'no-option' }>, command: Invocation, used: number): boolean {
  if (part.kind === 'end') return used < command.positionals.length;
  if (part.kind === 'terminal') return !command.terminal;
  return command.options.some(({ name, value }) => part.names.some((each) => isNamed(name, each)) && !part.unless.includes(value ?? ''));
}

/** `--out` is `--output` for programs that take shortened options. */
function isNamed(given: string, name: string): boolean {
  return given === name || (given.length > 3 && given.startsWith('--') && name.startsWith(given));
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
  return part.values === null || part.values.some((value) => (value.endsWith('*') ? (option.value ?? '').startsWith(value.slice(0, -1)) : value === (option.value ?? '')));
}
