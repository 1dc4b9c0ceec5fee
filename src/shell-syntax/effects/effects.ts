import type { CodeRange, Effect, EffectMark, ShellDefinition, ShellWord } from '../../model/index.ts';
import { calledName, filledVariables, type Invocation, namesScript, type NestedCommand, nestedCommands, type RawCommand, type RawSetting, readInvocation, readScript, type Runnable, unwrap, type Unwrapped, wordsAfterDashes, wordsText } from '../commands/index.ts';
import { classify, isKnownProgram, wrapperEffect } from './classify.ts';
import { leavesFolder, writeEffect } from './places.ts';
import { settingEffect } from './settings.ts';

const MAX_NESTING = 4;
/** Programs that fetch what they run by its name, from where anybody may have put it. */
const FETCHES: ReadonlySet<string> = new Set(['npx', 'bunx']);

interface Around {
  /** The functions and aliases that stand before or in the code. */
  readonly definitions: readonly ShellDefinition[];
  /** Names that are being looked up: a function that calls itself ends there. */
  readonly open: readonly string[];
  readonly depth: number;
  /** Where marks stand when the words are not of the code itself. */
  readonly within: CodeRange | null;
  /** A `cd` has left the working folder. */
  readonly elsewhere: boolean;
}

/** The effect of each command, redirection and assignment, in order. */
export function findEffects(commands: readonly RawCommand[], definitions: readonly ShellDefinition[] = []): readonly EffectMark[] {
  return effectsOfAll(commands, { definitions, open: [], depth: 0, within: null, elsewhere: false });
}

function effectsOfAll(commands: readonly Runnable[], around: Around): readonly EffectMark[] {
  let { elsewhere } = around;
  return commands.flatMap((command) => {
    const marks = effectsOf(command, { ...around, elsewhere });
    if (/^(?:cd|pushd)$/.test(command.words[0]?.value ?? '') && leavesFolder(command.words.at(-1))) elsewhere = true;
    return marks;
  });
}

function effectsOf(command: Runnable, around: Around): readonly EffectMark[] {
  const marks = [...settingMarks(command.settings, around), ...writeMarks(command, around)];
  const unwrapped = unwrap(command.words);
  if (unwrapped === null) return marks;
  const wrappers = unwrapped.wrapperWords.flatMap((wrapper) => wrapperMarks(command, wrapper, around));
  const filled = settingMarks(filledVariables([unwrapped.nameWord, ...unwrapped.args]), around);
  return [...marks, ...wrappers, ...commandMarks(command, unwrapped, around), ...filled];
}

function wrapperMarks(command: Runnable, { name, word, args }: Unwrapped['wrapperWords'][number], around: Around): readonly EffectMark[] {
  const own = wrapperEffect(readInvocation({ name, nameWord: word, args }, command.terminal), command, around.elsewhere);
  return [
    ...(FETCHES.has(name) ? [mark('unknown', [word], null, word, around.within)] : []),
    ...(own === null || own.effect === 'inner' ? [] : [mark(own.effect, [word, ...own.words], own.word, word, around.within)]),
    ...args.flatMap((arg) => assignmentMark(arg, around)),
  ];
}

function settingMarks(settings: readonly RawSetting[], around: Around): readonly EffectMark[] {
  return settings.flatMap(({ name, value, start, end }) => {
    const effect = settingEffect(name, value);
    return effect === 'reads' ? [] : [{ effect, word: name, ...(around.within ?? { start, end }) }];
  });
}

function writeMarks({ writes }: Runnable, around: Around): readonly EffectMark[] {
  return writes.flatMap(({ operator, target, start, end }) => {
    const effect = writeEffect(target, around.elsewhere);
    return effect === null ? [] : [{ effect, word: `${operator} ${target.value ?? target.raw}`, ...(around.within ?? { start, end }) }];
  });
}

