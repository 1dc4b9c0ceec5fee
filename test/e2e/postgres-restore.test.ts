import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findServer, startServer } from '../../fixtures/postgres/server.ts';
import type { Server } from '../../fixtures/postgres/server.ts';
import { countOrders, openShop } from '../../fixtures/postgres/shop.ts';
import { runbook, workspace } from './helpers/index.ts';
import type { Call, Workspace } from './helpers/index.ts';

const programs = findServer();
if (programs === null) process.stdout.write('skipped: postgres-restore.md on a real server: no PostgreSQL server is installed\n');

describe.skipIf(programs === null)('postgres-restore.md on a real server', () => {
  let server: Server;
  let backups: string;

  beforeAll(async () => {
    server = await startServer(programs ?? '');
    backups = mkdtempSync(join(tmpdir(), 'runbook-backups-'));
    openShop(server.env, backups);
  });
  afterAll(() => {
    server.stop();
    rmSync(backups, { recursive: true, force: true });
  });

  const restore = (folder: Workspace, backup: string): Call =>
    runbook('run', 'postgres-restore.md', '--target', 'orders_prod', '--set', `backup=${join(backups, backup)}`, '--operator', 'drill', '--yes', '--allow-destructive').in(folder).withEnv(server.env);
  const rows = (folder: Workspace): readonly string[] => folder.read('postgres-restore.md').split('\n').filter((line) => line.includes('| orders_prod | drill |'));
  const copy = (): Workspace => workspace({ 'postgres-restore.md': readFileSync('runbooks/postgres-restore.md', 'utf8') });

  it('stops at a backup without rows, before anything that serves is touched; a good one is swapped in', { timeout: 60_000 }, async () => {
    const bad = copy();
    await restore(bad, 'empty.dump').expect({ status: 1, stdout: /expected filled/ });
    expect(countOrders(server.env, 'orders_prod')).toBe('20');
    expect(countOrders(server.env, 'orders_prod_damaged')).toBe('');
    expect(rows(bad)).toEqual([expect.stringMatching(/Fail/)]);

    // As its "If it fails" says: the restored copy goes, and another backup is taken.
    expect(spawnSync('dropdb', ['orders_prod_restore'], { env: { ...process.env, ...server.env } }).status).toBe(0);
    const good = copy();
    await restore(good, 'good.dump').expect({ status: 0 });
    expect(countOrders(server.env, 'orders_prod')).toBe('500');
    expect(countOrders(server.env, 'orders_prod_damaged')).toBe('20');
    expect(rows(good)).toEqual([expect.stringMatching(/Success/)]);
  });
});
