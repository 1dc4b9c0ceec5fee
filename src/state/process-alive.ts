import { readFileSync } from 'node:fs';
import { errorCode } from '../model/index.ts';

/** Whether a process of this machine is alive; a zombie is not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return processStat(pid)?.state !== 'Z';
}

/** When a process began, in the kernel's ticks; `null` if unknown. It tells a process from a later one with the same pid. */
export function processStart(pid: number): string | null {
  return processStat(pid)?.start ?? null;
}

function processStat(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', start: fields[19] ?? '' };
  } catch {
    return null;
  }
}
