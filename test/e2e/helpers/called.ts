import { readFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { chunkLoader } from '../../../src/load-chunks.ts';
import type { main } from '../../../src/main.ts';
import { Call, CLI, CODE, type Outcome } from './program.ts';

type Program = { readonly main: typeof main };

/** The built program, loaded once: `null` until it is asked for. */
let loaded: Program | null = null;

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
  override start(): never {
    throw new Error('a call that is answered here has no process');
  }

  override async finish(): Promise<Outcome> {
    const { main } = program();
    const [stdout, stderr] = [new Collected(), new Collected()];
    const stdin = Readable.from(this.input === null ? [] : [Buffer.from(this.input)]) as unknown as NodeJS.ReadStream;
    const status = await main(this.args, { stdin, stdout: stdout as unknown as NodeJS.WriteStream, stderr: stderr as unknown as NodeJS.WriteStream, env: this.env(), cwd: this.cwd });
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
 * Not for what a process is needed for: signals, terminals, runs, PATH, the rows that are kept.
 */
export function called(...args: readonly string[]): Call {
  return new CallHere(args);
}
