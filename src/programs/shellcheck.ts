import { availableParallelism } from 'node:os';
import { checkTogether, type ShellcheckComment, type ShellcheckFailure } from './shellcheck-process.ts';

export type ShellcheckResult = { readonly status: 'checked'; /** By the name of the script. */ readonly comments: ReadonlyMap<string, readonly ShellcheckComment[]> } | ShellcheckFailure;

/** Scripts that are checked while more of them are found. */
export interface ShellcheckRun {
  /** Takes a script, under a name of its own. */
  add(name: string, script: string): void;
  /** No more come: what is said of all of them. */
  done(): Promise<ShellcheckResult>;
}

interface Script {
  readonly name: string;
  readonly text: string;
}

/** Less text than this in a process costs more in starts than it saves. */
const LEAST_SHARE = 20_000;
/** What a script costs besides its text, in characters; it also bounds the length of a call. */
const A_SCRIPT = 20;

/** Checks scripts with the `shellcheck` program, in at most as many processes at a time as there are cores. */
export function startShellcheck(program = 'shellcheck', cores = availableParallelism()): ShellcheckRun {
  const comments = new Map<string, readonly ShellcheckComment[]>();
  const running = new Set<Promise<void>>();
  const waiting: Script[] = [];
  let waitingSize = 0;
  let ending = false;
  let failure: ShellcheckFailure | null = null;

  const take = (): readonly Script[] => {
    // Large shares first, as they save starts; small ones at the end, so that all processes end together.
    const share = Math.max(LEAST_SHARE, waitingSize / (2 * cores));
    let size = 0;
    let count = 0;
    for (; count < waiting.length && size < share; count++) size += sizeOf(waiting[count]);
    waitingSize -= size;
    return waiting.splice(0, count);
  };
  const check = async (scripts: readonly Script[]): Promise<void> => {
    const answer = await checkTogether(program, scripts.map(({ text }) => text));
    if (answer.status === 'checked') for (const [index, { name }] of scripts.entries()) comments.set(name, answer.comments[index] ?? []);
    else failure ??= answer;
  };
  const startProcesses = (): void => {
    while (failure === null && running.size < cores && waiting.length > 0 && (ending || waitingSize >= LEAST_SHARE)) {
      const one = check(take()).finally(() => {
        running.delete(one);
        startProcesses();
      });
      running.add(one);
    }
  };
  return {
    add: (name, text) => {
      const script = { name, text };
      waiting.push(script);
      waitingSize += sizeOf(script);
      startProcesses();
    },
    done: async () => {
      ending = true;
      startProcesses();
      while (running.size > 0) await Promise.all(running);
      return failure ?? { status: 'checked', comments };
    },
  };
}

const sizeOf = (script: Script | undefined): number => (script === undefined ? 0 : script.text.length + A_SCRIPT);
