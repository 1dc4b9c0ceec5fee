import { resolve } from 'node:path';
import type { Io, Runbook } from '../../model/index.ts';
import { stateFolder } from '../../state/index.ts';
import type { CommandSpec, OptionSpec } from '../spec.ts';
import { COMMANDS } from '../specs/index.ts';
import { NOTHING, offer } from './candidate.ts';
import type { Candidate, Completion } from './candidate.ts';
import { optionOf, readWords } from './read-words.ts';
import type { ReadWords } from './read-words.ts';
import { optionValues } from './option-values.ts';
import { ruleCandidates } from './rules.ts';
import { runbookOfRun, runCandidates } from './runs.ts';

const SHELLS: readonly Candidate[] = ['bash', 'zsh', 'fish'].map((value) => ({ value }));
const HELP: Candidate = { value: '--help', about: 'this text' };

/** What may stand where the cursor is: `words` are those after the program's name, the last as far as it is typed. */
export async function completeWords(words: readonly string[], io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  const word = words.at(-1) ?? '';
  const [name = '', ...before] = words.slice(0, -1);
  if (words.length <= 1) return starting(programWords(word), word);
  if (name === 'help') return before.length === 0 ? starting(commands(), word) : NOTHING;
  const spec = COMMANDS.find((each) => each.name === name);
  if (spec === undefined) return NOTHING;
  const read = readWords(spec, before);
  if (read.open !== null) return value(spec, read, read.open, word, '', io);
  if (!read.ended && word.startsWith('-')) return option(spec, read, word, io);
  return argument(spec, read, word, io);
}

function programWords(word: string): readonly Candidate[] {
  return word.startsWith('-') ? [{ value: '--help', about: 'list the commands' }, { value: '--version', about: 'print the version' }] : commands();
}

function commands(): readonly Candidate[] {
  return COMMANDS.map(({ name, summary }) => ({ value: name, about: summary }));
}

async function option(spec: CommandSpec, read: ReadWords, word: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  const equals = word.indexOf('=');
  const named = equals === -1 ? undefined : optionOf(spec, word);
  if (equals === -1) return starting(options(spec, read), word);
  if (named?.value === undefined) return NOTHING;
  return value(spec, read, named, word.slice(equals + 1), word.slice(0, equals + 1), io);
}

/** Options that may still be given. */
function options(spec: CommandSpec, read: ReadWords): readonly Candidate[] {
  const open = spec.options.filter(({ name, repeat }) => repeat === true || !read.given.has(name));
  return [...open.map(({ name, help }) => ({ value: `--${name}`, about: help })), HELP];
}

/** `before` is what stands in the same word before the value: `--format=`. */
async function value(spec: CommandSpec, read: ReadWords, of: OptionSpec, word: string, before: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  if (of.value === '<file>') return { kind: 'paths', paths: 'files', before };
  const found = await optionValues(of, word, { runbook: () => runbookNamed(spec, read, io) });
  return starting(found.map((each) => ({ ...each, value: `${before}${each.value}` })), `${before}${word}`);
}

async function runbookNamed(spec: CommandSpec, read: ReadWords, io: Pick<Io, 'cwd' | 'env'>): Promise<Runbook | null> {
  const { loadRunbook } = await import('../load-runbook.ts');
  const [first] = read.positionals;
  const path = spec.completes === 'run' ? await runbookOfRun(stateFolder(io.env), first) : first;
  if (path === undefined || path === null) return null;
  const home = io.env['HOME'];
  return loadRunbook(resolve(io.cwd, home === undefined ? path : path.replace(/^~(?=\/)/, home)), io.cwd);
}

/** An argument; its options where it takes no more arguments. */
async function argument(spec: CommandSpec, read: ReadWords, word: string, io: Pick<Io, 'cwd' | 'env'>): Promise<Completion> {
  const { positionals } = read;
  if (positionals.length >= spec.positionals.max) return read.ended ? NOTHING : starting(options(spec, read), word);
  switch (spec.completes) {
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
      return starting(await runArgument(spec, positionals, io), word);
    default:
      return NOTHING;
  }
}

async function runArgument(spec: CommandSpec, positionals: readonly string[], io: Pick<Io, 'env'>): Promise<readonly Candidate[]> {
  const state = stateFolder(io.env);
  if (spec.positionals.max === 1) return runCandidates(state, true);
  if (positionals.length === 0) return [{ value: 'show', about: 'print one run' }, { value: 'report', about: 'its timeline as Markdown' }];
  return runCandidates(state, false);
}

function starting(candidates: readonly Candidate[], word: string): Completion {
  return offer(candidates.filter((each) => each.value.startsWith(word)));
}
