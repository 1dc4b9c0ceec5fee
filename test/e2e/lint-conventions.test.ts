import { describe, expect, it } from 'vitest';
import { called, workspace } from './helpers/index.ts';

const CLEAN = '# Restart the API\n\nOwner: platform\nLast reviewed: 2026-05-14\n\nUse this when the API hangs.\n\n1. Look at `kubectl get pods`.\n';
const BROKEN = CLEAN.replace('1. Look', '[Old page](old.md)\n\nTODO\n\n1. Look');
const ON = ['--now', '2026-06-01', '--no-shellcheck', '--no-cache'];
const lint = (...args: readonly string[]) => called('lint', ...args, ...ON);

describe('lint as other linters do it', () => {
  it('lints standard input under a name, with the settings of its folder', async () => {
    const space = workspace({ '.git/HEAD': '', 'docs/.runbook.yaml': 'rules: {unfinished: off}\n', 'docs/b.md': CLEAN });
    await lint('-', '--stdin-filename', 'docs/a.md').in(space).stdin(BROKEN.replace('old.md', 'b.md')).expect({ status: 0, stdout: '1 file, no findings\n', stderr: '' });
    await lint('-').in(space).stdin(BROKEN).expect({ status: 1, stdout: /^stdin\.md:8:1: error/ });
    await lint('-', 'docs').in(space).stdin(BROKEN).expect({ status: 2, stderr: /- stands beside other paths/ });
    await lint('docs', '--stdin-filename', 'a.md').in(space).expect({ status: 2, stderr: /the path is not -/ });
  });

  it('chooses rules, severities and files', async () => {
    const space = workspace({ 'a.md': BROKEN, 'old/b.md': BROKEN });
    await lint('a.md', '--select', 'unfinished,stale-review').in(space).expect({ status: 0, stdout: /^a\.md:10:1: warning: "TODO"[\s\S]*1 warning in 1 of 1 file\n$/ });
    await lint('a.md', '--ignore', 'unfinished', '--ignore', 'broken-link').in(space).expect({ status: 0, stdout: '1 file, no findings\n' });
    await lint('a.md', '--min-severity', 'error').in(space).expect({ status: 1, stdout: /1 error in 1 of 1 file/ });
    await lint('.', '--exclude', 'old', '--exit-zero').in(space).expect({ status: 0, stdout: /in 1 of 1 file/ });
    await lint('a.md', '--ignore', 'broken-link', '--fail-on', 'warning').in(space).expect({ status: 1 });
    await lint('a.md', '--select', 'unfinishd').in(space).expect({ status: 2, stderr: /--select unfinishd: no rule is called "unfinishd"; "unfinished" is one/ });
  });

  it('counts, and writes to a file', async () => {
    const space = workspace({ 'a.md': BROKEN, 'b.md': BROKEN });
    await lint('.', '--statistics').in(space).expect({ status: 1, stdout: '     2  broken-link  error    2 files\n     2  unfinished   warning  2 files\n2 errors and 2 warnings in 2 of 2 files\n' });
    const counts = await lint('.', '--statistics', '--format', 'json', '--select', 'broken-link').in(space).expect({ status: 1 });
    expect(JSON.parse(counts.stdout)).toEqual([{ rule: 'broken-link', severity: 'error', count: 2, files: 2 }]);
    await lint('a.md', '--format', 'gitlab', '--output-file', 'out/quality.json').in(space).expect({ status: 1, stdout: '' });
    expect(JSON.parse(space.read('out/quality.json'))).toMatchObject([{ description: 'no file "old.md"', check_name: 'broken-link', severity: 'major', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), location: { path: 'a.md', lines: { begin: 8, end: 8 } } }, { check_name: 'unfinished', severity: 'minor' }]);
  });

  it('takes settings of folders, of files that they extend, of overrides, of the call', async () => {
    const space = workspace({
      '.git/HEAD': '',
      'a.md': BROKEN,
      'docs/a.md': BROKEN,
      'docs/drafts/a.md': BROKEN,
      'base.yaml': 'rules: {unfinished: off}\n',
      '.runbook.yaml': 'extends: base.yaml\noverrides:\n  - files: [docs/drafts/**]\n    rules: {broken-link: off}\n',
      'docs/.runbook.yaml': 'rules: {unfinished: error}\n',
      'other.yaml': 'rules: {broken-link: off}\n',
      'loop.yaml': 'extends: loop.yaml\n',
    });
    const { stdout } = await lint('.', '--format', 'json').in(space).expect({ status: 1 });
    expect(JSON.parse(stdout).map(({ path, rule, severity }: Record<string, string>) => `${path} ${rule} ${severity}`)).toEqual(['a.md broken-link error', 'docs/a.md broken-link error', 'docs/a.md unfinished error', 'docs/drafts/a.md unfinished error']);
    await lint('docs/a.md', '--config', 'other.yaml').in(space).expect({ status: 0, stdout: /1 warning/ });
    await lint('docs/a.md', '--no-config').in(space).expect({ status: 1, stdout: /1 error and 1 warning/ });
    await lint('a.md', '--config', 'loop.yaml').in(space).expect({ status: 2, stderr: /cannot read loop\.yaml: it extends itself/ });
    await lint('a.md', '--config', 'none.yaml').in(space).expect({ status: 2, stderr: /cannot read none\.yaml: no such file/ });
  });

  it('says what of a baseline is fixed, and takes it out', async () => {
    const space = workspace({ 'a.md': BROKEN, 'b.md': BROKEN });
    await lint('.', '--baseline', 'b.json', '--update-baseline').in(space).expect({ status: 0, stderr: 'b.json accepts 4 findings\n' });
    space.write('a.md', CLEAN);
    await lint('.', '--baseline', 'b.json').in(space).expect({ status: 0, stderr: '2 findings of b.json are fixed (--prune-baseline takes them out)\n' });
    await lint('.', '--baseline', 'b.json', '--prune-baseline').in(space).expect({ status: 0, stderr: '2 findings of b.json are fixed and taken out\n' });
    expect(JSON.parse(space.read('b.json')).findings.map(({ path }: { path: string }) => path)).toEqual(['b.md', 'b.md']);
    await lint('b.md', '--baseline', 'b.json').in(space).expect({ status: 0, stderr: '' });
    await lint('.', '--baseline', 'b.json', '--select', 'broken-link', '--prune-baseline').in(space).expect({ status: 0, stderr: '' });
  });

  it('prints the page of a rule as Markdown', () => called('explain', 'paste-trap', '--format', 'markdown').expect({ status: 0, stdout: /^# paste-trap\n[\s\S]*## Wrong\n\n````markdown\n[\s\S]*## Silence it/ }));
});
