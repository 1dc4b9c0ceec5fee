import { parse } from 'unbash';
import type { CodeRange, ShellWord } from '../../model/index.ts';
import { findPlaceholders, MASK, maskRanges, scanShell } from '../text/index.ts';
import type { Facts, Runnable } from './facts.ts';
import type { Invocation } from './invocation.ts';
import { collectFacts } from './walk.ts';
import { type WordSource, wordsText } from './words.ts';

/** A command that another one runs from its arguments. */
export interface NestedCommand extends Runnable {
  /** It runs on another machine or in a container. */
  readonly remote: boolean;
  /** The place of the text that holds it, where its words have none of their own. */
  readonly within: CodeRange | null;
  /** The text that holds it does not parse. */
  readonly broken: boolean;
}

const PLAIN: Omit<NestedCommand, 'words' | 'remote'> = { terminal: false, inputs: [], background: false, writes: [], settings: [], fileInput: null, pipedFrom: null, captured: false, within: null, broken: false };

const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'ash']);

/** Programs that run their words on several machines. */
const TO_MANY: ReadonlySet<string> = new Set(['pdsh', 'clush', 'pssh', 'parallel-ssh']);

/** Commands in `bash -c '…'`, `ssh host …`, `kubectl exec pod -- …`, `find -exec … ;`, `eval '…'`, and in heredocs for shells. */
export function nestedCommands(command: Invocation, inputs: readonly ShellWord[]): readonly NestedCommand[] {
  const { program } = command;
  // `watch 'a | b'` names a script in a program's place.
  if (namesScript(command)) return scripts([command.nameWord], false);
  if (SHELLS.has(program)) return [...scripts(optionValue(command, ['-c']), false), ...(reads(command, 0) ? scripts(inputs, false) : [])];
  if (program === 'su' || program === 'runuser') return [...scripts(optionValue(command, ['-c', '--command']), false), ...scripts(inputs, false), ...(program === 'runuser' ? wordsAfterDashes(command) : [])];
  if (program === 'eval') return joined(command.args, false);
  if (program === 'watch') return joined(command.positionals, false);
  if (program === 'trap') return scripts(command.args.slice(0, 1).filter(({ value }) => value !== '-' && value !== ''), false);
  if (program === 'find') return findActions(command);
  if (program === 'ssh' || program === 'autossh' || program === 'slogin') return [...typedWords(command.positionals.slice(1)), ...(reads(command, 1) || runsShell(command.positionals.slice(1)) ? scripts(inputs, true) : [])];
  if (TO_MANY.has(program)) return typedWords(command.positionals);
  if (program === 'gcloud' || program === 'vagrant') return scripts(optionValue(command, ['--command', '-c']), true);
  if (program === 'knife' && command.positionals[0]?.value === 'ssh') return scripts(command.positionals.slice(2), true);
  if (program === 'ansible') return isAnsibleCommand(command) ? scripts(optionValue(command, ['-a', '--args']), true) : [];
  if (program === 'salt') return scripts(command.positionals.slice(2, 3), true);
  if (program === 'flyctl' || program === 'fly') return scripts(optionValue(command, ['-C', '--command']), true);
  return containerCommand(command, inputs);
}

/** Whether a script stands where a program's name does. */
export function namesScript({ nameWord }: Invocation): boolean {
  return /\s/.test(nameWord.value ?? '');
}

/** What runs on the other side: the words after its name, `docker exec <name> …`, `kubectl exec <pod> -- …`. */
function containerCommand(command: Invocation, inputs: readonly ShellWord[]): readonly NestedCommand[] {
  const verb = command.positionals[0]?.value;
  const rest = command.positionals;
  switch (command.program) {
    case 'kubectl':
    case 'oc':
    case 'k':
      if (verb === 'rsh') return remoteWords(rest.slice(2));
      if (verb !== 'exec' && verb !== 'debug' && verb !== 'run') return [];
      return [...remoteWords(verb === 'exec' ? rest.slice(2) : afterDashes(command)), ...remoteInput(rest.slice(2), inputs)];
    case 'docker':
    case 'podman':
    case 'nerdctl':
    case 'docker compose':
    case 'docker-compose':
      return verb === 'exec' || verb === 'run' ? [...remoteWords(rest.slice(2)), ...remoteInput(rest.slice(2), inputs)] : [];
    case 'crictl':
    case 'pct':
    case 'lxc':
    case 'incus':
      return verb === 'exec' ? remoteWords(rest.slice(2)) : [];
    case 'nomad':
      return verb === 'alloc' ? remoteWords(rest.slice(3)) : [];
    case 'nsenter':
      return remoteWords(rest);
    case 'heroku':
    case 'tsh':
      return verb === 'run' || verb === 'ssh' ? remoteWords(rest.slice(verb === 'ssh' ? 2 : 1)) : [];
    default:
      return [];
  }
}

