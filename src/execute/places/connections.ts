import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../model/index.ts';
import { findProgram, type RunningCode, startCode } from '../process/index.ts';
import { memoryFolder } from '../shell/index.ts';
import { controlCommand, openCommand, type PlaceCommand } from './place-command.ts';

/** The folder and environment in which programs of the run start. */
export interface Around {
  readonly directory: string;
  readonly environment: Environment;
}

/** Lends the operator's terminal for some work; `null` if nobody is there to answer. */
export type LendTerminal = ((work: () => Promise<void>) => Promise<void>) | null;

/** The ssh connections of a run: one per host, shared by all pieces, closed at the end of the run. */
export class Connections {
  private folder: string | null = null;
  private readonly sockets = new Map<string, string>();
  private opening: RunningCode | null = null;
  private readonly around: () => Around;

  constructor(around: () => Around) {
    this.around = around;
  }

  /** The path of the control socket of a host's connection. */
  socketOf(host: string): string {
    this.folder ??= memoryFolder(this.around().environment) ?? mkdtempSync(join(tmpdir(), 'runbook-'));
    const socket = this.sockets.get(host) ?? join(this.folder, `ssh-${this.sockets.size + 1}`);
    this.sockets.set(host, socket);
    return socket;
  }

  /** Makes sure that a host is connected; returns why it cannot be, or `null`. Tries first without questions, then with the terminal for what ssh asks. */
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

  /** Aborts the attempt to connect. */
  giveUp(): void {
    this.opening?.kill();
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    await Promise.all([...this.sockets].map(([host, socket]) => this.call(controlCommand(host, socket, 'exit'))));
    this.sockets.clear();
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  /** Runs a command; `null` if it succeeds, else the last line that it wrote. */
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

/** The last line that is not blank. */
export function lastLine(text: string): string | null {
  return text.split(/[\r\n]+/).findLast((line) => line.trim() !== '')?.trim() ?? null;
}

/** The folder and environment in the form that a program start needs. */
export function spawnable({ directory, environment }: Around): { readonly directory: string; readonly environment: Readonly<Record<string, string>> } {
  return { directory, environment: Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined)) };
}
