import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { called, terminal, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

const TEXT = readFileSync('runbooks/rollback.md', 'utf8');

function runbooks(count: number): Workspace {
  return workspace(Object.fromEntries(Array.from({ length: count }, (_, i) => [`runbooks/r${i}.md`, TEXT])));
}

/** A clock on which each look at it takes a second: what is read is long work. */
function slowClock(): void {
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
}

afterEach(() => vi.restoreAllMocks());

describe('long work', () => {
  it('says on a terminal how far it is, and leaves nothing of that', async () => {
    // No CI system, as `isCi` reads it.
    const screen = terminal(['lint', 'runbooks', '--no-shellcheck', '--no-cache', '--quiet'], { cwd: runbooks(120).path, rows: 20, env: { CI: 'false' } });
    await screen.waitFor(/^linting \d+ of 120$/m);
    await screen.exit();
    expect(screen.scrollback()).not.toContain('linting ');
  });

  it.each(['history', 'list'])('%s does as well', async (command) => {
    slowClock();
    const { stdout, stderr } = await called(command, 'runbooks').in(runbooks(5).path).withTerminal().withEnv({ CI: 'false' }).expect({ status: 0 });
    expect(stderr).toMatch(/^\r\u001b\[Kreading \d of 5/);
    expect(stderr).toMatch(/\r\u001b\[K$/);
    expect(stdout).not.toContain('reading');
  });

  it('says nothing of it elsewhere', async () => {
    slowClock();
    const { stdout } = await called('list', 'runbooks').in(runbooks(5)).withEnv({ CI: 'false' }).expect({ status: 0, stderr: '' });
    expect(stdout).not.toContain('reading');
  });
});