function afterDashes(command: Invocation): readonly ShellWord[] {
  const at = command.args.findIndex(({ raw }) => raw === '--');
  return at < 0 ? [] : command.args.slice(at + 1);
}

/** `tool … -- command` of a program that nobody knows. */
export function wordsAfterDashes(command: Invocation): readonly NestedCommand[] {
  return remoteWords(afterDashes(command));
}

/** `… -- bash <<EOF`: what is redirected in is a script. */
function remoteInput(words: readonly ShellWord[], inputs: readonly ShellWord[]): readonly NestedCommand[] {
  if (inputs.length === 0 || words.length === 0) return [];
  if (SHELLS.has(words[0]?.value ?? '')) return scripts(inputs, true);
  return [{ ...PLAIN, words, inputs, remote: true }];
}

function remoteWords(words: readonly ShellWord[]): readonly NestedCommand[] {
  const [first] = words;
  if (first === undefined) return [];
  if (words.length === 1 && /\s/.test(first.raw)) return scripts(words, true);
  return [{ ...PLAIN, words, terminal: true, remote: true }];
}

/** `ssh host a 'b; c'` hands `a b; c` to a shell there: it is read as the words it looks like and as the script it is. */
function typedWords(words: readonly ShellWord[]): readonly NestedCommand[] {
  const isScript = words.length > 1 && words.some(({ value }) => /[;|&<>`\s]/.test(value ?? ''));
  return [...remoteWords(words), ...(isScript ? joined(words, true) : [])];
}

/** `ssh host 'sudo bash -s'`: what is typed there is a shell that reads its input. */
function runsShell(words: readonly ShellWord[]): boolean {
  return /^(?:sudo\s+)?(?:bash|sh|zsh|dash|ksh|ash)(?:\s+-\w+|\s+--)*$/.test(wordsText(words));
}

/** Whether the module that ansible calls is a command line: `-m shell`, or none. */
function isAnsibleCommand({ options }: Invocation): boolean {
  const module = options.find(({ name }) => name === '-m' || name === '--module-name');
  return module === undefined || /^(?:ansible\.\w+\.)?(?:shell|command|raw|script)$/.test(module.value ?? '');
}

/** Words that are put together with blanks and read as a script. */
function joined(words: readonly ShellWord[], remote: boolean): readonly NestedCommand[] {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first === last) return scripts(words, remote);
  const text = wordsText(words);
  return scripts([{ raw: text, value: text, start: first.start, end: last.end }], remote, true);
}

function findActions(command: Invocation): readonly NestedCommand[] {
  const actions: NestedCommand[] = [];
  for (let at = 0; at < command.args.length; at += 1) {
    if (!/^-(exec|execdir|ok|okdir)$/.test(command.args[at]?.raw ?? '')) continue;
    const end = command.args.findIndex(({ value }, index) => index > at && (value === ';' || value === '+'));
    const words = command.args.slice(at + 1, end < 0 ? undefined : end);
    actions.push({ ...PLAIN, words, remote: false });
  }
  return actions;
}

function reads(command: Invocation, positionals: number): boolean {
  return command.positionals.length <= positionals || command.options.some(({ name }) => name === '-s');
}

function optionValue(command: Invocation, names: readonly string[]): readonly ShellWord[] {
  const use = command.options.find(({ name }) => names.includes(name));
  if (use === undefined) return [];
  const next = command.args[command.args.indexOf(use.word) + 1];
  if (next !== undefined && !use.word.raw.includes('=')) return [next];
  return use.value === null ? [] : [{ ...use.word, value: use.value }];
}

/** Parses texts as shell. Where a text is written plainly its words keep their places; else they stand for the whole. */
function scripts(words: readonly ShellWord[], remote: boolean, moved = false): readonly NestedCommand[] {
  return words.flatMap((word) => {
    const text = word.value ?? word.raw.replace(/^"|"$/g, '');
    const offset = moved ? -1 : word.raw.indexOf(text);
    const whole = { start: word.start, end: word.end };
    const facts = readScript(text, offset < 0 ? () => whole : ({ pos, end }) => ({ start: word.start + offset + pos, end: word.start + offset + end }));
    const within = offset < 0 ? whole : null;
    const commands = facts.commands.map((command): NestedCommand => ({ ...command, remote, within, broken: false }));
    return facts.errors.length === 0 ? commands : [...commands, { ...PLAIN, words: [], within: whole, remote, broken: true }];
  });
}

/** The commands of a text that is shell by itself, with places of the caller's choice. */
export function readScript(text: string, place: WordSource['place']): Facts {
  const placeholders = text.includes('<') ? findPlaceholders(text, scanShell(text)) : [];
  return collectFacts(parse(maskRanges(text, placeholders, MASK)), { text, placeholders, place, fill: MASK });
}
