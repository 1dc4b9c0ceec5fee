import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { called, runbook, terminal, workspace } from './helpers/index.ts';

describe('runbook init', () => {
  it('writes a runbook with a title from its name, an owner and today', async () => {
    const folder = workspace();
    await called('init', 'ops/fail-over.md', '--owner', 'data-team', '--when', 'the primary is down.').in(folder).expect({ status: 0, stderr: '', stdout: /^wrote ops\/fail-over\.md\n/ });
    const text = folder.read('ops/fail-over.md');
    expect(text).toContain('# Fail over\n');
    expect(text).toContain('**Owner:** data-team\n');
    expect(text).toContain('Use this runbook when the primary is down. ');
    expect(text).toContain(`**Last reviewed:** ${new Date().toISOString().slice(0, 10)} UTC\n`);
  });

  it('writes one that runs as it is, with no question', async () => {
    const folder = workspace();
    await called('init', 'first.md', '--owner', 'ada').in(folder).expect({ status: 0 });
    await runbook('run', 'first.md', '--yes').in(folder).expect({ status: 0, stderr: '', stdout: /^status: ok$/m });
  });

  it('never touches a file that is there', async () => {
    const folder = workspace({ 'a.md': 'mine\n' });
    await called('init', 'a.md').in(folder).expect({ status: 2, stdout: '', stderr: 'runbook: cannot write a.md: it already exists\n  choose another name\n' });
    expect(folder.read('a.md')).toBe('mine\n');
  });

  it('wants a Markdown file', () => called('init', 'a.txt').in(workspace()).expect({ status: 2, stderr: /^runbook: cannot write a\.txt: a runbook is a Markdown file\n {2}runbook init a\.txt\.md\n$/ }));

  it('needs a name where nobody can be asked', () => called('init').in(workspace()).expect({ status: 2, stderr: 'runbook: init needs <file>\n  runbook init runbooks/first.md\n' }));

  it('asks in a terminal for what was not given; Enter takes what is offered', async () => {
    const folder = workspace();
    const screen = terminal(['init', '--owner', 'data-team'], { cwd: folder.path });
    await screen.waitFor('File [runbooks/first.md]:');
    screen.type('ops/drain.md\r');
    await screen.waitFor('Title [Drain]:');
    screen.type('\r');
    await screen.waitFor('Use it when [');
    screen.type('a host answers slowly.\r');
    await screen.waitFor('wrote ops/drain.md');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('ops/drain.md')).toContain('# Drain\n\n**Owner:** data-team\n');
    expect(folder.read('ops/drain.md')).toContain('Use this runbook when a host answers slowly. Do not use it when');
  });

  it('writes nothing where it is left at a question', async () => {
    const folder = workspace();
    const screen = terminal(['init', 'a.md'], { cwd: folder.path });
    await screen.waitFor('Title [A]:');
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});
