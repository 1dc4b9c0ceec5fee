import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setStage } from '../../../fixtures/cloud/stage.ts';
import { inFolder, type Section, said, type Trial } from '../trial.ts';
import { Sentences, type ShownStep } from './between.ts';
import { Journal } from './journal.ts';
import { Looker } from './looker.ts';
import { stubPath } from './stubs.ts';
import { Transcript } from './transcript.ts';
import { type Answers, walkToEnd } from './walker.ts';
import { type Size, WatchedTerminal } from './watched-terminal.ts';

const CLI = resolve('dist/cli.js');
const SIZES: readonly Size[] = [{ columns: 80, rows: 24 }, { columns: 120, rows: 40 }, { columns: 50, rows: 15 }, { columns: 40, rows: 12 }];
/** Runbooks to walk: those of a folder, and the rollback on the simulated cloud. */
const FOLDER = process.env['RUNBOOK_WALKS'] ?? resolve('fixtures/walks');
/** A folder that every screen is written to, for somebody to read. */
const KEPT = process.env['RUNBOOK_SCREENS'] ?? null;

const ANSWERS: Answers = { values: { 'known-good-release': 'v84', '*': 'db-2.internal' }, target: 'raxx-api-prod', retries: 1 };
/** The walk is left after so many commands, and resumed. */
const LEFT_AFTER = 2;

async function walked(path: string, size: Size, cloud: boolean): Promise<readonly string[]> {
  return inFolder(async (folder) => {
    const name = basename(path);
    const work = join(folder, 'work');
    mkdirSync(work);
    copyFileSync(path, join(work, name));
    const stage = cloud ? await setStage(folder) : { env: { PATH: stubPath(join(folder, 'bin')) } };
    const state = join(folder, 'state');
    const env = { HOME: folder, LANG: 'C.UTF-8', USER: 'ana', LOGNAME: 'ana', TERM: 'xterm-256color', XDG_STATE_HOME: state, XDG_CACHE_HOME: join(folder, 'cache'), GIT_CONFIG_NOSYSTEM: '1', SCRATCH: folder, ...stage.env };
    const shown = await said(['show', '--json', ...(cloud ? ['--target', 'raxx-api-prod'] : []), name], { cwd: work, env });
    const { steps } = JSON.parse(shown) as { readonly steps: readonly ShownStep[] };
    const screens: string[] = [];
    const known = { journal: new Journal(state), transcript: new Transcript(), sentences: new Sentences(path, steps), answers: ANSWERS, made: new Set<never>() };
    const wrong: string[] = [];
    let args: readonly string[] = ['run', name];
    for (let sitting = 0; sitting < 2; sitting++) {
      const terminal = new WatchedTerminal([process.execPath, CLI, ...args], { size, cwd: work, env });
      const at = new Looker({ terminal, journal: known.journal, transcript: known.transcript, screens });
      try {
        const came = (await at.next()) ? await walkToEnd({ ...known, at }, sitting === 0 ? LEFT_AFTER : null) : 'stuck';
        await terminal.settled(() => terminal.status !== null, 10_000);
        if (came === 'stuck') at.say('the walk does not go on', terminal.lines());
        if (came === 'left' && terminal.status !== 130) at.say(`Ctrl-C ended it with ${terminal.status ?? 'nothing'}`, terminal.lines());
        screens.push(`afterwards\n${terminal.lines().join('\n').trimEnd()}`);
        if (came !== 'left') break;
        args = ['resume', known.journal.run ?? ''];
      } finally {
        wrong.push(...at.wrong);
        terminal.end();
      }
    }
    if (KEPT !== null) writeFileSync(join(KEPT, `${name}-${size.columns}x${size.rows}.txt`), screens.map((screen, i) => `===== ${i + 1}: ${screen}\n`).join(''));
    const rows = (text: string): number => text.split('\n').filter((line) => line.startsWith('| ')).length;
    const hasHistory = /^#+ .*history/im.test(readFileSync(path, 'utf8'));
    if (hasHistory && rows(readFileSync(join(work, name), 'utf8')) !== rows(readFileSync(path, 'utf8')) + 1) wrong.push('no row was written');
    return wrong;
  });
}

function trials(): readonly Trial[] {
  const own = readdirSync(FOLDER).filter((name) => name.endsWith('.md')).map((name) => ({ path: join(FOLDER, name), cloud: false }));
  return [...own, { path: resolve('runbooks/rollback.md'), cloud: true }].flatMap(({ path, cloud }) => SIZES.map((size): Trial => ({ name: `${basename(path)} at ${size.columns}x${size.rows}`, run: () => walked(path, size, cloud) })));
}

/** Whole walks at four sizes, with the mistakes of a tired person at every kind of question; every screen is looked at. */
export const screens: Section = { name: 'screens', trials: trials(), together: 8 };
