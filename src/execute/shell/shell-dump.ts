import { type Declaration, declarations } from './declarations.ts';
import { fromBinary, binary, type ShellState } from './shell-state.ts';

/** What one block left. Texts are binary strings. */
export interface ShellDump {
  readonly state: ShellState;
  /** The block called `exit`. */
  readonly exited: boolean;
  /** What must be in no file, because a secret is in it: commands that set it again, by name; the EXIT trap under its own. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What is secret, as far as it is known. */
export interface Secrecy {
  /** By the name of a variable. */
  readonly isSecret: (name: string) => boolean;
  /** Told of the values of such variables. */
  readonly learn: (name: string, value: string) => void;
  /** Whether a text holds a secret that is known. */
  readonly holds: (text: string) => boolean;
}

/** Under what the EXIT trap stands among the secrets: no variable is called so. */
export const EXIT_TRAP = '(exit trap)';
/** What ends a dump. */
export const DUMP_END = '\0end\0';

/** Functions without the prelude's own, as `declare -f` prints them: the next shell has its own, and one that is called `builtin` would stand before all that it does. */
function withoutOwn(functions: string): string {
  const others = functions.replace(/^builtin \(\) *\n\{ *\n[^]*?^\}\n/gm, '');
  return others.replace(/^(?:__rb_\w+|trap|exit) \(\) *\n\{ *\n[^]*?^\}\n/gm, (text) => (text.includes('__rb_') ? '' : text));
}

/** Reads what `__rb_save` wrote after a block that started with `environment`; `null` where it is not whole: the block's shell was killed or replaced. */
export function readDump(dump: string, environment: Readonly<Record<string, string>>, secrecy: Secrecy): ShellDump | null {
  const fields = dump.split('\0');
  if (fields.length !== 15 || fields[13] !== 'end') return null;
  // What a child of the block wrote into the pipe beside the shell is no state.
  if (!/^[-a-z:]*$/.test(fields[0] ?? '')) return null;
  const [optionsBefore = '', options = '', shoptsBefore = '', shopts = '', oldShopts = '', umask = '', functions = '', aliases = '', directory = '', oldDirectory = '', exited = '', exitTrap = '', declared = ''] = fields;
  const present = declarations(declared, (name) => !OWN_VARIABLES.test(name));
  const names = new Set(present.map(({ name }) => name));
  const changed = present.filter((declaration) => !isInherited(declaration, environment));
  // All are learnt before any is looked at: one may hold the value of another.
  for (const { name, value, text } of changed) if (secrecy.isSecret(name)) for (const each of value === null ? elements(text) : [value]) secrecy.learn(name, fromBinary(each));
  const { open, hidden } = apart(secrecy, {
    ...Object.fromEntries(changed.map(({ name, text }) => [name, withoutReadonly(text)])),
    '(functions)': withoutOwn(functions),
    '(aliases)': aliases,
    '(old folder)': oldDirectory,
    [EXIT_TRAP]: exitTrap,
  });
  const { '(functions)': shownFunctions = '', '(aliases)': shownAliases = '', '(old folder)': shownFolder = '', [EXIT_TRAP]: shownTrap = '', ...variables } = open;
  const { '(old folder)': _, ...secrets } = hidden;
  const unset = Object.keys(environment).filter((name) => /^[A-Za-z_]\w*$/.test(name) && !names.has(name) && !OWN_VARIABLES.test(name));
  return { state: { directory, oldDirectory: shownFolder, options: switched(optionsBefore, options, 'set -o', 'set +o'), shopts: oldShopts === '' ? switched(shoptsBefore, shopts, 'shopt -s', 'shopt -u') : oldShopts, umask, functions: shownFunctions, aliases: shownAliases, exitTrap: shownTrap, variables, unset, hidden: Object.keys(secrets) }, exited: exited !== '', secrets };
}

const namesOf = (list: string): readonly string[] => list.split(':').filter((name) => name !== '');

/** The commands, a line each, that bring a shell from one list of options to another, as `SHELLOPTS` and `BASHOPTS` have them. */
function switched(before: string, after: string, on: string, off: string): string {
  const [had, has] = [namesOf(before), namesOf(after)];
  const lines = [...has.filter((name) => !had.includes(name)).map((name) => `${on} ${name}\n`), ...had.filter((name) => !has.includes(name)).map((name) => `${off} ${name}\n`)];
  return lines.join('');
}

function isInherited({ name, flags, value }: Declaration, environment: Readonly<Record<string, string>>): boolean {
  const inherited = environment[name];
  return inherited !== undefined && flags === 'x' && value !== null && binary(inherited) === value;
}

type Texts = Readonly<Record<string, string>>;

/** What may be in a file, and what may not. */
function apart({ isSecret, holds }: Secrecy, texts: Texts): { readonly open: Texts; readonly hidden: Texts } {
  const entries = Object.entries(texts).map(([name, text]) => ({ name, text, secret: text !== '' && (isSecret(name) || holds(fromBinary(text))) }));
  const of = (secret: boolean): Texts => Object.fromEntries(entries.filter((entry) => entry.secret === secret).map(({ name, text }) => [name, text]));
  return { open: of(false), hidden: of(true) };
}

/** The values of an array, as far as they are plain. */
function elements(declaration: string): readonly string[] {
  return [...declaration.matchAll(/\]="((?:[^"\\]|\\.)*)"/g)].map(([, value = '']) => value.replace(/\\(["\\$`])/g, '$1'));
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
