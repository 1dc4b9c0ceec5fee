import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { errorMessage } from '../model/index.ts';
import { makeFolders } from './make-folders.ts';
import type { AttemptKey, Output, RunEvent, RunStarted } from '../events/index.ts';
import { readingFile } from './attempt-file.ts';
import { keepBoot } from './process-group.ts';
import { readRegularFile } from './regular-file.ts';

/** An output event as stored: its text is a stretch of the attempt's own file. */
export interface StoredOutput extends Pick<Output, 'type' | 'time' | 'run' | 'step' | 'piece' | 'attempt' | 'stream'> {
  readonly offset: number;
  readonly length: number;
}

/** The journal of a run could not be written, or what a step needs beside it. */
export class JournalError extends Error {
  constructor(path: string, cause: unknown) {
    super(`cannot write ${path}: ${errorMessage(cause)}`, { cause });
    this.name = 'JournalError';
  }
}

/** Writes the events of a run to its folder, each one before anybody sees it. */
export class Journal {
  readonly folder: string;
  private readonly events: number;
  private output: { readonly path: string; readonly fd: number; length: number } | null = null;

  /** Opens the journal in a folder that only its owner can enter, and appends to it. If the last line is incomplete, it is ended first. */
  constructor(folder: string) {
    this.folder = folder;
    const path = journalFile(folder);
    try {
      makeFolders(join(folder, 'output'), 0o700);
      keepBoot(folder);
      this.events = openSync(path, 'a+', 0o600);
      if (endsInMidLine(this.events)) writeAll(this.events, Buffer.from('\n'));
    } catch (error) {
      throw new JournalError(path, error);
    }
  }

  /** Stores an event; the output itself goes to the attempt's own file. */
  append(event: RunEvent): void {
    try {
      const stored = event.type === 'output' ? this.storeOutput(event, event.raw ?? Buffer.from(event.text)) : event;
      writeAll(this.events, Buffer.from(`${JSON.stringify(stored)}\n`));
    } catch (error) {
      throw new JournalError(this.folder, error);
    }
  }

  /** Makes everything written so far survive a power cut. */
  sync(): void {
    try {
      if (this.output !== null) fsyncSync(this.output.fd);
      fsyncSync(this.events);
      if (fstatSync(this.events).nlink === 0) throw new Error('it was removed');
    } catch (error) {
      throw new JournalError(this.folder, error);
    }
  }

  close(): void {
    if (this.output !== null) closeSync(this.output.fd);
    this.output = null;
    closeSync(this.events);
  }

  private storeOutput(event: Extract<RunEvent, { type: 'output' }>, bytes: Uint8Array): StoredOutput {
    const { type, time, run, step, piece, attempt, stream } = event;
    const path = outputFile(this.folder, event);
    if (this.output?.path !== path) {
      if (this.output !== null) closeSync(this.output.fd);
      const fd = openSync(path, 'a+', 0o600);
      this.output = { path, fd, length: fstatSync(fd).size };
    }
    const offset = this.output.length;
    writeAll(this.output.fd, bytes);
    this.output.length += bytes.length;
    return { type, time, run, step, piece, attempt, stream, offset, length: bytes.length };
  }
}

/** The file with the events of a run, one a line. */
export function journalFile(folder: string): string {
  return join(folder, 'events.ndjson');
}

/** The file with what an attempt wrote. */
export function outputFile(folder: string, { step, piece, attempt }: AttemptKey): string {
  return join(folder, 'output', `${step.replace(/[^\w.-]/g, '_').slice(0, 100)}.${piece}.${attempt}.log`);
}

/** A full disk may accept only a part: the rest is tried again until the system reports an error. */
function writeAll(fd: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written);
}

function endsInMidLine(fd: number): boolean {
  const length = fstatSync(fd).size;
  if (length === 0) return false;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, length - 1);
  return last[0] !== 10;
}

/** How much of the end of each attempt's output is read back. */
const MOST_OUTPUT = 1_000_000;

