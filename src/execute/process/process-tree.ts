import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, namesIn, processStat, type ProcessStat } from '../../state/index.ts';

/** The living processes of this machine, if `/proc` lists them; else none. */
function processes(): readonly (ProcessStat & { readonly pid: number })[] {
  return namesIn('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? processStat(Number(name)) : null;
    return stat === null || stat === 'dead' ? [] : { pid: Number(name), ...stat };
  });
}

/** A process, its descendants (also those that left its group), and the members of its group. */
export function processTree(root: number): readonly number[] {
  const all = processes();
  const found = new Set([root]);
  for (const { pid, group } of all) if (group === root) found.add(pid);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  const alive = new Set(all.map(({ pid }) => pid));
  return [...found].filter((pid) => alive.size === 0 || alive.has(pid));
}

/** Whether any member of a process group is alive. */
export function groupAlive(group: number): boolean {
  const all = processes();
  if (all.length > 0) return all.some((process) => process.group === group || process.pid === group);
  return isAlive(-group);
}

const PATIENCE_MS = 2_000;
const LOOK_MS = 50;

/** Ends what is left of a process group that nobody waits for any more: TERM, then KILL. Returns whether anything was left. */
export async function endGroup(group: number): Promise<boolean> {
  if (!groupAlive(group)) return false;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalAll(processTree(group), group, signal);
    for (let waited = 0; waited < PATIENCE_MS && groupAlive(group); waited += LOOK_MS) await pause(LOOK_MS);
  }
  return true;
}

/** Sends a signal to processes, and to a whole group if one is given; it does not matter if they are gone. */
export function signalAll(pids: readonly number[], group: number | null, signal: NodeJS.Signals): void {
  for (const pid of group === null ? pids : [-group, ...pids]) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone already.
    }
  }
}

/** Whether a promise settles within some time. */
export async function within(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), Math.min(milliseconds, 2 ** 31 - 1));
  });
  return Promise.race([promise.then(() => true, () => true), late]).finally(() => clearTimeout(timer));
}
