import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Gives the work a folder that nobody else can read. It is removed when the work has ended, and where a signal ends the process before. */
export async function inTemporaryFolder<T>(prefix: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const remove = (): void => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // What the work came to matters more.
    }
  };
  const ended = (signal: NodeJS.Signals): void => {
    remove();
    forget();
    // Without another listener the signal ends the process, as it would have.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = (): void => SIGNALS.forEach((signal) => process.removeListener(signal, ended));
  SIGNALS.forEach((signal) => process.on(signal, ended));
  try {
    return await work(folder);
  } finally {
    forget();
    remove();
  }
}
