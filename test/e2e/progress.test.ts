import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runbook, terminal, workspace } from './helpers/index.ts';
import type { Workspace } from './helpers/index.ts';

const COUNT = 120;

function many(): Workspace {
  const text = readFileSync('runbooks/rollback.md', 'utf8');
  return workspace(Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`runbooks/r${i}.md`, text])));
}

describe('long work', () => {
  it.each([
    ['lint', ['--no-shellcheck', '--no-cache', '--quiet'], 'linting'],
    ['history', [], 'reading'],
    ['list', [], 'reading'],
  ])('%s says on a terminal how far it is, and leaves nothing of that', async (command, options, word) => {
    // No CI system, as `isCi` reads it.
    const screen = terminal([command, 'runbooks', ...options], { cwd: many().path, rows: 20, env: { CI: 'false' } });
    await screen.waitFor(new RegExp(`^${word} \\d+ of ${COUNT}$`, 'm'));
    await screen.exit();
    expect(screen.scrollback()).not.toContain(`${word} `);
  });

  it('says nothing of it elsewhere', async () => {
    const { stdout, stderr } = await runbook('list', 'runbooks').in(many()).finish();
    expect(stderr).toBe('');
    expect(stdout).not.toContain('reading');
  });
});
