import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds that a process tree gets after SIGINT, and after SIGTERM, before it is killed. */
export interface Grace {
  readonly interrupt: number;
  readonly terminate: number;
}

export const GRACE: Grace = { interrupt: 2_000, terminate: 3_000 };

/** Ends a process group and what its members started elsewhere: INT, then TERM, then KILL. Resolves when nothing of it is left, or after the kill. */
export async function endTree(pid: number, ended: Promise<unknown>, grace: Grace = GRACE): Promise<void> {
  const strays = descendants(pid);
  for (const [signal, wait] of [['SIGINT', grace.interrupt], ['SIGTERM', grace.terminate]] as const) {
    signalTree(pid, strays, signal);
    if (await within(ended, wait)) break;
    for (const stray of descendants(pid)) strays.add(stray);
  }
  signalTree(pid, strays, 'SIGKILL');
}

/** Whether any process of a group is there; one that nobody has buried yet is not. */
export function groupAlive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
  } catch {
    return false;
  }
  const members = entries('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => processFields(name) ?? []);
  return members.length === 0 || members.some(({ group, state }) => group === pid && state !== 'Z');
}

function signalTree(pid: number, strays: ReadonlySet<number>, signal: NodeJS.Signals): void {
  trySignal(-pid, signal);
  for (const stray of strays) trySignal(stray, signal);
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone.
  }
}

/** Processes below a process, those that made a group of their own included. Empty where there is no /proc. */
function descendants(root: number): Set<number> {
  const children = new Map<number, number[]>();
  for (const name of entries('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = processFields(name)?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = new Set<number>();
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    for (const child of children.get(pid) ?? []) {
      if (found.has(child)) continue;
      found.add(child);
      open.push(child);
    }
  }
  return found;
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

interface ProcessFields {
  readonly state: string;
  readonly parent: number;
  readonly group: number;
}

function processFields(pid: string): ProcessFields | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state = '', parent = '', group = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent), group: Number(group) };
  } catch {
    return null;
  }
}

/** Whether a promise settles within a time. */
export async function within(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), milliseconds);
  });
  return Promise.race([promise.then(() => true, () => true), late]).finally(() => clearTimeout(timer));
}
