import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Io, readReason, RunbookError } from '../../model/index.ts';
import { type Plan, valueVariable } from '../../plan/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { errorText } from '../telling/error-text.ts';

/** The longest value read from a file, in bytes. */
const MOST_BYTES = 64 * 1024;

/**
 * The values given with `--set` and `--set-file`.
 * @throws RunbookError for a file that cannot be read, or is no value, and for a name with two values.
 */
export function givenValues(args: ParsedArgs, io: Pick<Io, 'cwd'>): Readonly<Record<string, string>> {
  const files = args.texts('set-file').map(assignment);
  if (files.filter(([, path]) => path === '-').length > 1) throw new RunbookError({ what: '--set-file', why: 'standard input can give one value only', advice: 'give the others from files, with --set-file <name>=<path>' });
  const fromFiles = files.map(([name, path]) => [name, fileValue(name, path, io.cwd)] as const);
  return once('--set', [...args.texts('set').map(assignment), ...fromFiles]);
}

/**
 * The cells of the history row given with `--record`.
 * @throws RunbookError for a column with two values.
 */
export function givenCells(args: ParsedArgs): Readonly<Record<string, string>> {
  return once('--record', args.texts('record').map(assignment));
}

/** Of two values for one name nobody knows which is meant; a value may be a secret, and is not told. */
function once(option: string, given: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const twice = given.find(([name, value], index) => given.some(([other, before], at) => at < index && other === name && before !== value));
  if (twice !== undefined) throw new RunbookError({ what: `${option} ${twice[0]}`, why: 'it is given twice, with two values', advice: 'give one of them' });
  return Object.fromEntries(given);
}

/** `name=value`, split at the first equals sign. */
function assignment(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1)];
}

function fileValue(name: string, path: string, cwd: string): string {
  const what = `--set-file ${name}=${path}`;
  const bytes = read(what, path, cwd);
  if (bytes.length > MOST_BYTES) throw new RunbookError({ what, why: `it has more than ${MOST_BYTES / 1024} KB`, advice: 'give a file that holds the value and nothing else' });
  if (bytes.includes(0)) throw new RunbookError({ what, why: 'it holds a NUL character', advice: 'a value is text' });
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

function read(what: string, path: string, cwd: string): Buffer {
  try {
    if (path === '-') return readStart(0);
    const file = openSync(resolve(cwd, path), 'r');
    try {
      return readStart(file);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new RunbookError({ what, why: readReason(cause), advice: 'give the path of a file that holds the value, or - for standard input', cause });
  }
}

/** What a value may have, and a byte more: a pipe, e.g. of `<(vault read …)`, or a device may never end. */
function readStart(file: number): Buffer {
  const bytes = Buffer.alloc(MOST_BYTES + 1);
  for (let length = 0; ; ) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    length += read;
    if (read === 0 || length === bytes.length) return bytes.subarray(0, length);
  }
}

/** Warns of secrets given with `--set`, since they are visible in the process list and the shell's history. */
export function warnOfOpenSecrets(plan: Plan, args: ParsedArgs, io: Pick<Io, 'stderr'>): void {
  const given = new Set(args.texts('set').map((text) => assignment(text)[0]));
  for (const { parameter: { name }, secret } of plan.parameters) {
    if (!secret || !given.has(name)) continue;
    io.stderr.write(errorText({ what: `warning: the secret ${name} was given with --set`, why: 'others can see it in the list of processes, and your shell keeps it', advice: `give it with --set-file ${name}=<path>, with --set-file ${name}=- on standard input, or as ${valueVariable(name)} in the environment` }));
  }
}
