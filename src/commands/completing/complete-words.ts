import type { Option } from 'commander';
import { resolve } from 'node:path';
import type { Io, Runbook } from '../../model/index.ts';
import { stateFolder } from '../../state/index.ts';
import { RUN_ACTIONS } from '../command-line/run-actions.ts';
import { type Declared, declaredCommand, declaredCommands, repeats } from '../command-line/index.ts';
import { type Candidate, type Completion, NOTHING, offer } from './candidate.ts';
import { optionOf, readWords, type ReadWords } from './read-words.ts';
import { optionValues } from './option-values.ts';
import { ruleCandidates } from './rules.ts';
import { runbookOfRun, runCandidates } from './runs.ts';

const SHELLS: readonly Candidate[] = ['bash', 'zsh', 'fish'].map((value) => ({ value }));
const FORGES: readonly Candidate[] = ['github', 'gitlab'].map((value) => ({ value }));
const HELP: Candidate = { value: '--help', about: 'print this help' };

/** The candidates at the cursor. `words` are those after the program's name, the last one as far as it is typed. */
export async function completeWords(words: readonly string[], io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  const word = words.at(-1) ?? '';
  const [name = '', ...before] = words.slice(0, -1);
  if (words.length <= 1) return starting(programWords(word), word);
  if (name === 'help') return before.length === 0 ? starting(commands(), word) : NOTHING;
  const command = declaredCommand(name);
  if (command === undefined) return NOTHING;
  const read = readWords(command, before);
  if (read.open !== null) return value(command, read, read.open, word, '', io);
  if (!read.ended && word.startsWith('-')) return option(command, read, word, io);
  return argument(command, read, word, io);
}

function programWords(word: string): readonly Candidate[] {
  return word.startsWith('-') ? [{ value: '--help', about: 'list the commands' }, { value: '--version', about: 'print the version' }] : commands();
}

function commands(): readonly Candidate[] {
  return declaredCommands().map((command) => ({ value: command.name(), about: command.summary() }));
}

async function option(command: Declared, read: ReadWords, word: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  const equals = word.indexOf('=');
  const named = equals === -1 ? undefined : optionOf(command, word);
  if (equals === -1) return starting(options(command, read), word);
  if (named?.required !== true) return NOTHING;
  return value(command, read, named, word.slice(equals + 1), word.slice(0, equals + 1), io);
}

/** The options that may still be given. */
function options(command: Declared, read: ReadWords): readonly Candidate[] {
  const open = command.options.filter((each) => repeats(each) || !read.given.has(each.name()));
  return [...open.map(({ long = '', description }) => ({ value: long, about: description })), HELP];
}

/** `before` is the part of the same word before the value: `--format=`. */
async function value(command: Declared, read: ReadWords, of: Option, word: string, before: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  if (of.flags.endsWith(' <file>')) return { kind: 'paths', paths: 'files', before };
  const found = await optionValues(of, word, { runbook: () => runbookNamed(command, read, io) });
  return starting(found.map((each) => ({ ...each, value: `${before}${each.value}` })), `${before}${word}`);
}

async function runbookNamed(command: Declared, read: ReadWords, io: Pick<Io, 'cwd' | 'env'>): Promise<Runbook | null> {
  const { loadRunbook } = await import('../../catalog/opening/index.ts');
  const [first] = command.about.completes === 'forge' ? read.positionals.slice(1) : read.positionals;
  const path = command.about.completes === 'run' ? await runbookOfRun(stateFolder(io.env), first) : first;
  if (path === undefined || path === null) return null;
  const home = io.env['HOME'];
  return loadRunbook(resolve(io.cwd, home === undefined ? path : path.replace(/^~(?=\/)/, home)), io);
}

/** Candidates for an argument; for options if no more arguments are allowed. */
async function argument(command: Declared, read: ReadWords, word: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  const { positionals } = read;
  if (positionals.length >= command.most) return read.ended ? NOTHING : starting(options(command, read), word);
  switch (command.about.completes) {
    case 'forge':
      return positionals.length === 0 ? starting(FORGES, word) : { kind: 'paths', paths: 'markdown', before: '' };
    case 'file':
    case 'path':
      return { kind: 'paths', paths: 'markdown', before: '' };
    case 'folder':
      return { kind: 'paths', paths: 'folders', before: '' };
    case 'rule':
      return starting(await ruleCandidates(), word);
    case 'shell':
      return starting(SHELLS, word);
    case 'run':
      return starting(await runArgument(command, positionals, io), word);
    default:
      return NOTHING;
  }
}

async function runArgument(command: Declared, positionals: readonly string[], io: Pick<Io, 'env'>): Promise<readonly Candidate[]> {
  const state = stateFolder(io.env);
  if (command.most === 1) return runCandidates(state, true);
  if (positionals.length === 0) return Object.entries(RUN_ACTIONS).map(([value, about]) => ({ value, about }));
  return runCandidates(state, false);
}

function starting(candidates: readonly Candidate[], word: string): Completion {
  return offer(candidates.filter((each) => each.value.startsWith(word)));
}
