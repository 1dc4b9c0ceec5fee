import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { TerminalPort } from '../execute/index.ts';
import { displayWidth, type ErrorReport, ExitCode, type Io, RunbookError, visibleProse, withMethod } from '../model/index.ts';
import type { Outgoing } from '../notify/index.ts';
import { wrapText } from '../print/index.ts';

/** What is said to an operator who leaves at a question. */
interface Leaving extends Pick<ErrorReport, 'what' | 'advice'> {
  /** A line that was typed before the question may answer it; not in a walk, where an answer runs something. */
  readonly takesAhead?: true;
}

const THE_WALK: Leaving = { what: 'the walk was left', advice: 'runbook runs lists it; runbook resume goes on' };

/** The operator answered a question by leaving: Ctrl-C, or the end of the input. */
export class LeftAtQuestion extends RunbookError {
  constructor(why: string, exitCode: ExitCode, leaving: Leaving) {
    super({ ...leaving, why, exitCode });
  }
}

/** The question was answered elsewhere. */
export class Superseded extends Error {}

/** A question, the text that stands on its line to be changed, and whether the answer is a secret. */
interface Asked {
  readonly question: string;
  readonly offered: string;
  readonly secret: boolean;
}

/** Plain lines and questions on a terminal. Between questions the terminal is in its normal mode. */
export class Prompter implements TerminalPort {
  private readonly io: Io;
  /** Where messages can be sent to, if anywhere. */
  readonly outgoing: Outgoing | null;
  private readonly leaving: Leaving;
  private left: LeftAtQuestion | null = null;
  /** Ends the latest question, from when it is to be asked until it has an answer. */
  private asking: AbortController | null = null;
  /** Writes above the question that stands open; `null` while none does. */
  private above: ((output: string | Uint8Array) => boolean) | null = null;
  /** Settles once the latest question is over and the terminal is in its normal mode again. */
  private closed: Promise<unknown> = Promise.resolve();

  constructor(io: Io, outgoing: Outgoing | null = null, leaving = THE_WALK) {
    this.io = io;
    this.outgoing = outgoing;
    this.leaving = leaving;
  }

  say(text: string): void {
    this.io.stdout.write(`${text}\n`);
  }

  /** Writes what comes by itself, such as output of a command in the background: above the question, where one stands open. Returns whether the reader keeps up. */
  writeAside(output: string | Uint8Array): boolean {
    return this.above === null || this.asking?.signal.aborted === true ? this.io.stdout.write(output) : this.above(output);
  }

  /** Asks, and resolves with the line that was typed, trimmed. `offered` stands on the line to be changed. */
  async ask(question: string, offered = ''): Promise<string> {
    return this.askNext({ question, offered, secret: false });
  }

  /** Asks for a secret: what is typed is not shown. */
  async askSecret(name: string): Promise<string> {
    return this.askNext({ question: `${name} (not shown): `, offered: '', secret: true });
  }

  private askNext(asked: Asked): Promise<string> {
    const asking = new AbortController();
    this.asking = asking;
    const answered = this.askAfter(this.closed, asked, asking.signal);
    this.closed = answered.catch(() => undefined);
    return answered;
  }

  private async askAfter(before: Promise<unknown>, asked: Asked, ended: AbortSignal): Promise<string> {
    await before;
    if (this.left !== null) throw this.left;
    ended.throwIfAborted();
    if (this.leaving.takesAhead !== true && (await typedBefore(this.io, ended))) this.say('ignored what was typed before this question:');
    // Nothing closes a question whose input has ended, and the process would end as if all were done.
    if (this.io.stdin.readableEnded) throw new LeftAtQuestion('the input ended', ExitCode.stopped, this.leaving);
    const shown = shownUntil(this.io.raw.stdout);
    const lines = this.open(shown.output);
    const put = { ...asked, question: folded(visibleProse(asked.question), this.io.raw.stdout.columns) };
    const goesOn = (): void => this.askAgain(lines, put);
    process.on('SIGCONT', goesOn);
    this.above = (output) => this.writeAbove(output, lines, put);
    try {
      const answered = answer(lines, put, this.leaving, ended);
      if (asked.secret) shown.end();
      const given = await answered;
      if (asked.secret) this.io.stdout.write('\n');
      return given;
    } catch (error) {
      // What comes instead of an answer begins on a line of its own.
      this.io.stdout.write('\n');
      throw error;
    } finally {
      this.above = null;
      if (this.asking?.signal === ended) this.asking = null;
      process.off('SIGCONT', goesOn);
      lines.close();
      await released(this.io);
    }
  }

  /** The process was stopped, and the shell has had the terminal meanwhile: it showed what was typed, and its own lines stand below the question. */
  private askAgain(lines: Interface, { question, secret }: Asked): void {
    // Off first: what is on already is not set again.
    if (this.io.stdin.isTTY) this.io.stdin.setRawMode(false).setRawMode(true);
    if (secret) this.io.stdout.write(question);
    else lines.prompt(true);
  }

