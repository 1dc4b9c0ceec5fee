import type { RunEvent } from '../events/index.ts';
import { readingFile } from './attempt-file.ts';
import { journalFile, outputFile, parseLine, type StoredOutput } from './journal.ts';

/** Bytes that are read at a time. */
const CHUNK = 1_000_000;

/** Follows a journal that another process is writing. */
export class JournalFollower {
  private readonly folder: string;
  private at = 0;
  private rest = Buffer.alloc(0);

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The events since the last call, output with its text; an incomplete line is left for the next call. */
  next(): readonly RunEvent[] {
    const events: RunEvent[] = [];
    const path = journalFile(this.folder);
    for (let bytes = readAt(path, this.at, CHUNK); bytes.length > 0; bytes = readAt(path, this.at, CHUNK)) {
      this.at += bytes.length;
      const all = Buffer.concat([this.rest, bytes]);
      const end = all.lastIndexOf(10) + 1;
      this.rest = Buffer.from(all.subarray(end));
      for (const line of all.toString('utf8', 0, end).split('\n')) {
        const stored = parseLine(line);
        if (stored !== null) events.push(stored.type === 'output' ? this.withText(stored) : stored);
      }
    }
    return events;
  }

  private withText({ offset, length, ...event }: StoredOutput): RunEvent {
    const raw = readAt(outputFile(this.folder, event), offset, length);
    return { ...event, raw, bytes: length, text: raw.toString('utf8') };
  }
}

/** Some bytes of a file at an offset; empty beyond its end. */
function readAt(path: string, from: number, most: number): Buffer {
  return readingFile(path, ({ size, stretch }) => stretch(from, Math.min(from + most, size))) ?? Buffer.alloc(0);
}
