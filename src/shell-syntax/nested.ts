import { parse } from 'unbash';
import type { CodeRange, ShellWord } from '../model/index.ts';
import type { RawCommand } from './facts.ts';
import type { Invocation } from './invocation.ts';
import { findPlaceholders, MASK, maskRanges } from './mask.ts';
import { scanShell } from './scan.ts';
import { collectFacts } from './walk.ts';

/** A command that another one runs from its arguments. */
export interface NestedCommand extends Pick<RawCommand, 'words' | 'terminal' | 'inputs' | 'background'> {
  /** It runs on another machine or in a container. */
  readonly remote: boolean;
  /** The place of the text that holds it, where its words have none of their own. */
  readonly within: CodeRange | null;
}

const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'ash']);

/** Commands in `bash -c '…'`, `ssh host …`, `kubectl exec pod -- …`, `find -exec … ;`, `eval '…'`, and in heredocs for shells. */
export function nestedCommands(command: Invocation, inputs: readonly ShellWord[]): readonly NestedCommand[] {
  const { program } = command;
  if (SHELLS.has(program)) return [...scripts(optionValue(command, ['-c']), false), ...(reads(command, 0) ? scripts(inputs, false) : [])];
  if (program === 'su' || program === 'runuser') return [...scripts(optionValue(command, ['-c', '--command']), false), ...scripts(inputs, false)];
  if (program === 'eval' || program === 'trap') return scripts(command.args.slice(0, 1), false);
  if (program === 'find') return findActions(command);
  if (program === 'ssh' || program === 'autossh') return [...remoteWords(command.positionals.slice(1)), ...(reads(command, 1) ? scripts(inputs, true) : [])];
  if (program === 'gcloud' || program === 'vagrant') return scripts(optionValue(command, ['--command', '-c']), true);
  if (program === 'knife' && command.positionals[0]?.value === 'ssh') return scripts(command.positionals.slice(2), true);
  if (program === 'ansible') return scripts(optionValue(command, ['-a']), true);
  return containerCommand(command, inputs);
}

/** In how many leading words the name of the other side stands: `docker exec <name> …`. */
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

/** `… -- bash <<EOF`: what is redirected in is a script. */
function remoteInput(words: readonly ShellWord[], inputs: readonly ShellWord[]): readonly NestedCommand[] {
  if (inputs.length === 0 || words.length === 0) return [];
  if (SHELLS.has(words[0]?.value ?? '')) return scripts(inputs, true);
  return [{ words, terminal: false, inputs, background: false, remote: true, within: null }];
}

function remoteWords(words: readonly ShellWord[]): readonly NestedCommand[] {
  if (words.length === 0) return [];
  if (words.length === 1 && /\s/.test(words[0]?.raw ?? '')) return scripts(words, true);
  return [{ words, terminal: true, inputs: [], background: false, remote: true, within: null }];
}

function findActions(command: Invocation): readonly NestedCommand[] {
  const actions: NestedCommand[] = [];
  for (let at = 0; at < command.args.length; at += 1) {
    if (!/^-(exec|execdir|ok|okdir)$/.test(command.args[at]?.raw ?? '')) continue;
    const end = command.args.findIndex(({ value }, index) => index > at && (value === ';' || value === '+'));
    const words = command.args.slice(at + 1, end < 0 ? undefined : end);
    actions.push({ words, terminal: false, inputs: [], background: false, remote: false, within: null });
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
  return [use.word].flatMap((word) => (use.value === null ? [] : [{ ...word, value: use.value }]));
}

/** Parses texts as shell. Where a text is written plainly its words keep their places; else they stand for the whole. */
function scripts(words: readonly ShellWord[], remote: boolean): readonly NestedCommand[] {
  return words.flatMap((word) => {
    const text = word.value ?? word.raw.replace(/^"|"$/g, '');
    const offset = word.raw.indexOf(text);
    const whole = { start: word.start, end: word.end };
    const place = offset < 0 ? () => whole : ({ pos, end }: { pos: number; end: number }) => ({ start: word.start + offset + pos, end: word.start + offset + end });
    const placeholders = text.includes('<') ? findPlaceholders(text, scanShell(text)) : [];
    const facts = collectFacts(parse(maskRanges(text, placeholders, MASK)), { text, placeholders, place, fill: MASK });
    return facts.commands.map((command) => ({ ...command, remote, within: offset < 0 ? whole : null }));
  });
}
