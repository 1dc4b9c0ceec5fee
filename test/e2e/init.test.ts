import { describe, expect, it } from 'vitest';
import { runbook, workspace } from './helpers/index.ts';

describe('runbook init', () => {
  it('writes a runbook with a title from its name, an owner and today', async () => {
    const folder = workspace();
    await runbook('init', 'ops/fail-over.md', '--owner', 'data-team').in(folder).expect({ status: 0, stderr: '', stdout: /^wrote ops\/fail-over\.md\n/ });
    const text = folder.read('ops/fail-over.md');
    expect(text).toContain('# Fail over\n');
    expect(text).toContain('**Owner:** data-team\n');
    expect(text).toContain(`**Last reviewed:** ${new Date().toISOString().slice(0, 10)} UTC\n`);
  });

  it('never touches a file that is there', async () => {
    const folder = workspace({ 'a.md': 'mine\n' });
    await runbook('init', 'a.md').in(folder).expect({ status: 2, stdout: '', stderr: 'runbook: cannot write a.md: it is there already\n  name a file that is not there yet\n' });
    expect(folder.read('a.md')).toBe('mine\n');
  });

  it('wants a Markdown file', () => runbook('init', 'a.txt').in(workspace()).expect({ status: 2, stderr: /^runbook: cannot write a\.txt: a runbook is a Markdown file\n {2}runbook init a\.txt\.md\n$/ }));
});
