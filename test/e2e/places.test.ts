import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FarMachine, farMachine, NO_SSHD } from '../execute/places/far-machine.ts';
import { called, cleanEnvironment, outcomeOf, runbook, terminal, workspace } from './helpers/index.ts';

const TEXT = (file: string): string => `# Restart

## Steps

Look here:

\`\`\`bash
echo here
\`\`\`

Restart it there:

\`\`\`bash {on=ssh:web1}
echo $PPID > ${file}; while ! test -e ${file}.go; do sleep 0.1; done
echo there
\`\`\`

## Execution history

| Date | Operator | Outcome |
| --- | --- | --- |
`;

describe.skipIf(NO_SSHD !== null)('a run with a step on another machine', () => {
  let far: FarMachine;
  beforeAll(async () => void (far = await farMachine()));
  afterAll(() => far.close());

  it('is interrupted where the connection is lost, not run again by itself, and gone on with by a person', async () => {
    const folder = workspace();
    const file = join(folder.path, 'watcher');
    folder.write('r.md', TEXT(file));
    const env = { ...cleanEnvironment(), PATH: far.path };
    const child = runbook('run', 'r.md', '--yes', '--operator', 'ana').in(folder).withEnv(env).start();
    const outcome = outcomeOf(child);
    const watcher = await vi.waitFor(() => Number(readFileSync(file, 'utf8').trim() || fail()), { timeout: 20_000, interval: 50 });
    process.kill(Number(readFileSync(`/proc/${watcher}/stat`, 'utf8').split(' ')[3]), 'SIGKILL');
    const { status, stdout } = await outcome;
    expect([status, stdout]).toEqual([1, expect.stringMatching(/Restart it there \[ssh:web1\][^]*stopped in .*, the connection to ssh web1 was lost; unknown how far it got/)]);
    await called('resume', '--yes').in(folder).withEnv(env).expect({ status: 2, stderr: /step steps-2 \("Restart it there"\) was interrupted; unknown how far it got/ });
    const screen = terminal(['resume', '--no-tui', '--operator', 'bo'], { cwd: folder.path, env: { ...env, NO_COLOR: '1' }, columns: 120, rows: 60 });
    await screen.waitFor(/Enter resume, q quit > ?$/);
    screen.type('\r');
    await screen.waitFor(/INTERRUPTED: the connection to ssh web1 was lost; unknown how far it got[^]*ran on: ssh web1[^]*> ?$/);
    folder.write('watcher.go', '');
    screen.type('r\r');
    await screen.waitFor(/runs on: ssh web1[^]*quit > ?$/);
    screen.type('\r');
    await screen.waitFor(/to write no row > ?$/);
    screen.type('\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('r.md')).toMatch(/\| ana, bo \| Success/);
  });

  it('needs the program that reaches it, and a place that is understood, before the first command', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Steps\n\n```bash\necho first\n```\n\n```bash {on=docker:web}\nls\n```\n', 'bad.md': '# R\n\n## Steps\n\n```bash\necho first\n```\n\n```bash {on=ssh:-oProxyCommand=id}\nls\n```\n' });
    await runbook('run', 'r.md', '--yes').in(folder).withEnv({ PATH: '/nonexistent' }).expect({ status: 2, stdout: '', stderr: /cannot run: it is pinned to docker, which is not installed/ });
    await called('run', 'bad.md', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: /on=ssh:-oProxyCommand=id: expected here, ssh:<host>/ });
  });
});

/** Runs what docker is told to run, and calls its place `FAR`. */
const DOCKER = '#!/bin/sh\nshift 3\nFAR=yes exec "$@"\n';
const CLEAN = '# Clean up\n\n## Steps\n\nMake room:\n\n```bash\nDIR=/tmp/here\necho "made $DIR"\n```\n\nClear it:\n\n```bash {on=docker:web}\necho "${FAR:?} clears $DIR/old"\n```\n';

describe('a variable that only a step of another place sets', () => {
  const withDocker = (folder: ReturnType<typeof workspace>): Readonly<Record<string, string>> => {
    folder.write('bin/docker', DOCKER);
    chmodSync(join(folder.path, 'bin/docker'), 0o755);
    return { ...cleanEnvironment(), PATH: `${join(folder.path, 'bin')}:${process.env['PATH'] ?? ''}` };
  };

  it('is asked for: before the first command, and in the plan', async () => {
    const folder = workspace({ 'r.md': CLEAN });
    const env = withDocker(folder);
    const why = /line 8 sets it here, and this is to run on container web/;
    await called('run', 'r.md', '--yes').in(folder).withEnv(env).expect({ status: 2, stdout: '', stderr: new RegExp(`parameter DIR has no value: ${why.source}`) });
    await called('show', 'r.md').in(folder).withEnv(env).expect({ status: 0, stdout: new RegExp(`Open questions[^]*--set DIR=…[^]*${why.source.replaceAll(' ', '\\s+')}`) });
    await runbook('run', 'r.md', '--yes', '--set', 'DIR=/srv/there').in(folder).withEnv(env).expect({ status: 0, stdout: /made \/tmp\/here[^]*yes clears \/srv\/there\/old/ });
  });

  it('is asked for in the walk, just before it is needed', async () => {
    const folder = workspace({ 'r.md': CLEAN });
    const screen = terminal(['run', 'r.md', '--no-tui', '--operator', 'bo'], { cwd: folder.path, env: { ...withDocker(folder), NO_COLOR: '1' }, columns: 120, rows: 60 });
    for (const asked of [/Enter start, q quit > ?$/, /echo "made \$DIR"[^]*quit > ?$/]) {
      await screen.waitFor(asked);
      screen.type('\r');
    }
    await screen.waitFor(/made \/tmp\/here[^]*DIR: line 8 sets it here, and this is to run on container web[^]*DIR: ?$/);
    screen.type('/srv/there\r');
    await screen.waitFor(/runs on: container web[^]*quit > ?$/);
    screen.type('\r');
    await screen.waitFor(/yes clears \/srv\/there\/old/);
    expect(await screen.exit()).toBe(0);
  });
});

function fail(): never {
  throw new Error('not yet');
}
