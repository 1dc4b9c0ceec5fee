import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processStat } from './process-alive.ts';
import { readRegularFile } from './regular-file.ts';

/** The process group that was running when a run was cut off, or `null`; after a reboot there is none. */
export function lastProcessGroup(folder: string): number | null {
  try {
    const pid = Number(shortText(processGroupFile(folder)));
    return pid > 1 && shortText(bootFile(folder)) === bootId() && !isReused(pid, processGroupFile(folder)) ? pid : null;
  } catch {
    return null;
  }
}

/** The file to which a piece's shell writes its process id. */
export function processGroupFile(folder: string): string {
  return join(folder, 'process-group');
}

/** Writes beside the file of a process id when that process began, so that a later process with the same id is not taken for it. */
export function keepProcessStart(file: string, pid: number): void {
  const stat = processStat(pid);
  if (stat === null || stat === 'dead') return;
  try {
    writeFileSync(startFile(file), `${pid} ${stat.start}`, { mode: 0o600 });
  } catch {
    // Without it an id is believed, as where there is no /proc; the journal, on the same disk, will report the trouble.
  }
}

const startFile = (file: string): string => `${file}-start`;

/** Whether another process has the id by now. */
function isReused(pid: number, file: string): boolean {
  const stat = processStat(pid);
  if (stat === null || stat === 'dead') return false;
  const [known, start] = existsSync(startFile(file)) ? shortText(startFile(file)).split(' ') : [];
  return known === String(pid) && start !== stat.start;
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
  const read = readRegularFile(path, { most: 200 });
  return read.ok ? read.bytes.toString('utf8') : '';
}
