import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { chunkLoader } from '../../../src/load-chunks.ts';
import type { main } from '../../../src/main.ts';
import { Call, CLI, CODE, type Outcome } from './program.ts';

type Program = { readonly main: typeof main };

/** The built program, loaded once: `null` until it is asked for. */
let loaded: Program | null = null;

/** The call before. */
let before: Promise<unknown> = Promise.resolve();

function program(): Program {
  return (loaded ??= load());
}

function load(): Program {
  const [name] = /\bmain-\w+\.cjs/.exec(readFileSync(CLI, 'utf8')) ?? [];
  if (name === undefined) throw new Error(`${CLI} names no chunk with main`);
  const { NODE_COMPILE_CACHE: own } = process.env;
  process.env['NODE_COMPILE_CACHE'] = CODE;
  const chunks = chunkLoader(pathToFileURL(CLI).href, name);
  if (own === undefined) delete process.env['NODE_COMPILE_CACHE'];
  else process.env['NODE_COMPILE_CACHE'] = own;
  return chunks(name) as unknown as Program;
}

/** A call that is answered in the test's own process. */
class CallHere extends Call {
  private terminal = false;

  /** Standard error is a terminal. */
  withTerminal(): this {
    this.terminal = true;
    return this;
  }

  override start(): never {
    throw new Error('a call that is answered here has no process');
  }

  /** One after the other: the variables of the process are those of the call. */
  override async finish(): Promise<Outcome> {
    const answer = before.then(async () => this.answer());
    before = answer.catch(() => undefined);
    return answer;
  }

  private async answer(): Promise<Outcome> {
    const { main } = program();
    const own = process.env;
    const [stdout, stderr] = [new Collected(), Object.assign(new Collected(), this.terminal ? { isTTY: true } : {})];
    const stdin = Readable.from(this.input === null ? [] : [Buffer.from(this.input)]) as unknown as NodeJS.ReadStream;
    process.env = this.env();
    const status = await main(this.args, { stdin, stdout: stdout as unknown as NodeJS.WriteStream, stderr: stderr as unknown as NodeJS.WriteStream, env: process.env, cwd: this.cwd }).finally(() => { process.env = own; });
    return { status, stdout: stdout.text, stderr: stderr.text };
  }
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/**
 * A call of the program for what it answers: by `main`, as the bin calls it, without starting a process, which takes ten times as long as most answers.
 * Not for what a process is needed for: signals, terminals, runs, kills.
 */
export function called(...args: readonly string[]): CallHere {
  return new CallHere(args);
}
