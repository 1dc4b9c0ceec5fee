import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, type RunningCode, startCode } from '../process/index.ts';
import { memoryFolder } from '../shell/index.ts';
import { controlCommand, openCommand, type PlaceCommand } from './place-command.ts';

/** Where programs of the run start, and with what. */
export interface Around {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Lends the operator's terminal; `null` where nobody could answer. */
export type LendTerminal = ((work: () => Promise<void>) => Promise<void>) | null;

/** The connections of a run by ssh: one a host, shared by all pieces, gone with the run. */
export class Connections {
  private folder: string | null = null;
  private readonly sockets = new Map<string, string>();
  private opening: RunningCode | null = null;
  private readonly around: () => Around;

  constructor(around: () => Around) {
    this.around = around;
  }

  /** Where the socket of a host's connection is. */
  socketOf(host: string): string {
    this.folder ??= memoryFolder(this.around().environment) ?? mkdtempSync(join(tmpdir(), 'runbook-'));
    const socket = this.sockets.get(host) ?? join(this.folder, `ssh-${this.sockets.size + 1}`);
    this.sockets.set(host, socket);
    return socket;
  }

  /** Makes sure that a host is connected; why it cannot be, or `null`. First without a question, then with the terminal for what ssh asks. */
  async open(host: string, terminal: LendTerminal): Promise<string | null> {
    const socket = this.socketOf(host);
    if ((await this.call(controlCommand(host, socket, 'check'))) === null) return null;
    const problem = await this.call(openCommand(host, socket, false));
    if (problem === null || terminal === null || /resolve hostname|refused|unreachable|timed out/i.test(problem)) return problem;
    let asked: string | null = problem;
    await terminal(async () => {
      asked = await this.call(openCommand(host, socket, true), true);
    });
    return asked;
  }

  /** Ends an attempt to connect. */
  giveUp(): void {
    this.opening?.kill();
  }

  /** Ends all of them. */
  async close(): Promise<void> {
    await Promise.all([...this.sockets].map(([host, socket]) => this.call(controlCommand(host, socket, 'exit'))));
    this.sockets.clear();
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  /** `null` where the command succeeds, else the last that it said. */
  private async call({ program, args }: PlaceCommand, terminal = false): Promise<string | null> {
    let said = '';
    const { directory, environment } = spawnable(this.around());
    const running = startCode({ file: findProgram(program, environment['PATH'] ?? '') ?? program, args, environment, directory, terminal, handover: null, onOutput: (_, chunk) => void (said = `${said}${chunk.toString('utf8')}`.slice(-2000)) });
    this.opening = running;
    const { exitCode, failure } = await running.ended;
    this.opening = null;
    if (exitCode === 0) return null;
    return failure ?? lastLine(said) ?? `${program} ended with exit status ${exitCode ?? 'unknown'}`;
  }
}

/** The last line that says something. */
export function lastLine(text: string): string | null {
  return text.split(/[\r\n]+/).findLast((line) => line.trim() !== '')?.trim() ?? null;
}

/** The surroundings as a program gets them. */
export function spawnable({ directory, environment }: Around): { readonly directory: string; readonly environment: Readonly<Record<string, string>> } {
  return { directory, environment: Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined)) };
}
