import type { ShellWord } from '../../model/index.ts';
import { BEFORE_FIRST_WORD, SAME_OPTIONS, SINGLE_DASH, VALUE_OPTIONS, WRAPPERS } from './program-options.ts';
import { takesNext, type Unwrapped } from './unwrap.ts';

/** An option of a command with the value it has, if any. */
export interface OptionUse {
  readonly name: string;
  readonly value: string | null;
  readonly word: ShellWord;
}

/** A command as the hazard tables see it: its program, its arguments that are no options, and its options. */
export interface Invocation {
  readonly program: string;
  readonly nameWord: ShellWord;
  readonly positionals: readonly ShellWord[];
  readonly options: readonly OptionUse[];
  readonly args: readonly ShellWord[];
  readonly terminal: boolean;
}

/** Longer words after one dash are names (`-auto-approve`) where a program has such. */
const MOST_LETTERS = 7;
const RUNS_INNER: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl', 'docker compose', 'docker-compose', 'podman compose', 'podman-compose', 'kubectl', 'oc', 'k']);
const TWO_WORDS: ReadonlySet<string> = new Set(['docker compose', 'podman compose']);

/** Sorts a command's arguments into options, their values, and the rest. */
export function readInvocation(command: Pick<Unwrapped, 'name' | 'nameWord' | 'args'>, terminal: boolean): Invocation {
  const two = `${command.name} ${command.args[0]?.value ?? ''}`;
  const program = TWO_WORDS.has(two) ? two : command.name;
  const args = program === command.name ? command.args : command.args.slice(1);
  return { program, nameWord: command.nameWord, args, terminal, ...sortArguments(program, args) };
}

function sortArguments(program: string, args: readonly ShellWord[]): Pick<Invocation, 'positionals' | 'options'> {
  const values = valueOptions(program);
  const positionals: ShellWord[] = [];
  const options: OptionUse[] = [];
  let onlyWords = false;
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word === undefined) break;
    const text = word.value ?? word.raw;
    if (onlyWords || !/^-./.test(text)) {
      positionals.push(word);
      onlyWords ||= positionals.length >= innerAt(program, positionals);
      continue;
    }
    if (text === '--') {
      onlyWords = true;
      continue;
    }
    const next = takesNext(text, values) ? args[index + 1] : undefined;
    const read = readOption(program, text, word, next, values);
    options.push(...(positionals.length === 0 ? read.map((option) => asBeforeFirstWord(program, option)) : read));
    if (next !== undefined) index += 1;
  }
  return { positionals, options };
}

function asBeforeFirstWord(program: string, option: OptionUse): OptionUse {
  const names = BEFORE_FIRST_WORD[optionsOf(program)];
  return names !== undefined && Object.hasOwn(names, option.name) ? { ...option, name: names[option.name] ?? option.name } : option;
}

/** How many words stand before another program's own options: `ssh <host> <program> -x`, `docker exec <name> <program> -x`. */
function innerAt(program: string, positionals: readonly ShellWord[]): number {
  if (program === 'ssh' || program === 'autossh') return 2;
  const verb = positionals[0]?.value;
  return (verb === 'exec' || verb === 'run') && RUNS_INNER.has(program) ? 3 : Infinity;
}

function readOption(program: string, text: string, word: ShellWord, next: ShellWord | undefined, values: readonly string[]): readonly OptionUse[] {
  const assigned = /^(--?[\w-]+)=(.*)$/s.exec(text);
  if (assigned?.[1] !== undefined) return [{ name: assigned[1], value: assigned[2] ?? '', word }];
  const nextValue = next === undefined ? null : (next.value ?? next.raw);
  if (text.startsWith('--') || text.length === 2) return [{ name: text, value: nextValue, word }];
  const isLong = text.length > MOST_LETTERS && SINGLE_DASH.has(program) && !values.includes(text.slice(0, 2));
  return [{ name: text, value: nextValue, word }, ...(isLong ? [] : readCluster(text, word, nextValue, values))];
}

/** `-it` is `-i -t`; `-oyaml` is `-o` with a value. */
function readCluster(text: string, word: ShellWord, nextValue: string | null, values: readonly string[]): readonly OptionUse[] {
  const uses: OptionUse[] = [];
  for (let index = 1; index < text.length; index += 1) {
    const name = `-${text.charAt(index)}`;
    const takesValue = values.includes(name);
    const attached = text.slice(index + 1);
    uses.push({ name, value: takesValue ? attached || nextValue : null, word });
    if (takesValue) break;
  }
  return uses;
}

/** The program whose options it has. */
function optionsOf(program: string): string {
  return Object.hasOwn(SAME_OPTIONS, program) ? (SAME_OPTIONS[program] ?? program) : program;
}

function valueOptions(program: string): readonly string[] {
  const name = optionsOf(program);
  if (Object.hasOwn(VALUE_OPTIONS, name)) return (VALUE_OPTIONS[name] ?? '').split(' ');
  return Object.hasOwn(WRAPPERS, name) ? (WRAPPERS[name]?.values ?? '').split(' ') : [];
}