  private writeAbove(output: string | Uint8Array, lines: Interface, { question, secret }: Asked): boolean {
    const { stdout, raw } = this.io;
    const { rows } = lines.getCursorPos();
    moveCursor(raw.stdout, 0, -rows);
    cursorTo(raw.stdout, 0);
    clearScreenDown(raw.stdout);
    const keepsUp = stdout.write(output);
    if (!endsLine(output)) stdout.write('\n');
    if (secret) stdout.write(question);
    else {
      // To draw it again, the line editor goes up as many rows as the question had.
      stdout.write('\n'.repeat(rows));
      lines.prompt(true);
    }
    return keepsUp;
  }

  /** Cancels the open question and every further one, because a signal asked the run to end. */
  leave(why: string, exitCode: ExitCode): void {
    this.left = new LeftAtQuestion(why, exitCode, this.leaving);
    this.asking?.abort(this.left);
  }

  /** Cancels the open question, if there is one, because it was answered elsewhere. */
  supersede(): void {
    this.asking?.abort(new Superseded('answered elsewhere'));
  }

  private open(output: NodeJS.WritableStream): Interface {
    try {
      return createInterface({ input: typedInput(this.io.stdin), output, terminal: true, historySize: 0 });
    } catch {
      // Setting the mode fails if the terminal was closed.
      throw new LeftAtQuestion('the terminal is gone', ExitCode.hangup, this.leaving);
    }
  }

  /** Asks until one of the keys is given; Enter is the key `''`, where that is one. */
  async choose(question: string, keys: readonly string[]): Promise<string> {
    for (;;) {
      const given = await this.ask(question);
      const key = keys.find((candidate) => candidate === given) ?? keys.find((candidate) => given !== '' && candidate === given.toLowerCase());
      if (key !== undefined) return key;
      this.say(`${given === '' ? 'Enter does nothing here; ' : ''}type one of: ${keys.map((candidate) => (candidate === '' ? 'Enter' : candidate)).join(', ')}`);
    }
  }

  async handOver(work: () => Promise<void>): Promise<void> {
    await released(this.io);
    await work();
  }
}

function endsLine(output: string | Uint8Array): boolean {
  return typeof output === 'string' ? output.endsWith('\n') : output.at(-1) === 10;
}

/** Longer than the interval at which a held key repeats. */
const HELD_MS = 60;

/** Whether lines came before the question: they were meant for something else, or a key is held down, and they are dropped until it is quiet. What has no line end yet stays and is shown in the question. */
async function typedBefore({ stdin }: Io, ended: AbortSignal): Promise<boolean> {
  if (!stdin.isTTY) return false;
  let came = 0;
  let last = 0;
  const take = (): void => void (came += 1);
  stdin.on('data', take);
  try {
    do {
      last = came;
      stdin.resume();
      await pause(HELD_MS, undefined, { signal: ended }).catch(() => ended.throwIfAborted());
    } while (came > last);
  } finally {
    stdin.off('data', take);
    await released({ stdin });
  }
  return came > 0;
}

/** The terminal, until nothing more of it is to be shown. */
function shownUntil(terminal: NodeJS.WritableStream): { readonly output: NodeJS.WritableStream; readonly end: () => void } {
  let ended = false;
  const write = (text: string | Uint8Array, ...rest: []): boolean => ended || terminal.write(text, ...rest);
  return { output: withMethod(terminal, 'write', write), end: () => void (ended = true) };
}

function answer(lines: Interface, { question, offered }: Asked, leaving: Leaving, ended: AbortSignal): Promise<string> {
  let interrupted = (): void => undefined;
  return new Promise<string>((done, fail) => {
    interrupted = () => fail(new LeftAtQuestion('Ctrl-C', ExitCode.interrupted, leaving));
    ended.addEventListener('abort', () => fail(ended.reason as Error));
    // While a line is read Ctrl-C is a key, and the signal comes from elsewhere: both mean the same.
    lines.once('SIGINT', interrupted);
    process.once('SIGINT', interrupted);
    lines.once('close', () => fail(new LeftAtQuestion('the input ended', ExitCode.stopped, leaving)));
    lines.question(question, (line) => done(line.trim()));
    if (offered !== '') lines.write(offered);
  }).finally(() => process.removeListener('SIGINT', interrupted));
}

/** A question of the width of the terminal, where that is known: a terminal itself cuts words. */
function folded(question: string, columns: number | undefined): string {
  if (columns === undefined || columns === 0) return question;
  return question.split('\n').flatMap((line) => {
    if (displayWidth(line) < columns) return [line];
    const end = line.slice(line.trimEnd().length);
    return [`${wrapText(line, columns - 1, '  ').join('\n')}${end}`];
  }).join('\n');
}

/** What is typed. Setting the mode back fails where the terminal was closed, which is no fault: why the question ended is said by the signal or the end of the input. */
function typedInput(stdin: Io['stdin']): Io['stdin'] {
  const setRawMode = (raw: boolean): Io['stdin'] => {
    try {
      return stdin.setRawMode(raw);
    } catch (error) {
      if (raw) throw error;
      return stdin;
    }
  };
  // What is no terminal has no modes.
  return stdin.isTTY ? withMethod(stdin, 'setRawMode', setRawMode) : stdin;
}

/** A child gets the terminal only once reading has stopped for good: a pause takes effect with the next turn of the loop. */
async function released({ stdin }: Pick<Io, 'stdin'>): Promise<void> {
  await new Promise((done) => setImmediate(done));
  stdin.pause();
  await new Promise((done) => setImmediate(done));
}
