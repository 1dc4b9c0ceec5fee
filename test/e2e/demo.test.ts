import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findServer } from '../../fixtures/postgres/server.ts';
import { cleanEnvironment, terminal } from './helpers/index.ts';

/** Plays a demo where nobody can be asked, and removes what it leaves. */
function demo(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'fixtures/demo.ts', ...args], { encoding: 'utf8', env: { ...cleanEnvironment(), USER: 'demo' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const page = /What happened, as a page: (\S+)/.exec(stdout)?.[1];
  if (page !== undefined) expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
  const scratch = /Everything is in (\S+);/.exec(stdout)?.[1];
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  return { status, stdout, stderr };
}

describe('npm run demo', () => {
  it('rolls the simulated app back and adds one row', () => {
    const { status, stdout, stderr } = demo();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/\$ git diff rollback\.md {4}\(1 added, 0 removed\)\n\+\| .* \| raxx-api-prod \| demo \| v85 \| v84 \|.*Success/);
    expect(stdout).toMatch(/\nWhat happened, as a page: \S+report\.html\n/);
  });

  it.skipIf(findServer() === null)('postgres restores a database on a real server and adds one row', () => {
    const { status, stdout } = demo('postgres');
    expect(status).toBe(0);
    expect(stdout).toMatch(/\$ git diff postgres-restore\.md {4}\(1 added, 0 removed\)\n\+\| .* \| orders_prod \| demo \|.*Success/);
  });

  it('in a terminal tells what to answer before the walk takes the screen', async () => {
    const screen = terminal([], { command: [process.execPath, '--disable-warning=ExperimentalWarning', 'fixtures/demo.ts'] });
    const told = await screen.waitFor('Enter begins:');
    expect(told).toContain('where it asks for the known-good release, that is\nv84. The bad one is v85.\n');
    screen.type('\r');
    await screen.waitFor('Enter start');
    screen.type('q');
    expect(await screen.exit()).toBe(3);
    rmSync(/Everything is in (\S+);/.exec(screen.scrollback())![1]!, { recursive: true, force: true });
  });

  it('says which demos there are', () => expect(demo('heroku')).toEqual({ status: 2, stdout: '', stderr: 'demo: there is no demo "heroku"\nthere are: rollback, postgres\n' }));
});