/** `export PATH=…`, `env LD_PRELOAD=… command`. */
function assignmentMark(arg: ShellWord, around: Around): readonly EffectMark[] {
  const [, name, value] = /^([A-Za-z_]\w*)\+?=(.*)$/s.exec(arg.raw) ?? [];
  if (name === undefined) return [];
  const effect = settingEffect(name, arg.value === null ? null : (value ?? '').replace(/^(["'])(.*)\1$/s, '$2'));
  return effect === 'reads' ? [] : [{ effect, word: name, start: around.within?.start ?? arg.start, end: around.within?.end ?? arg.end }];
}

function commandMarks(command: Runnable, unwrapped: Unwrapped, around: Around): readonly EffectMark[] {
  const invocation = readInvocation(unwrapped, command.terminal);
  const { nameWord, program } = invocation;
  const defined = isLookedUp(unwrapped) ? definedMarks(invocation, around) : [];
  const known = isKnownProgram(program);
  // What is fed to it is not among the words that the name stands for.
  if (defined.length > 0 && !known && command.inputs.length === 0 && command.fileInput === null) return defined;
  const own = classify(invocation, command, around.elsewhere);
  const inner = around.depth < MAX_NESTING ? innerMarks(command, invocation, known, around) : [];
  const ofInner = inner.length > 0 ? null : 'unknown';
  const effect: Effect | null = own.effect === 'inner' ? ofInner : own.effect;
  const declared = /^(?:export|declare|typeset|readonly|local)$/.test(program) ? invocation.args.flatMap((arg) => assignmentMark(arg, around)) : [];
  // What begins with no letter (`+%F`) says nothing without its program.
  const speaks = own.word !== null || own.words.some((word) => invocation.positionals.includes(word) && /^["']?[\p{L}\d]/u.test(word.raw));
  const words = speaks ? own.words : [nameWord, ...own.words];
  return [...defined, ...(effect === null ? [] : [mark(effect, words, own.word, nameWord, around.within)]), ...declared, ...inner];
}

/** A function stands in for a program unless `command` or `builtin` asks for the program itself. */
function isLookedUp({ wrappers }: Unwrapped): boolean {
  return wrappers.every((wrapper) => wrapper === 'time');
}

function definedMarks({ nameWord, args }: Invocation, around: Around): readonly EffectMark[] {
  const name = calledName(nameWord);
  if (name === null || around.open.includes(name) || around.depth >= MAX_NESTING) return [];
  const place = around.within ?? nameWord;
  return around.definitions
    .filter((definition) => definition.name === name)
    .flatMap(({ kind, text }) => {
      const facts = readScript(kind === 'alias' ? [text, ...args.map(({ raw }) => raw)].join(' ') : text, () => place);
      const within = { start: place.start, end: place.end };
      const marks = effectsOfAll(facts.commands, { ...around, open: [...around.open, name], depth: around.depth + 1, within });
      return facts.errors.length === 0 ? marks : [...marks, { effect: 'unknown' as const, word: name, ...within }];
    });
}

function innerMarks(command: Runnable, invocation: Invocation, known: boolean, around: Around): readonly EffectMark[] {
  const nested: readonly NestedCommand[] = known || namesScript(invocation) ? [...nestedCommands(invocation, command.inputs), ...typedLines(invocation, command.inputs)] : wordsAfterDashes(invocation);
  return nested.flatMap((inside) => {
    const within = inside.within ?? around.within;
    // What this shell defines is not known on another machine.
    const definitions = inside.remote ? [] : around.definitions;
    const inner: Around = { ...around, definitions, depth: around.depth + 1, within };
    if (inside.broken) return [{ effect: 'unknown' as const, word: 'does not parse', start: within?.start ?? 0, end: within?.end ?? 0 }];
    return effectsOf(inside, inner);
  });
}

/** Lines typed into `redis-cli` are commands of its own. */
function typedLines({ program, nameWord }: Invocation, inputs: readonly ShellWord[]): readonly NestedCommand[] {
  if (program !== 'redis-cli' && program !== 'valkey-cli') return [];
  return inputs.flatMap((input) =>
    readScript(input.value ?? input.raw.replace(/^"|"$/g, ''), () => input).commands.map((command): NestedCommand => ({ ...command, words: [nameWord, ...command.words], inputs: [], remote: true, within: { start: input.start, end: input.end }, broken: false })),
  );
}

function mark(effect: Effect, words: readonly ShellWord[], said: string | null, nameWord: ShellWord, within: CodeRange | null): EffectMark {
  const unique = [...new Set(words)].sort((a, b) => a.start - b.start);
  const word = said ?? wordsText(unique);
  const first = unique[0] ?? nameWord;
  const last = unique.at(-1) ?? nameWord;
  return { effect, word, start: within?.start ?? first.start, end: within?.end ?? last.end };
}
