import { Writable } from 'node:stream';
import { main } from '../../src/main.ts';
import { type Io, plainText, type Step } from '../../src/model/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import type { Answer } from './answer.ts';
import { type Reading, readingOf, type StepWords } from './reading.ts';

/** What a step holds besides its words. */
const NO_WORDS = new Set(['span', 'headingSpan', 'shell', 'slots', 'pins', 'id', 'kind', 'role', 'from']);

/** Nothing of the machine that measures may change what is read. */
const ENVIRONMENT = { HOME: '/home/operator', USER: 'operator', PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' };

/**
 * What `runbook show --json` says of a file, under what the answer gives it, with the prose of its steps.
 * @throws Error with what the program said, where it refused.
 */
export async function readWithProgram(path: string, text: string, answer: Answer, cwd: string): Promise<Reading> {
  const [output, errors] = [collector(), collector()];
  const options = [...Object.entries(answer.set).flatMap(([name, value]) => ['--set', `${name}=${value}`]), ...answer.sections.flatMap((section) => ['--section', section])];
  const target = answer.target === null ? [] : ['--target', answer.target];
  const code = await main(['show', path, '--json', ...target, ...options], ioOf(output.stream, errors.stream, cwd));
  if (code !== 0) throw new Error(errors.text().trim());
  const { steps } = parseRunbook(text, { path });
  return readingOf(JSON.parse(output.text()), new Map(steps.map((step) => [step.id, stepWords(step)])));
}

function ioOf(out: Writable, err: Writable, cwd: string): Io {
  const [stdout, stderr] = [out as NodeJS.WriteStream, err as NodeJS.WriteStream];
  return { stdin: process.stdin, stdout, stderr, raw: { stdout, stderr }, env: ENVIRONMENT, cwd };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

function stepWords(step: Step): StepWords {
  const words: string[] = [];
  collect(step, words);
  return { own: step.kind === 'manual' ? plainText(step.text) : '', all: words.join(' ') };
}

/** Every text of a step, whatever its shape: what is added to the model counts without a change here. */
function collect(value: unknown, words: string[]): void {
  if (typeof value === 'string') words.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, words);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) if (!NO_WORDS.has(key)) collect(item, words);
  }
}
