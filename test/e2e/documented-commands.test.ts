import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { declaredCommands } from '../../src/commands/command-line/index.ts';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { CLI, cleanEnvironment, itAtOnce, terminal, whenDone, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

/** How a documented command is tried where it does not simply succeed. A new one that needs a word here fails until it has it. */
type Trial = { readonly walks: string | RegExp } | { readonly status: number; readonly stderr: RegExp } | { readonly elsewhere: string };

const TRIALS: Readonly<Record<string, Trial>> = {
  // Nobody speaks to it, and who goes away without a word is no orderly end.
  'runbook lsp': { status: 1, stderr: /^$/ },
  'runbook lsp --no-shellcheck': { status: 1, stderr: /^$/ },
  'npm ci && npm run demo': { elsewhere: 'demo.test.ts plays it' },
  'npm ci && npm install --global .': { elsewhere: 'test/install installs it' },
  'npm ci && npm test': { elsewhere: '.ci/run is this command' },
  'runbook run runbooks/host-triage.md': { walks: 'Enter start' },
  'runbook run failover.md --add-history': { walks: 'Enter start' },
  'runbook runs pack k3f9 -o restore.runbook-run': { status: 2, stderr: /no run k3f9/ },
  'runbook run rollback.md': { walks: 'Enter start' },
  'runbook run rollback.md --no-tui': { walks: 'Enter start' },
  'runbook worker --queue prod': { status: 2, stderr: /needs @temporalio\/worker/ },
  'runbook run rollback.md --target raxx-api-prod --engine temporal --queue prod': { status: 2, stderr: /cannot reach Temporal/ },
  'runbook approve 20261128-172204107-e531': { status: 2, stderr: /cannot reach Temporal/ },
  'runbook approve e531 --yes': { status: 2, stderr: /cannot reach Temporal/ },
  'TEMPORAL_ADDRESS=temporal.internal:7233 runbook worker --queue staging': { status: 2, stderr: /needs @temporalio\/worker/ },
  'runbook record rollback.md': { walks: 'Date (UTC) [' },
  'runbook lint runbooks --format sarif > runbook.sarif': { status: 0, stderr: /^$|shellcheck/ },
  'runbook resume rollback.md': { status: 2, stderr: /no runs of rollback\.md/ },
  'runbook resume': { status: 2, stderr: /no run|nothing to resume|no interrupted run/i },
  'runbook resume 20261123-0312-k3f9 --yes': { status: 2, stderr: /no run 20261123-0312-k3f9/ },
  'runbook runs report k3f9 --format html -o incident.html': { status: 2, stderr: /no run k3f9/ },
  'runbook runs report 20261123-0312-k3f9 > timeline.md': { status: 2, stderr: /no run 20261123-0312-k3f9/ },
};

/** The lines of the shell blocks of a page, those that go on joined, without what a comment says of them. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...readFileSync(page, 'utf8').replace(/^````markdown\n[^]*?^````$/gm, '').matchAll(/^```(?:bash|sh)\n([^]*?)^```$/gm)].map(([, code = '']) => code);
  return blocks.flatMap((code) => code.replaceAll('\\\n', ' ').split('\n')).map((line) => line.replace(/\s+/g, ' ').replace(/ # .*$/, '').trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** The lock that a team has written for the runbooks that ship, and for rollback.md beside them. Made once: to lock them reads them all. */
let lock: string | null = null;
function teamLock(): string {
  const folder = repository();
  const locked = spawnSync(process.execPath, [CLI, 'lock', '--accept-open', '--operator', 'team'], { cwd: folder.path, env: cleanEnvironment(), encoding: 'utf8' });
  if (locked.status !== 0) throw new Error(locked.stderr);
  return folder.read('runbook.lock');
}

/** A repository with the runbooks that ship, without the page on writing them, which is long. */
function repository(): Workspace {
  const folder = workspace({ 'docs/ops/page.md': '# Page\n' });
  cpSync('runbooks', folder.at('runbooks'), { recursive: true, filter: (name) => !name.endsWith('README.md') });
  cpSync('runbooks/rollback.md', folder.at('rollback.md'));
  mkdirSync(folder.at('.git'));
  // What `git init` writes, without its samples of hooks.
  for (const [name, text] of [['HEAD', 'ref: refs/heads/main\n'], ['config', '[core]\n\trepositoryformatversion = 0\n'], ['objects/.keep', ''], ['refs/.keep', '']] as const) folder.write(`.git/${name}`, text);
  return folder;
}

/** What a command runs in: that repository, locked, and `runbook`, `npx` and `jq` on PATH. */
function place(command: string): { readonly folder: Workspace; readonly env: Record<string, string> } {
  const folder = repository();
  folder.write('runbook.lock', (lock ??= teamLock()));
  folder.write('bin/runbook', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  folder.write('bin/npx', '#!/bin/sh\nexec "$@"\n');
  folder.write('bin/jq', `#!/bin/sh\nexec '${process.execPath}' -e 'JSON.parse(require("node:fs").readFileSync(0, "utf8"))'\n`);
  for (const name of ['runbook', 'npx', 'jq']) chmodSync(folder.at(`bin/${name}`), 0o755);
  // The README's own example, which leaves something open.
  if (command.includes('failover.md')) folder.write('failover.md', /^````markdown\n(# Fail over[^]*?)^````$/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '');
  const env = { ...cleanEnvironment(), ...(/\brun\b/.test(command) ? cloud() : {}) };
  return { folder, env: { ...env, PATH: [folder.at('bin'), env.PATH].join(delimiter) } };
}

/** A cloud for the commands that run something. */
function cloud(): Readonly<Record<string, string>> {
  const { env, remove } = newCloud();
  whenDone(remove);
  return env;
}

async function walks(command: string, wanted: string | RegExp): Promise<void> {
  const { folder, env } = place(command);
  const screen = terminal(command.replace(/^(?:npx )?runbook /, '').split(' '), { cwd: folder.path, env });
  await screen.waitFor(wanted);
  screen.type('\u0003');
  expect(await screen.exit()).toBe(130);
}

async function succeeds(command: string, status: number, stderr: RegExp): Promise<void> {
  const { folder, env } = place(command);
  const ran = await execa('bash', ['-c', `mkdir -p ~/.config/fish/completions; ${command}`], { cwd: folder.path, env, extendEnv: false, reject: false, stripFinalNewline: false, stdin: 'ignore', timeout: 60_000 });
  expect({ command, status: ran.exitCode, stderr: ran.stderr, stdout: ran.stdout }).toEqual({ command, status, stderr: expect.stringMatching(stderr), stdout: expect.any(String) });
}

const commands = [...new Set([...commandsOf('README.md'), ...commandsOf('runbooks/README.md'), ...declaredCommands().flatMap(({ about }) => about.examples.map(({ command }) => command))])];

describe('a command of the documentation or of --help works as it is written', () => {
  for (const command of commands) {
    // Some wait for a server that is not there.
    itAtOnce(command, async () => {
      const trial = TRIALS[command] ?? { status: 0, stderr: /^(?:(?!internal error)[^])*$/ };
      if ('elsewhere' in trial) return;
      if ('walks' in trial) await walks(command, trial.walks);
      else await succeeds(command, trial.status, trial.stderr);
    }, 90_000);
  }

  it('has no trial for a command that is not written any more', () => expect(Object.keys(TRIALS).filter((command) => !commands.includes(command))).toEqual([]));
});
