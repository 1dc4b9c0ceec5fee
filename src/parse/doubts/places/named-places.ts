import { type CodeRange, type CommandStep, type Pattern, type ShellCommand, startsIn } from '../../../model/index.ts';
import { proseCloses, withName } from '../../../shell-syntax/index.ts';
import { isProgram, type CommandDraft, type TypedElsewhere } from '../../blocks/index.ts';
import { RangeList, saysWhatToDo } from '../../markdown/index.ts';
import { fromFirstWord } from '../plain-words.ts';
import { AT_MACHINE, AT_NAME_OF, AT_PROMPT, AT_PROMPT_OF, COPIES, DONE_ON_MACHINE, DONE_TO_PART, ENTERS_CONTAINER, IN_CONTAINER, IN_PROGRAM, MACHINE_IN_PARENTHESES, MACHINE_NOUN, NAMED_SHELL, NAMES_HOST, OF_A_VALUE, OF_THIS_NODE, ON_NAMED, ON_NAMED_IN_PARENTHESES, OTHER_TERMINAL, PURPOSE, REACHING, THIS_HOST, WHICH_BEFORE, WHICH_BEHIND, WRAPS } from './place-words.ts';

/** The place that the comment above a piece, what leads to its block, or a heading around it names without opening a session there: "On the primary:". */
export function namedPlace(draft: CommandDraft, piece: CodeRange, headings: CommandStep['headings']): TypedElsewhere | undefined {
  const commands = draft.shell.commands.filter((each) => startsIn(each, piece));
  const [first] = commands;
  if (first === undefined) return undefined;
  const words = [...commentsAbove(draft, piece, first.start), ...draft.leads.map(({ text }) => text)];
  const program = isProgram(first.name) ? undefined : find(words, programIn);
  const { reaching = [], here = [] } = Object.groupBy(commands, (command) => (reachesAfar(command, draft) ? 'reaching' : 'here'));
  const reaches = reaching.length > 0 && !actsIn(draft, here);
  const copies = commands.some(({ name }) => COPIES.has(name));
  const machine = (): string | undefined => (reaches ? (find(words, fromIn) ?? (copies ? find(words, onIn) : undefined)) : (find(words, machineIn) ?? partOf(commands, words, headings.toReversed())));
  const container = reaches || commands.some(({ name }) => ENTERS_CONTAINER.test(name)) ? undefined : find(words, (text) => placeIn(fromFirstWord(text), IN_CONTAINER));
  const place = program ?? find(words, promptIn) ?? find(words, terminalIn) ?? container ?? machine();
  return place === undefined ? undefined : { ...piece, place: [place], openers: [], program: program !== undefined, effect: null };
}

/** Whether a command, or the first one of what its name stands for, reaches a machine from here. */
function reachesAfar({ name, args, wrappers }: ShellCommand, { shell }: CommandDraft): boolean {
  if (wrappers.some((wrapper) => OF_THIS_NODE.has(wrapper))) return false;
  const means = shell.definitions.find((definition) => definition.name === name)?.text ?? '';
  return REACHING.has(name) || REACHING.has(/^[\s{(]*(?<program>[\w.-]+)/.exec(means)?.groups?.['program'] ?? '') || args.some(({ raw }, index) => NAMES_HOST.test(raw) && !THIS_HOST.test(raw.includes('=') ? raw.slice(raw.indexOf('=') + 1) : (args[index + 1]?.raw ?? '')));
}

/** Whether one of these commands does more than read. */
function actsIn({ shell }: CommandDraft, commands: readonly ShellCommand[]): boolean {
  const ranges = new RangeList<CodeRange>();
  for (const command of commands) ranges.add(command);
  return shell.effects.some(({ effect, start }) => effect !== 'reads' && ranges.meets({ start, end: start + 1 }));
}

function find(words: readonly string[], read: (text: string) => string | undefined): string | undefined {
  for (const text of words) {
    const place = read(text);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The comment lines right above the first command of a piece. */
function commentsAbove({ shell }: CommandDraft, piece: CodeRange, until: number): readonly string[] {
  return shell.comments.filter(({ start, ownLine, topLevel }) => ownLine && topLevel && start >= piece.start && start < until).map(({ text }) => text);
}

function programIn(text: string): string | undefined {
  const words = fromFirstWord(text);
  return placeIn(words, IN_PROGRAM) ?? placeIn(words, AT_PROMPT);
}

function terminalIn(text: string): string | undefined {
  const place = OTHER_TERMINAL.exec(fromFirstWord(text))?.groups?.['place'];
  if (place === undefined) return NAMED_SHELL.exec(text)?.groups?.['place'];
  return /^other/i.test(place) ? `an${place}` : `a ${place}`;
}

/** The prompt, or the machine, that stands before a sentence. */
function promptIn(text: string): string | undefined {
  const words = text.trim();
  return (AT_PROMPT_OF.exec(words) ?? AT_NAME_OF.exec(words))?.groups?.['place'];
}

/** The machine that what leads to a block names. */
export function machineTold({ leads }: Pick<CommandDraft, 'leads'>): string | undefined {
  return find(leads.map(({ text }) => text), machineIn);
}

function machineIn(text: string): string | undefined {
  const words = fromFirstWord(text);
  if (!MACHINE_NOUN.test(words)) return onIn(text);
  return onIn(text) ?? placeIn(words, MACHINE_IN_PARENTHESES) ?? ((words.endsWith(':') || saysWhatToDo(words)) && !OF_A_VALUE.test(words) ? placeIn(words.replace(PURPOSE, ''), DONE_ON_MACHINE) : undefined);
}

/** "On the replica:", at the start of a sentence. */
function onIn(text: string): string | undefined {
  const words = fromFirstWord(text);
  return (MACHINE_NOUN.test(words) ? placeIn(words, AT_MACHINE) : undefined) ?? placeIn(words, ON_NAMED) ?? placeIn(words, ON_NAMED_IN_PARENTHESES);
}

/** What a pattern takes for the place, without quotes, with the words that say which of several it is: "another node", "node to be removed". */
function placeIn(words: string, pattern: Pattern): string | undefined {
  const match = pattern.exec(words);
  const place = match?.groups?.['place'];
  if (match === null || place === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(place);
  const before = WHICH_BEFORE.exec(words.slice(0, start))?.groups?.['which'] ?? '';
  const behind = WHICH_BEHIND.exec(words.slice(start + place.length))?.groups?.['which'] ?? '';
  return [before.toLowerCase(), withName(place, words), behind].filter((part) => part !== '').join(' ').replace(/[`']/g, '');
}

function fromIn(text: string): string | undefined {
  const words = fromFirstWord(text);
  return /^from (?!any\b|each\b|every\b)/i.test(words) && MACHINE_NOUN.test(words) ? placeIn(words, AT_MACHINE) : undefined;
}

/** The part of a cluster that something is done to, or that a heading is about, where it is done by what acts on the machine it is typed on. */
function partOf(commands: CommandDraft['shell']['commands'], words: readonly string[], headings: readonly string[]): string | undefined {
  if (words.some(proseCloses)) return undefined;
  const doneTo = (text: string): string | undefined => (commands.every(({ name }) => WRAPS.test(name)) ? undefined : DONE_TO_PART.exec(fromFirstWord(text))?.groups?.['place']);
  return find(words, doneTo) ?? find(headings, (heading) => machineIn(heading) ?? doneTo(heading));
}
