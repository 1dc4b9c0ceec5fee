import { type Declaration, declarations } from './declarations.ts';
import { isSecretVariable } from '../../plan/index.ts';
import { fromBinary, binary, mentions, type ShellState } from './shell-state.ts';

/** The state that one block left. Texts are binary strings. */
export interface ShellDump {
  readonly state: ShellState;
  /** The block called `exit`. */
  readonly exited: boolean;
  /** What must not be in any file because it contains a secret: the commands that restore it, by name; the EXIT trap has a name of its own. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What is known to be secret. */
export interface Secrecy {
  /** Judges a variable by its name. */
  readonly isSecret: (name: string) => boolean;
  /** Called with the values of such variables. */
  readonly learn: (name: string, value: string) => void;
  /** Whether a text contains a known secret. */
  readonly holds: (text: string) => boolean;
}

/** The name of the EXIT trap among the secrets; no variable can have it. */
export const EXIT_TRAP = '(exit trap)';
/** The last field of a dump. */
export const DUMP_END = '\0end\0';

/** The functions as `declare -f` prints them, without those of the prelude, which the next shell defines itself, and without any called like a builtin, which would override it. */
function withoutOwn(functions: string): string {
  const others = functions.replace(/^builtin \(\) *\n\{ *\n[^]*?^\}\n/gm, '');
  return others.replace(/^(?:__rb_\w+|trap|exit) \(\) *\n\{ *\n[^]*?^\}\n/gm, (text) => (text.includes('__rb_') ? '' : text));
}

/** Reads what `__rb_save` wrote after a block that started with `environment`; `null` if it is incomplete because the block's shell was killed or replaced. */
export function readDump(dump: string, environment: Readonly<Record<string, string>>, secrecy: Secrecy): ShellDump | null {
  const fields = dump.split('\0');
  if (fields.length !== 15 || fields[13] !== 'end') return null;
  // Ignores what children of the block wrote into the pipe.
  if (!/^[-a-z:]*$/.test(fields[0] ?? '')) return null;
  const [optionsBefore = '', options = '', shoptsBefore = '', shopts = '', oldShopts = '', umask = '', functions = '', aliases = '', directory = '', oldDirectory = '', exited = '', exitTrap = '', declared = ''] = fields;
  const passedOn = (name: string): boolean => !isSecretVariable(name) || mentions({ functions, aliases, exitTrap }, name);
  const present = declarations(declared, (name) => !OWN_VARIABLES.test(name) && passedOn(name));
  const names = new Set(present.map(({ name }) => name));
  const changed = present.filter((declaration) => !isInherited(declaration, environment));
  // All secrets are learnt before any variable is checked, since one may contain the value of another.
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
  const unset = Object.keys(environment).filter((name) => /^[A-Za-z_]\w*$/.test(name) && !names.has(name) && !OWN_VARIABLES.test(name) && !isSecretVariable(name));
  const state = {
    directory,
    oldDirectory: shownFolder,
    options: switched(optionsBefore, options, 'set -o', 'set +o'),
    shopts: oldShopts === '' ? switched(shoptsBefore, shopts, 'shopt -s', 'shopt -u') : oldShopts,
    umask,
    functions: shownFunctions,
    aliases: shownAliases,
    exitTrap: shownTrap,
    variables,
    unset,
    hidden: Object.keys(secrets),
  };
  return { state, exited: exited !== '', secrets };
}

const namesOf = (list: string): readonly string[] => list.split(':').filter((name) => name !== '');

/** The commands, one per line, that turn one list of options into another; lists as in `SHELLOPTS` and `BASHOPTS`. */
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

/** Splits the state into what may be in a file and what may not. */
function apart({ isSecret, holds }: Secrecy, texts: Texts): { readonly open: Texts; readonly hidden: Texts } {
  const entries = Object.entries(texts).map(([name, text]) => ({ name, text, secret: text !== '' && (isSecret(name) || holds(fromBinary(text))) }));
  const of = (secret: boolean): Texts => Object.fromEntries(entries.filter((entry) => entry.secret === secret).map(({ name, text }) => [name, text]));
  return { open: of(false), hidden: of(true) };
}

/** The values of an array, as far as they can be read. */
function elements(declaration: string): readonly string[] {
  return [...declaration.matchAll(/\]="((?:[^"\\]|\\.)*)"/g)].map(([, value = '']) => value.replace(/\\(["\\$`])/g, '$1'));
}

/** Variables that every shell sets for itself. */
const OWN_VARIABLES = /^(?:__(?:rb|RUNBOOK)_.*|BASH|BASHOPTS|BASHPID|BASH_.*|COLUMNS|DIRSTACK|EPOCH.*|EUID|FUNCNAME|GROUPS|HISTCMD|LINENO|LINES|OLDPWD|OPTERR|PIPESTATUS|PPID|PWD|RANDOM|RUNBOOK_OUTPUT|SECONDS|SHELLOPTS|SHLVL|SRANDOM|UID|_)$/;

/** A block that runs again must be able to set the variables that it made readonly. */
function withoutReadonly(declaration: string): string {
  return declaration.replace(/^declare -(\w+)/, (whole, flags: string) => {
    const kept = flags.replace('r', '');
    return flags.includes('r') ? `declare -${kept === '' ? '-' : kept}` : whole;
  });
}