/** The largest journal that is read: without the output, which is stored elsewhere, that is millions of events. */
const MOST_EVENTS = 400_000_000;

function journalText(folder: string): string {
  const read = readRegularFile(journalFile(folder), { most: MOST_EVENTS });
  if (!read.ok) throw new Error(read.reason);
  return read.bytes.toString('utf8');
}

/** Whether a journal has a complete line: without one the run never began. */
export function holdsLines(folder: string): boolean {
  return journalText(folder).includes('\n');
}

/** The events of a run as stored; a line cut off by a crash is left out. Output events have their text only with `withOutput`, and only the end of a very long output. */
export function readJournal(folder: string, options: { readonly withOutput?: boolean } = {}): RunEvent[] {
  const lines = journalText(folder).split('\n');
  const tails = new Map<string, ReturnType<typeof readTail>>();
  return lines.flatMap((line): RunEvent[] => {
    const event = parseLine(line);
    if (event === null) return [];
    if (event.type !== 'output') return [event];
    const { offset: _, length, ...rest } = event;
    return [{ ...rest, bytes: length, text: options.withOutput === true ? outputText(folder, event, tails) : '' }];
  });
}

/** Longer than the event with which a run begins. */
const MOST_START = 16_000;

/** The event with which a run began, without reading more of its journal; `null` if it cannot be read. */
export function journalStart(folder: string): RunStarted | null {
  try {
    const fd = openSync(journalFile(folder), 'r');
    try {
      const bytes = Buffer.alloc(MOST_START);
      const event = parseLine(bytes.toString('utf8', 0, readSync(fd, bytes, 0, MOST_START, 0)).split('\n')[0] ?? '');
      return event?.type === 'run-started' ? event : null;
    } finally {
      closeSync(fd);
    }
  } catch {
    return null;
  }
}

/** What may follow a line that a crash cut off: whoever goes on begins, or ends the run to write its row. */
const AFTER_A_CUT: ReadonlySet<RunEvent['type']> = new Set(['run-started', 'run-finished', 'history-recorded']);

/** The number of the first line of a journal that says nothing although no crash cut it off, or `null`: what happened there is not known. */
export function damagedLine(folder: string): number | null {
  const lines = journalText(folder).split('\n');
  const last = lines.findLastIndex((line) => line !== '');
  const damaged = lines.findIndex((line, index) => {
    if (line === '' || index === last || parseLine(line) !== null) return false;
    const next = parseLine(lines[index + 1] ?? '');
    return next === null || !AFTER_A_CUT.has(next.type);
  });
  return damaged < 0 ? null : damaged + 1;
}

/** Parses a line of a journal; `null` if it is cut off or not an event. */
export function parseLine(line: string): StoredOutput | Exclude<RunEvent, { type: 'output' }> | null {
  if (line === '') return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'type' in value && 'time' in value ? (value as StoredOutput) : null;
  } catch {
    return null;
  }
}

function outputText(folder: string, event: StoredOutput, tails: Map<string, ReturnType<typeof readTail>>): string {
  const path = outputFile(folder, event);
  const tail = tails.get(path) ?? readTail(path, MOST_OUTPUT);
  tails.set(path, tail);
  const from = event.offset - tail.start;
  return tail.bytes.subarray(Math.max(0, from), Math.max(0, from + event.length)).toString('utf8');
}

/** The last bytes that an attempt wrote, both streams interleaved as they came. */
export function readOutputTail(folder: string, attempt: AttemptKey, bytes: number): string {
  return readTail(outputFile(folder, attempt), bytes).bytes.toString('utf8');
}

/** The end of a file and its offset; empty if there is no such file. */
function readTail(path: string, bytes: number): { readonly start: number; readonly bytes: Buffer } {
  const tail = readingFile(path, ({ size, stretch }) => ({ start: Math.max(0, size - bytes), bytes: stretch(Math.max(0, size - bytes), size) }));
  return tail ?? { start: 0, bytes: Buffer.alloc(0) };
}
