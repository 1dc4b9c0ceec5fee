import { availableParallelism } from 'node:os';
import { checkTogether, type ShellcheckComment, type ShellcheckFailure } from './shellcheck-process.ts';

/** The comments, or why there are none. */
export type ShellcheckResult = { readonly status: 'checked'; /** By the name of the script. */ readonly comments: ReadonlyMap<string, readonly ShellcheckComment[]> } | ShellcheckFailure;

/** Checks scripts while more of them are still being found. */
export interface ShellcheckRun {
  /** Adds a script under a unique name. */
  add(name: string, script: string): void;
  /** Says that no more will come, and returns the comments on all of them. */
  done(): Promise<ShellcheckResult>;
}

interface Script {
  readonly name: string;
  readonly text: string;
}

/** The least text worth a process of its own: with less, starting it costs more than it saves. */
const LEAST_SHARE = 20_000;
/** The fixed cost of a script, in characters; it also bounds the length of the command line. */
const A_SCRIPT = 20;

/** Checks scripts with the `shellcheck` program, with at most one process per core at a time. */
export function startShellcheck(program = 'shellcheck', cores = availableParallelism()): ShellcheckRun {
  const comments = new Map<string, readonly ShellcheckComment[]>();
  const running = new Set<Promise<void>>();
  const waiting: Script[] = [];
  let waitingSize = 0;
  let ending = false;
  let failure: ShellcheckFailure | null = null;

  const take = (): readonly Script[] => {
    // Large shares first, which saves starts; small ones at the end, so that all processes finish together.
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
