import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, faultsOf } from './trial-run.ts';
import { inFolder, type Section, type Trial, write } from './trial.ts';

const TEXT = '# R\n\n## Step 1\n\n```bash\necho one\n```\n\n## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n';
const COMMANDS: readonly (readonly string[])[] = [['run', 'r.md', '--yes'], ['show', 'r.md'], ['lint', 'r.md'], ['history', 'r.md'], ['runs']];

interface Surroundings {
  readonly name: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A shell line that starts the program. */
  readonly through?: string;
  readonly prepare?: (folder: string) => void;
}

const START = '"$NODE" "$CLI" "$@"';
const SURROUNDINGS: readonly Surroundings[] = [
  { name: 'no HOME', env: { HOME: undefined, XDG_STATE_HOME: undefined, XDG_CACHE_HOME: undefined } },
  { name: 'HOME=/proc/nope', env: { HOME: '/proc/nope', XDG_STATE_HOME: undefined, XDG_CACHE_HOME: undefined } },
  { name: 'a working folder that was deleted', through: `mkdir gone && cd gone && rmdir ../gone && ${START}` },
  { name: 'ulimit -n 25', through: `ulimit -n 25; ${START}` },
  { name: 'stdout at /dev/full', through: `${START} > /dev/full` },
  { name: 'stderr at /dev/full', through: `${START} 2> /dev/full` },
  { name: 'stdout closed', through: `${START} >&-` },
  { name: 'a reader that goes away', through: `${START} | true` },
  { name: 'a TMPDIR that is not there', env: { TMPDIR: '/proc/nope' } },
  { name: 'a state folder that is a file', prepare: (folder) => writeFileSync(join(folder, 'state'), '') },
  { name: 'a state folder in /proc', env: { XDG_STATE_HOME: '/proc/nope' } },
  { name: 'runs that are a file', prepare: (folder) => (mkdirSync(join(folder, 'state/runbook'), { recursive: true }), writeFileSync(join(folder, 'state/runbook/runs'), '')) },
  { name: 'an empty PATH', env: { PATH: '' } },
  { name: 'files of 0 blocks at most', through: `ulimit -f 0; trap '' XFSZ; ${START}` },
];

function trial(surroundings: Surroundings, args: readonly string[]): Trial {
  const { name, env, through, prepare } = surroundings;
  return {
    name: `${name}: ${args.join(' ')}`,
    run: async () =>
      inFolder(async (folder) => {
        write(folder, 'r.md', TEXT);
        prepare?.(folder);
        const end = await ended(args, { cwd: folder, limitMs: 30_000, ...(env === undefined ? {} : { env }), ...(through === undefined ? {} : { through }) });
        const wrong = [...faultsOf(end)];
        if (![0, 1, 2, 4].includes(Number(end.status))) wrong.push(`status ${String(end.status)}`);
        if (end.stderr.split('\n').length > 12) wrong.push(`more than a line: ${end.stderr.slice(0, 300)}`);
        return wrong;
      }),
  };
}

/** What may be missing or broken around the program. */
export const faults: Section = { name: 'faults', trials: SURROUNDINGS.flatMap((surroundings) => COMMANDS.map((args) => trial(surroundings, args))) };
