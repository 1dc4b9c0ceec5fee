import { readFileSync } from 'node:fs';
import { errorCode } from '../model/index.ts';

/** What the kernel tells about a living process of this machine. */
export interface ProcessStat {
  readonly parent: number;
  readonly group: number;
  /** When it began, in the kernel's ticks: it tells a process from a later one with the same pid. */
  readonly start: string;
}

/** Whether a process of this machine is alive, or with a negative number any of a group; a zombie is not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return processStat(pid) !== 'dead';
}

/** When a process began; `null` if unknown. */
export function processStart(pid: number): string | null {
  const stat = processStat(pid);
  return stat === null || stat === 'dead' ? null : stat.start;
}

/** The facts about a process: `dead` for one that only waits to be forgotten, `null` where the system tells nothing, or there is no such process. */
export function processStat(pid: number): ProcessStat | 'dead' | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return null;
  }
}

/** What the kernel's line about a process says, the text of `/proc/<pid>/stat`. */
export function parseStat(text: string): ProcessStat | 'dead' {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent = '', group = ''] = fields;
  return state === 'Z' || state === 'X' ? 'dead' : { parent: Number(parent), group: Number(group), start: fields[19] ?? '' };
}
