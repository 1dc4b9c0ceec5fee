import { quoteWord } from '../../shell-syntax/index.ts';
import { declarations } from './declarations.ts';

/** What a block's shell left for the next. Texts are binary strings: one character is one byte. */
export interface ShellState {
  readonly directory: string;
  readonly oldDirectory: string;
  /** `set -o …` lines. */
  readonly options: string;
  readonly shopts: string;
  readonly umask: string;
  readonly functions: string;
  readonly aliases: string;
  /** What the run's end runs. */
  readonly exitTrap: string;
  /** `declare …` by name; without what came from the environment unchanged, without secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names from the environment that were unset. */
  readonly unset: readonly string[];
}

/** What one block left. */
export interface ShellDump {
  readonly state: ShellState;
  /** The block called `exit`. */
  readonly exited: boolean;
  /** `declare …` of variables that must not be stored, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Their values. */
  readonly secretValues: readonly string[];
}

const NOT_CARRIED = /^set [-+]o (?:errexit|nounset|xtrace|noexec|verbose)$/;

/** Functions without the prelude's own, as `declare -f` prints them: the next shell has its own, and one that is called `builtin` would stand before all that it does. */
function withoutOwn(functions: string): string {
  const others = functions.replace(/^builtin \(\) *\n\{ *\n[^]*?^\}\n/gm, '');
  return others.replace(/^(?:__rb_\w+|trap|exit) \(\) *\n\{ *\n[^]*?^\}\n/gm, (text) => (text.includes('__rb_') ? '' : text));
}

/** A shell before its first block. */
export function freshState(directory: string): ShellState {
  return { directory: binary(directory), oldDirectory: '', options: '', shopts: '', umask: '', functions: '', aliases: '', exitTrap: '', variables: {}, unset: [] };
}

/** UTF-8 text as a binary string. */
export function binary(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** A binary string as text. */
export function fromBinary(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export interface DumpContext {
  /** The environment that the block started with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly isSecret: (name: string) => boolean;
}

/** Reads what `__rb_save` wrote; `null` where it is not whole: the block's shell was killed or replaced. */
export function readDump(dump: string, { environment, isSecret }: DumpContext): ShellDump | null {
  const fields = dump.split('\0');
  if (fields.length !== 12 || fields[10] !== 'end') return null;
  const [options = '', shopts = '', umask = '', functions = '', aliases = '', directory = '', oldDirectory = '', exited = '', exitTrap = '', declared = ''] = fields;
  const variables: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  const secretValues: string[] = [];
  const present = new Set<string>();
  for (const { name, flags, text, value } of declarations(declared)) {
    if (OWN_VARIABLES.test(name)) continue;
    present.add(name);
    const inherited = environment[name];
    if (inherited !== undefined && flags === 'x' && value !== null && binary(inherited) === value) continue;
    const plain = withoutReadonly(text);
    if (!isSecret(name)) variables[name] = plain;
    else {
      secrets[name] = plain;
      if (value !== null && value !== '') secretValues.push(fromBinary(value));
    }
  }
  const unset = Object.keys(environment).filter((name) => /^[A-Za-z_]\w*$/.test(name) && !present.has(name) && !OWN_VARIABLES.test(name));
  return { state: { directory, oldDirectory, options, shopts, umask, functions: withoutOwn(functions), aliases, exitTrap, variables, unset }, exited: exited !== '', secrets, secretValues };
}

/** Variables that are a shell's own business: the next one has its own. */
const OWN_VARIABLES = /^(?:__(?:rb|RUNBOOK)_.*|BASH|BASHOPTS|BASHPID|BASH_.*|COLUMNS|DIRSTACK|EPOCH.*|EUID|FUNCNAME|GROUPS|HISTCMD|LINENO|LINES|OLDPWD|OPTERR|PIPESTATUS|PPID|PWD|RANDOM|RUNBOOK_OUTPUT|SECONDS|SHELLOPTS|SHLVL|SRANDOM|UID|_)$/;

/** A block that runs again must be able to set what it made readonly. */
function withoutReadonly(declaration: string): string {
  return declaration.replace(/^declare -(\w+)/, (whole, flags: string) => {
    const kept = flags.replace('r', '');
    return flags.includes('r') ? `declare -${kept === '' ? '-' : kept}` : whole;
  });
}

/** Whether the shell echoes its input, which is switched on last. */
export function isVerbose({ options }: ShellState): boolean {
  return /^set -o verbose$/m.test(options);
}

/** The commands that give a new shell the variables and options of a state, before any name of a block can stand in their way; the last shows that all were read. */
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

/** The commands that give it the functions and aliases. */
export function namesText({ functions, aliases }: ShellState): string {
  // What marks functions as exported stands after their texts; by then `declare` and `alias` may be functions themselves.
  const marked = functions.replace(/(?:^declare -f\w* \S+\n?)+$/m, (marks) => marks.replaceAll(/^declare/gm, 'builtin declare'));
  return [marked, aliases.replaceAll(/(^|'\n)alias /g, '$1builtin alias '), ''].join('\n');
}
