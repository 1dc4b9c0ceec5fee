import type { ShellWord } from '../../model/index.ts';
import { BRINGS, EXEC_WRAPPERS, TWO_WORD_WRAPPERS, WRAPPERS } from './program-options.ts';

/** More wrappers than anyone writes; what follows them is taken as the command. */
const MAX_WRAPPERS = 12;

/** A command without its wrappers. */
export interface Unwrapped {
  readonly name: string;
  readonly nameWord: ShellWord;
  readonly args: readonly ShellWord[];
  readonly wrappers: readonly string[];
  readonly wrapperWords: readonly { readonly name: string; readonly word: ShellWord; readonly args: readonly ShellWord[] }[];
}

/** Takes `sudo`, `env`, `xargs`, `time` … off a list of words; `null` where there is no word at all. */
export function unwrap(words: readonly ShellWord[]): Unwrapped | null {
  const wrapperWords: { name: string; word: ShellWord; args: readonly ShellWord[] }[] = [];
  let rest = words;
  for (;;) {
    const [first, ...args] = rest;
    if (first === undefined) return null;
    const name = programName(first);
    const inner = innerWords(name, args);
    const wraps = wrapperWords.length < MAX_WRAPPERS && inner[0] !== undefined && !inner[0].raw.startsWith('-');
    if (!wraps) return { name, nameWord: first, args, wrappers: wrapperWords.map((each) => each.name), wrapperWords };
    wrapperWords.push({ name, word: first, args: args.slice(0, args.length - inner.length) });
    rest = inner;
  }
}

/** The words of the command that a wrapper runs; none where the program is no wrapper or wraps nothing. */
function innerWords(name: string, args: readonly ShellWord[]): readonly ShellWord[] {
  const words = `${name} ${args[0]?.value ?? ''}`;
  if (TWO_WORD_WRAPPERS.has(words)) return args.slice(1);
  if (BRINGS.has(words)) return args;
  const exec = Object.hasOwn(EXEC_WRAPPERS, words) ? EXEC_WRAPPERS[words] : undefined;
  if (exec !== undefined) return afterOptions(name, args.slice(1), exec);
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  return wrapper === undefined || runsNothing(name, args) ? [] : afterOptions(name, args, wrapper);
}

/** Base name of the program a word names; what an expansion decides, and a line of colons (`op:x:10:10:/home/op:/bin/bash`), stays as written. */
function programName(word: ShellWord): string {
  const value = word.value ?? word.raw;
  if (value.startsWith('/etc/init.d/') || /\s|^[^/]*:[^/]*:.*\//.test(value)) return value;
  return value.replace(/\/+$/, '').replace(/^.*\//s, '') || value;
}

/** `command -v x` asks where a program is, and `taskset -cp 0 4711` is about a process that runs. */
function runsNothing(name: string, args: readonly ShellWord[]): boolean {
  if (name === 'command') return /^-[pvV]*[vV]/.test(args[0]?.raw ?? '');
  const ofProcess = /^(?:taskset|chrt)$/.test(name) ? args.findIndex(({ raw }) => /^(?:-[a-z]*p|--pid)$/.test(raw)) : -1;
  return ofProcess >= 0 && args.slice(0, ofProcess).every(({ raw }) => raw.startsWith('-'));
}

function afterOptions(name: string, args: readonly ShellWord[], wrapper: { readonly values: string; readonly skip: number }): readonly ShellWord[] {
  const values = wrapper.values.split(' ');
  let index = 0;
  let skip = wrapper.skip;
  for (; index < args.length; index += 1) {
    const raw = args[index]?.raw ?? '';
    if (raw === '--') {
      index += 1;
      break;
    }
    if (raw.startsWith('-') && raw.length > 1) index += takesNext(raw, values) ? 1 : 0;
    else if ((name === 'env' || name === 'sudo') && /^[A-Za-z_]\w*=/.test(raw)) continue;
    else if (skip > 0) skip -= 1;
    else break;
  }
  return args.slice(index);
}

/** Whether an option's value is the next argument: `-u`, `-iu` and `--user`, but not `-uroot` nor `--user=root`. */
export function takesNext(option: string, values: readonly string[]): boolean {
  if (option.startsWith('--') || option.length === 2) return values.includes(option);
  const cluster = option.slice(1);
  const at = [...cluster].findIndex((letter) => values.includes(`-${letter}`));
  return at >= 0 ? at === cluster.length - 1 : values.includes(option);
}
