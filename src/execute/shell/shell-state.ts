import { quoteWord } from '../../shell-syntax/index.ts';

/** The state that a block's shell leaves for the next. Texts are binary strings: one character is one byte. */
export interface ShellState {
  readonly directory: string;
  readonly oldDirectory: string;
  /** `set -o …` lines, as far as they differ from those of a fresh shell. */
  readonly options: string;
  /** `shopt …` lines, as far as they differ; with bash 3.2 all of them. */
  readonly shopts: string;
  readonly umask: string;
  readonly functions: string;
  readonly aliases: string;
  /** The EXIT trap, to run at the end of the run. */
  readonly exitTrap: string;
  /** `declare …` commands by name, without secrets and without what came unchanged from the environment. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names from the environment that were unset. */
  readonly unset: readonly string[];
  /** Names of variables that hold a secret and are therefore left out. */
  readonly hidden: readonly string[];
}

const NOT_CARRIED = /^set [-+]o (?:errexit|nounset|xtrace|noexec|verbose)$/;

/** The state of a shell before its first block. */
export function freshState(directory: string): ShellState {
  return { directory: binary(directory), oldDirectory: '', options: '', shopts: '', umask: '', functions: '', aliases: '', exitTrap: '', variables: {}, unset: [], hidden: [] };
}

/** UTF-8 text as a binary string. */
export function binary(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** A binary string as text. */
export function fromBinary(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Whether something that later pieces may call reads a variable: only with that is a secret passed on that their own text does not have. */
export function mentions({ functions, aliases, exitTrap }: Pick<ShellState, 'functions' | 'aliases' | 'exitTrap'>, name: string): boolean {
  return [functions, aliases, exitTrap].some((text) => text.includes(name));
}

/** Whether the shell echoes its input (`set -v`), which must be switched on last. */
export function isVerbose({ options }: ShellState): boolean {
  return /^set -o verbose$/m.test(options);
}

/** The commands that restore the variables and options of a state, before any function or alias of a block can interfere; the last one shows that all were read. */
export function valuesText(state: ShellState, proof: string): string {
  const options = state.options.split('\n').filter((line) => line !== '' && !NOT_CARRIED.test(line));
  return [
    ...(state.unset.length === 0 ? [] : [`unset -v ${state.unset.join(' ')}`]),
    ...Object.values(state.variables),
    ...(state.oldDirectory === '' ? [] : [`__rb_oldpwd=${quoteWord(state.oldDirectory)}`]),
    state.umask,
    ...options,
    state.shopts,
    `__rb_restored=${proof}`,
    '',
  ].join('\n');
}

/** The commands that restore its functions and aliases. */
export function namesText({ functions, aliases }: ShellState): string {
  // Functions are marked as exported after their definitions; by then `declare` and `alias` may be functions themselves.
  const marked = functions.replace(/(?:^declare -f\w* \S+\n?)+$/m, (marks) => marks.replaceAll(/^declare/gm, 'builtin declare'));
  return [marked, aliases.replaceAll(/(^|'\n)alias /g, '$1builtin alias '), ''].join('\n');
}
