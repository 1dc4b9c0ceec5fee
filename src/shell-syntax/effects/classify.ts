import { type Effect, isStronger, type ShellWord } from '../../model/index.ts';
import { type Invocation, namesScript, type Runnable } from '../commands/index.ts';
import { askedFor, sentTo } from './addresses.ts';
import { awkEffect } from './awk.ts';
import { namesDestruction } from './destroying-words.ts';
import { matchPattern, type PatternMatch } from './pattern.ts';
import { keepsNothing, writeEffect } from './places.ts';
import { sedEffect } from './sed.ts';
import { scriptEffect, sqlEffect, type SqlEffect } from './sql.ts';
import { readTable, rowsFor, type CommandTable, type EffectKind, type Row } from './table.ts';
import { EFFECT_TABLES, WRAPPERS_THEMSELVES } from './tables/index.ts';

/** The effect of a command by itself, with the words that show it; `inner` if the commands in its arguments or input decide. */
interface OwnEffect {
  readonly effect: Effect | 'inner';
  readonly words: readonly ShellWord[];
  /** Shown instead of the words. */
  readonly word: string | null;
}

let table: CommandTable<EffectKind> | null = null;
let wrappers: CommandTable<EffectKind> | null = null;

const UNKNOWN: OwnEffect = { effect: 'unknown', words: [], word: null };
/** Options with the text that a client runs. */
const TEXT_OPTIONS: ReadonlySet<string> = new Set(['-c', '--command', '-e', '--execute', '--eval', '-q', '--query', '-Q', '-cmd', '-execute', '-s']);
const FILE_OPTIONS: ReadonlySet<string> = new Set(['-f', '--file', '-i', '--input-file', '--queries-file', '-init', '--init-command']);
/** Options that read the script, or parts of it, from elsewhere. */
const OTHER_SCRIPTS = { awk: /^(?:-[fielE]|--(?:file|include|source|load|exec).*)$/, sed: /^(?:-f|--file.*)$/ } as const;
/** Programs that pass `--help` on to what they run. */
const HANDS_ON = /^(?:bash|sh|zsh|dash|ksh|ash|fish|source|\.|eval|python\d?|node|nodejs|ruby|perl|php|java|deno|bun|npm|npx|yarn|pnpm|make|gmake|rake|rails|go|cargo|dotnet|ssh|su|runuser|xargs|echo|printf|salt|ansible|just|task|invoke|fab|mix)$/;
/** Folders that programs are installed in; a program with another path may be anything. */
const INSTALLED = /^(?:\\?[^/]+|\/(?:usr\/|usr\/local\/|home\/linuxbrew\/[^ ]*|opt\/(?:[^/ ]+\/)+|snap\/)?s?bin\/[^/]+|\/etc\/init\.d\/[^/]+)$/;
/** Arguments that may hold options: `"$@"`, `$CURL_OPTS`, `"${args[@]}"`. */
const OPAQUE = /^["']?\$(?:[@*]|\{?\w*(?:opt|arg|flag|option|param)s?\b|\{\w+\[[@*]\]\})/i;

/** Whether any table has a program. */
export function isKnownProgram(program: string): boolean {
  return rows(program).length > 0;
}

function rows(program: string): readonly Row<EffectKind>[] {
  table ??= readTable<EffectKind>(EFFECT_TABLES);
  return rowsFor(table, program);
}

/** The effect of a command according to the tables; `unknown` if they do not have it. `elsewhere`: see `writeEffect`. */
export function classify(command: Invocation, source: Runnable, elsewhere: boolean): OwnEffect {
  const { nameWord, program } = command;
  if (nameWord.value === null) return { effect: /^["']?(?:\$\(|`)\s*(?:curl|wget)\b/.test(nameWord.raw) ? 'destroys' : 'unknown', words: [nameWord], word: null };
  if (runsDownload(command, source)) return { effect: 'destroys', words: [nameWord], word: `${program} of a download` };
  const known = rows(program);
  if (known.length === 0) return namesScript(command) ? { ...UNKNOWN, effect: 'inner' } : { effect: isScript(nameWord) && namesDestruction(program) ? 'destroys' : 'unknown', words: [nameWord], word: null };
  const found = strongest(command, source, known, elsewhere);
  const isFamiliar = INSTALLED.test(nameWord.value) && !(hasOpaqueArgument(command) && found.conditional);
  return isFamiliar || found.own.effect === 'destroys' || found.own.effect === 'inner' ? found.own : { ...UNKNOWN, words: [nameWord] };
}

/** What a program that runs another does besides; `null` where it does nothing of its own. */
export function wrapperEffect(wrapper: Invocation, source: Runnable, elsewhere: boolean): OwnEffect | null {
  wrappers ??= readTable<EffectKind>([WRAPPERS_THEMSELVES]);
  const known = rowsFor(wrappers, wrapper.program);
  const { own } = strongest(wrapper, source, known, elsewhere);
  return own === UNKNOWN ? null : own;
}

function strongest(command: Invocation, source: Runnable, known: readonly Row<EffectKind>[], elsewhere: boolean): { readonly own: OwnEffect; readonly conditional: boolean } {
  let own: OwnEffect | null = null;
  let conditional = false;
  if (asksForHelp(command)) return { own: { effect: 'reads', words: [], word: null }, conditional };
  for (const row of known) {
    const match = matchPattern(row.pattern, command);
    if (match === null) continue;
    const found = rowEffect(row, match, command, source, elsewhere);
    if (found === null) continue;
    if (row.kind.endsWith('!')) return { own: found, conditional: true };
    conditional ||= row.pattern.length > 0;
    if (own === null || counts(found, own)) own = found;
  }
  return { own: own ?? UNKNOWN, conditional };
}

/** Whether the second of two matching rows wins. */
function counts(found: OwnEffect, own: OwnEffect): boolean {
  if (found.effect === 'inner' || own.effect === 'inner') return own.effect === 'inner';
  if (found.effect === 'reads' && own.effect === 'changes') return found.words.length > own.words.length;
  if (found.effect === 'changes' && own.effect === 'reads') return found.words.length >= own.words.length;
  return isStronger(found.effect, own.effect);
}

function asksForHelp({ program, options, positionals }: Invocation): boolean {
  if (HANDS_ON.test(program) || /^(?:exec|run|rsh|ssh|shell|x)$/.test(positionals[0]?.value ?? '')) return false;
  return options.some(({ name, value }) => name === '--help' && value === null) && positionals.every(({ value }) => value !== null);
}

function rowEffect({ kind, target }: Row<EffectKind>, { words, used }: PatternMatch, command: Invocation, source: Runnable, elsewhere: boolean): OwnEffect | null {
  const said = (effect: OwnEffect['effect']): OwnEffect => ({ effect, words, word: null });
  switch (kind) {
    case 'reads!':
      return said('reads');
    case 'changes!':
      return said('changes');
    case 'through':
      return said('inner');
    case 'writes':
      return writtenFiles(command, target, used, words, elsewhere);
    case 'task':
      return taskEffect(command.positionals.slice(words.length === 0 ? 0 : used));
    case 'script':
      return taskEffect(command.positionals.slice(0, 1));
    case 'sql':
      return textEffect(command, source, sqlEffect);
    case 'js':
      return textEffect(command, source, scriptEffect);
    case 'lines':
      return command.positionals.length > 0 || command.options.some(({ name }) => /^--(?:eval|pipe|rdb)$/.test(name)) ? null : said(source.inputs.length > 0 ? 'inner' : 'unknown');
    case 'posts':
      return atAddress(sentTo(command.positionals));
    case 'gets':
      return atAddress(askedFor(command.positionals));
    case 'awk':
    case 'sed':
      return scriptArgument(command, kind, elsewhere);
    default:
      return said(kind);
  }
}

/** Options by which an interpreter is given its code: what is piped into it is data then. */
const GIVES_CODE: readonly (readonly [program: RegExp, option: RegExp])[] = [
  [/^(?:bash|sh|zsh|dash|ksh|ash|fish)$/, /^-[a-z]*c$/],
  [/^python\d?$/, /^-(?:c|m)$/],
  [/^node$/, /^(?:-e|-p|-pe|--eval|--print)$/],
  [/^(?:ruby|perl)$/, /^-[a-z]*e$/],
  [/^php$/, /^-r$/],
];

/** `curl … | sh`, `bash <(curl …)`, `sh -c "$(curl …)"`. */
function runsDownload(command: Invocation, { pipedFrom }: Runnable): boolean {
  if (!/^(?:bash|sh|zsh|dash|ksh|ash|fish|source|\.|eval|python\d?|node|ruby|perl|php)$/.test(command.program)) return false;
  if (command.args.some(({ raw }) => /^["']?(?:<\(|\$\(|`)\s*(?:curl|wget)\b/.test(raw))) return true;
  if (GIVES_CODE.some(([program, option]) => program.test(command.program) && command.options.some(({ name }) => option.test(name)))) return false;
  const takesInput = command.positionals.every(({ value }) => value === '-') || command.options.some(({ name }) => name === '-s');
  return takesInput && pipedFrom !== null && /^(?:curl|wget|http|https)$/.test(pipedFrom);
}

function hasOpaqueArgument({ args }: Invocation): boolean {
  return args.some(({ raw, value }) => value === null && OPAQUE.test(raw));
}

function isScript({ raw }: ShellWord): boolean {
  return /[/._-]/.test(raw);
}

/** The files that a command writes to; empty if that is not known. */
function writtenFiles(command: Invocation, target: string, used: number, words: readonly ShellWord[], elsewhere: boolean): OwnEffect | null {
  const files = targets(command, target, used, words);
  if (files === null) return { effect: 'changes', words, word: null };
  if (target.startsWith('-') && files.every(keepsNothing)) return null;
  if (files.length === 0) return { effect: 'unknown', words, word: null };
  if (files.every(keepsNothing)) return { effect: 'reads', words, word: null };
  let effect: Effect = 'changes';
  let word: ShellWord | null = null;
  for (const file of files) {
    const written = writeEffect(file, elsewhere);
    if (written === null || !isStronger(written, effect)) continue;
    effect = written;
    word = file;
  }
  return { effect, words: word === null || target.endsWith('=') ? words : [command.nameWord, ...words.filter(({ raw }) => raw.startsWith('-')), word], word: null };
}

/** `null`: the working folder. */
function targets(command: Invocation, target: string, used: number, words: readonly ShellWord[]): readonly ShellWord[] | null {
  const { positionals, options, args } = command;
  const literal = words.filter((word) => positionals.includes(word)).length;
  if (target === 'all') return positionals.slice(literal === used ? used : literal);
  if (target === 'last') return positionals.slice(-1);
  if (/^\d+$/.test(target)) return positionals.slice(Number(target), Number(target) + 1);
  if (target.endsWith('=') && !target.startsWith('-')) return positionals.filter(({ raw }) => raw.startsWith(target)).map((word) => ({ ...word, raw: word.raw.slice(target.length), value: word.value?.slice(target.length) ?? null }));
  const names = target.replace(/\?$/, '').split('|');
  const uses = options.filter(({ name }) => names.includes(name));
  if (uses.length === 0) return target.endsWith('?') ? null : [];
  return uses.map(({ word, value }) => {
    const next = args[args.indexOf(word) + 1];
    return next !== undefined && (next.value ?? next.raw) === value ? next : { ...word, raw: value ?? '', value };
  });
}

function taskEffect(tasks: readonly ShellWord[]): OwnEffect | null {
  const found = tasks.find(({ value }) => value !== null && /^[\w.:/@~-]+$/.test(value) && namesDestruction(value));
  return found === undefined ? null : { effect: 'destroys', words: [found], word: null };
}

function atAddress(found: ReturnType<typeof sentTo>): OwnEffect | null {
  return found === null ? null : { ...found, words: [] };
}

/** The text given to a client; unknown if it comes from a file or another program. */
function textEffect(command: Invocation, source: Runnable, judge: (text: string) => SqlEffect): OwnEffect {
  const texts = givenTexts(command, source);
  const fromFile = command.options.some(({ name, value }) => FILE_OPTIONS.has(name) && value !== null) || source.fileInput !== null;
  const fromOther = source.pipedFrom !== null && source.inputs.length === 0;
  if (source.fileInput !== null && /dump|backup|restore|\.bak\b/i.test(source.fileInput.raw)) return { effect: 'destroys', words: [command.nameWord, source.fileInput], word: null };
  let strongest: OwnEffect = fromFile || fromOther || texts.length === 0 ? { effect: 'unknown', words: [command.nameWord], word: null } : { effect: 'reads', words: [command.nameWord], word: null };
  for (const word of texts) {
    const { effect, word: said } = judge(word.value ?? word.raw.replace(/^"|"$/g, ''));
    if (strongest.effect !== 'inner' && isStronger(effect, strongest.effect)) strongest = { effect, words: [wordsIn(word, said)], word: said };
  }
  return strongest;
}

function givenTexts(command: Invocation, source: Runnable): readonly ShellWord[] {
  const given = command.options.flatMap(({ name, value, word }) => {
    if (!TEXT_OPTIONS.has(name) || value === null) return [];
    const next = command.args[command.args.indexOf(word) + 1];
    return [next !== undefined && (next.value ?? next.raw) === value ? next : { ...word, value }];
  });
  return [...given, ...command.positionals.filter(({ raw }) => /\s/.test(raw)), ...source.inputs];
}

/** The place of some words in a text, or the whole text. */
function wordsIn(word: ShellWord, said: string): ShellWord {
  const found = new RegExp(said.split(' ').map((part) => part.replace(/[^\w]/g, '\\$&')).join('\\s+'), 'i').exec(word.raw);
  return found === null ? word : { raw: found[0], value: found[0].replace(/\s+/g, ' '), start: word.start + found.index, end: word.start + found.index + found[0].length };
}

function scriptArgument(command: Invocation, kind: 'awk' | 'sed', elsewhere: boolean): OwnEffect {
  const { options, positionals, args } = command;
  const given = kind === 'sed' ? options.filter(({ name, value }) => (name === '-e' || name === '--expression') && value !== null) : [];
  const script = given.length > 0 ? given.map(({ word, value }) => (word.raw.includes('=') ? { ...word, raw: value ?? '', value } : (args[args.indexOf(word) + 1] ?? word))) : positionals.slice(0, 1);
  if (script.length === 0 || options.some(({ name }) => OTHER_SCRIPTS[kind].test(name))) return UNKNOWN;
  const text = script.map(({ value, raw }) => value ?? raw.replace(/^"|"$/g, '')).join('\n');
  const effect = kind === 'awk' ? awkEffect(text) : sedEffect(text);
  const inPlace = kind === 'sed' ? options.filter(({ word }) => /^(?:-[nErsuz]*i|--in)/.test(word.raw)).map(({ word }) => word) : [];
  if (inPlace.length === 0 || effect === 'unknown') return { effect, words: [], word: null };
  const files = positionals.slice(given.length > 0 ? 0 : 1);
  const written = files.map((file) => writeEffect(file, elsewhere) ?? 'changes');
  return { effect: files.length === 0 ? 'unknown' : written.reduce((one, other) => (isStronger(other, one) ? other : one)), words: inPlace, word: null };
}
