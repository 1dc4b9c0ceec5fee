import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Cloud } from '../fixtures-cloud/cloud.ts';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { called, runbook, workspace } from './helpers/index.ts';
import type { Call, Workspace } from './helpers/index.ts';

const OPERATOR = ['--operator', 'raxx-dev-bot (agent, #98)'];
const UNATTENDED = [...OPERATOR, '--yes', '--allow-destructive'];

/** rollback.md in a fresh repository, beside a cloud whose apps are all on a bad v85. */
function drill(): { readonly folder: Workspace; readonly cloud: Cloud; run(...args: string[]): Call; readonly added: () => string[] } {
  const made = newCloud();
  onTestFinished(made.remove);
  const cloud = { ...made, calls: () => made.calls().filter((call) => call !== '') };
  const folder = workspace({ 'rollback.md': readFileSync('runbooks/rollback.md', 'utf8') });
  const git = (...args: string[]): string => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder.path, encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'start');
  return {
    folder,
    cloud,
    run: (...args) => runbook('run', 'rollback.md', ...args).in(folder).withEnv(cloud.env),
    added: () => {
      const [added = '', removed = ''] = git('diff', '--numstat').split('\t');
      expect([added, removed].map((count) => count.trim())).toEqual(added === '' ? ['', ''] : ['1', '0']);
      return git('diff').split('\n').filter((line) => line.startsWith('+|'));
    },
  };
}

describe('rollback.md, unattended, on the simulated cloud', () => {
  it('rolls raxx-api-prod back and signs its row', async () => {
    const { run, cloud, added } = drill();
    await run('--target', 'raxx-api-prod', '--set', 'known-good-release=v84', '--record', 'Bad release=v85', ...UNATTENDED).expect({ status: 0, stderr: '' });
    expect(cloud.type('heroku releases -a raxx-api-prod').stdout).toContain('Rollback to v84');
    expect(added()).toEqual([expect.stringMatching(/^\+\| \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \| raxx-api-prod \| raxx-dev-bot \(agent, #98\) \| v85 \| v84 \| <1 \| Success — .* \|$/)]);
  });

  it.each([['raxx-console-staging', 'console-staging.raxx.app'], ['raxx-console-prod', 'console.raxx.app']])('runs the console variant for %s, re-bound, in place of the block before it', async (target, host) => {
    const { run, cloud, added } = drill();
    await run('--target', target, '--set', 'known-good-release=v84', ...UNATTENDED).expect({ status: 0 });
    expect(cloud.calls().join('\n')).toContain(`https://${host}/health`);
    expect(cloud.calls().join('\n')).not.toContain('api.raxx.app');
    expect(added()[0]).toContain(`| ${target} |`);
  });

  it('leaves out the check of a host that is not the target\'s, and says so', async () => {
    const { run, cloud, added } = drill();
    await run('--target', 'raxx-api-staging', '--set', 'known-good-release=v84', ...UNATTENDED).expect({ status: 0, stderr: /api\.raxx\.app/ });
    expect(cloud.calls().filter((call) => call.startsWith('curl'))).toEqual([]);
    expect(cloud.calls()).toContain('heroku ps -a raxx-api-staging');
    expect(added()[0]).toContain('check of api.raxx.app not run (unbound host)');
  });

  it('takes the container path for velvet, and not the slug path', async () => {
    const { run, cloud } = drill();
    await run('--target', 'raxx-velvet-prod', '--set', 'prior-tag=main-abc123', ...UNATTENDED).expect({ status: 0 });
    expect(cloud.calls()).toContain('heroku container:release web -a raxx-velvet-prod');
    expect(cloud.calls().filter((call) => call.startsWith('heroku rollback'))).toEqual([]);
  });

  it('names the open parameter, its example and its line before anything runs', async () => {
    const { run, cloud, added } = drill();
    await run('--target', 'raxx-api-prod', ...UNATTENDED).expect({
      status: 2,
      stdout: '',
      stderr: /^runbook: rollback\.md:65:\d+: parameter known-good-release has no value: .*v84\n {2}give --set known-good-release=<value>\n$/,
    });
    expect(cloud.calls()).toEqual([]);
    expect(added()).toEqual([]);
  });

  it('names the destructive step that was not allowed', async () => {
    const { run, cloud } = drill();
    await run('--target', 'raxx-api-prod', '--set', 'known-good-release=v84', '--yes').expect({ status: 2, stdout: '', stderr: /step slug-path-2 is destructive: it has "rollback"/ });
    expect(cloud.calls()).toEqual([]);
  });

  it('fails where the release stays bad, says what was expected and seen, and the row says Failed', async () => {
    const { run, added } = drill();
    const { stdout } = await run('--target', 'raxx-api-prod', '--set', 'known-good-release=v84', ...UNATTENDED).withEnv({ RUNBOOK_CLOUD_FAIL: 'stays-bad' }).expect({ status: 1 });
    expect(stdout).toMatch(/failed: expected web\.1: up/);
    expect(added()[0]).toMatch(/\| Failed — step \d+ "Confirm dynos are up": expected web\.1: up/);
  });

  it('writes nothing with --no-history', async () => {
    const { run, added } = drill();
    await run('--target', 'raxx-api-prod', '--set', 'known-good-release=v84', '--no-history', ...UNATTENDED).expect({ status: 0 });
    expect(added()).toEqual([]);
  });

  it('runs nothing with --dry-run and lists what is open', async () => {
    const { run, cloud } = drill();
    const { stdout } = await run('--dry-run').expect({ status: 0, stderr: '' });
    expect(stdout).toContain('known-good-release');
    expect(cloud.calls()).toEqual([]);
  });
});

describe('what cannot be run: one line and one of advice, exit 2', () => {
  const files = { 'steps.md': '# S\n\n```bash\necho <name>\n```\n', 'none.md': '# Nothing\n\nProse.\n', 'empty.md': '', 'binary.md': '\u0000\u0001', 'folder/a.md': '# A\n' };
  const line = /^runbook: [^\n]+\n {2}\S[^\n]*\n$/;
  it.each([
    ['no such file', ['gone.md']],
    ['a folder', ['folder']],
    ['a binary file', ['binary.md']],
    ['an empty file', ['empty.md']],
    ['a file without steps', ['none.md']],
    ['an unknown target', ['steps.md', '--target', 'nowhere']],
    ['an unknown flag', ['steps.md', '--nope']],
    ['--set without =', ['steps.md', '--set', 'name']],
    ['a value with ;', ['steps.md', '--set', 'name=a;rm -rf x']],
    ['a value with $(', ['steps.md', '--set', 'name=$(id)']],
  ])('%s', async (_, args) => {
    const folder = workspace(files);
    await called('run', ...args, '--yes').in(folder).expect({ status: 2, stdout: '', stderr: line });
  });
});
