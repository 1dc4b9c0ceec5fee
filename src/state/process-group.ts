import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStat, processStat } from './process-alive.ts';
import { readRegularFile } from './regular-file.ts';

/** The process group that was running when a run was cut off, or `null`; after a reboot there is none. */
export function lastProcessGroup(folder: string): number | null {
  try {
    const written = shortText(processGroupFile(folder));
    const pid = Number.parseInt(written, 10);
    return pid > 1 && shortText(bootFile(folder)) === bootId() && !isReused(pid, written) ? pid : null;
  } catch {
    return null;
  }
}

/** The file to which a piece's shell writes its process id: the text of `/proc/<pid>/stat`, or the id alone where there is none. */
export function processGroupFile(folder: string): string {
  return join(folder, 'process-group');
}

/** Whether another process has the id by now: it began at another time than what was written says. */
function isReused(pid: number, written: string): boolean {
  const [then, now] = [parseStat(written), processStat(pid)];
  return then !== 'dead' && then.start !== '' && now !== null && now !== 'dead' && now.start !== then.start;
}

/** Writes down in which boot of the machine a run goes on: after another one no process of it is left. */
export function keepBoot(folder: string): void {
  writeFileSync(bootFile(folder), bootId(), { mode: 0o600 });
}

const bootFile = (folder: string): string => join(folder, 'boot');

/** Identifies the current boot of the machine; `''` if the system does not tell. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** Reads with limits, because a step may have replaced our files by anything. */
function shortText(path: string): string {
  const read = readRegularFile(path, { most: 1000 });
  return read.ok ? read.bytes.toString('utf8') : '';
}
