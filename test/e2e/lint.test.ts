import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Workspace } from './helpers/index.ts';
import { called, runbook, workspace } from './helpers/index.ts';

const CLEAN = '# Restart the API\n\nOwner: platform\nLast reviewed: 2026-05-14\n\nUse this when the API hangs and its health check fails for a minute.\n\n1. Look at `kubectl get pods`.\n';
const BROKEN = CLEAN.replace('1. Look', '[Old page](old.md)\n\n1. Look');
const ON = ['--now', '2026-06-01', '--no-shellcheck'];

/** A workspace that is a git repository with everything committed. */
function repository(files: Readonly<Record<string, string>>): Workspace {
  const space = workspace(files);
  git(space, 'init', '-q', '-b', 'main');
  git(space, 'add', '.');
  git(space, 'commit', '-qm', 'first');
  return space;
}

function git(space: Workspace, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], { cwd: space.path, stdio: 'pipe' });
}

describe('runbook lint', () => {
  it('says nothing of a clean file but that it is', () => called('lint', 'a.md', ...ON).in(workspace({ 'a.md': CLEAN })).expect({ status: 0, stdout: '1 file, no findings\n', stderr: '' }));

  it('shows an error at its place and ends with 1', () =>
    called('lint', 'a.md', ...ON)
      .in(workspace({ 'a.md': BROKEN }))
      .expect({ status: 1, stdout: 'a.md:8:1: error: no file "old.md" [broken-link]\n8 | [Old page](old.md)\n  | ^^^^^^^^^^^^^^^^^^\n\n1 error in 1 of 1 file\n', stderr: '' }));

  it('ends with 0 for warnings, and with 1 for more than --max-warnings', async () => {
    const space = workspace({ 'a.md': CLEAN.replace('Owner: platform\n', '') });
    await called('lint', 'a.md', ...ON).in(space).expect({ status: 0, stdout: '1 file, no findings\n', stderr: 'not reported, since few runbooks of the folder do otherwise: no owner (1 runbook); --select missing-owner lists them\n' });
    space.write('b.md', CLEAN);
    await called('lint', 'a.md', ...ON).in(space).expect({ status: 0, stdout: /missing-owner/, stderr: '' });
    await called('lint', 'a.md', ...ON, '--max-warnings', '0').in(space).expect({ status: 1 });
    await called('lint', 'a.md', ...ON, '--max-warnings', '0', '--quiet').in(space).expect({ status: 1, stdout: '1 file, no findings\n' });
    await called('lint', 'a.md', ...ON, '--rule', 'missing-owner=error').in(space).expect({ status: 1 });
    await called('lint', 'a.md', ...ON, '--rule', 'missing-owner=off').in(space).expect({ status: 0, stdout: '1 file, no findings\n' });
  });

  it('takes folders and quoted globs, and leaves out what git ignores', async () => {
    const space = repository({ 'docs/a.md': BROKEN, 'docs/deep/b.md': BROKEN, 'docs/skip/c.md': BROKEN, '.gitignore': 'skip/\n' });
    await called('lint', 'docs', ...ON).in(space).expect({ status: 1, stdout: /2 errors in 2 of 2 files/ });
    await called('lint', 'docs/**/b.md', ...ON).in(space).expect({ status: 1, stdout: /1 error in 1 of 1 file/ });
  });

  it.each([
    [['nowhere.md'], 'cannot lint nowhere.md: no such file or folder'],
    [['docs/*.md'], 'cannot lint docs/*.md: the glob matches no Markdown file'],
    [['a.md', '--format', 'xml'], '--format xml: expected text, json, sarif, github, gitlab or junit'],
    [['a.md', '--rule', 'stale-reviw=off'], '--rule stale-reviw=off: no rule is called "stale-reviw"; "stale-review" is one'],
    [['a.md', '--rule', 'stale-review=loud'], '--rule stale-review=loud: expected stale-review=off|info|warn|error'],
    [['a.md', '--max-warnings', 'few'], '--max-warnings few: expected a whole number'],
    [['a.md', '--now', 'yesterday'], '--now yesterday: expected a day such as 2026-05-14'],
    [['a.md', '--dry-run'], '--dry-run shows what --fix would change: --fix is missing'],
    [['a.md', '--baseline', 'none.json'], 'cannot read the baseline none.json: no such file'],
    [['a.md', '--changed-since', 'main'], 'cannot tell what changed since main'],
  ])('%j is a wrong call', async (args, message) => {
    const { stderr } = await called('lint', ...args).in(workspace({ 'a.md': CLEAN })).expect({ status: 2, stdout: '' });
    expect(stderr).toContain(`runbook: ${message}`);
  });

  it('reads .runbook.yaml from the root of the repository, and names a wrong key at its place', async () => {
    const space = repository({ 'docs/a.md': CLEAN, 'docs/archive/b.md': BROKEN, '.runbook.yaml': 'options:\n  review-days: 10\nrules:\n  stale-review: error\nignore:\n  - docs/archive\n' });
    await called('lint', 'a.md', 'archive', ...ON).in(space.at('docs')).expect({ status: 1, stdout: /a\.md:4:16: error: last reviewed 2026-05-14, 18 days ago; expected within 10 days \[stale-review\][\s\S]*1 error in 1 of 1 file/ });
    space.write('.runbook.yaml', 'rules:\n  stale-reviw: off\n');
    await called('lint', 'docs', ...ON).in(space).expect({ status: 2, stderr: 'runbook: .runbook.yaml:2:3: the configuration is wrong: no rule is called "stale-reviw"; "stale-review" is one\n  runbook explain lists the rules\n' });
  });

  it('judges freshness anew although the file is in the cache, and links although only their target changed', async () => {
    const space = workspace({ 'a.md': BROKEN, 'old.md': '# Old\n' });
    const { HOME = '' } = process.env;
    const env = { XDG_CACHE_HOME: space.at('cache'), HOME };
    const lint = (...args: readonly string[]) => called('lint', 'a.md', '--no-shellcheck', ...args).in(space).withEnv(env);
    await lint('--now', '2026-06-01').expect({ status: 0, stdout: '1 file, no findings\n' });
    await lint('--now', '2027-06-01').expect({ status: 0, stdout: /383 days ago/ });
    space.write('old.md', '# Old\n');
    execFileSync('rm', [space.at('old.md')]);
    await lint('--now', '2026-06-01').expect({ status: 1, stdout: /no file "old\.md"/ });
  });

  it('gives the same findings with and without the cache, and with many files', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`runbooks/${index}.md`, `${BROKEN}\n${'Words of a long page. '.repeat(500)}\n`]));
    const space = workspace(files);
    const lint = (...args: readonly string[]) => called('lint', 'runbooks', '--format', 'json', ...ON, ...args).in(space).withEnv({ XDG_CACHE_HOME: space.at('cache') });
    const fresh = await lint('--no-cache').expect({ status: 1 });
    const cold = await lint().expect({ status: 1 });
    const warm = await lint().expect({ status: 1 });
    expect(JSON.parse(fresh.stdout)).toHaveLength(40);
    expect(cold.stdout).toBe(fresh.stdout);
    expect(warm.stdout).toBe(fresh.stdout);
  });

  it('honours suppression comments and reports an unused one', async () => {
    const space = workspace({ 'a.md': BROKEN.replace('[Old', '<!-- runbook-disable-next-line broken-link -->\n[Old'), 'b.md': CLEAN.replace('1. Look', '<!-- runbook-disable-next-line broken-link -->\n1. Look') });
    await called('lint', 'a.md', ...ON).in(space).expect({ status: 0, stdout: '1 file, no findings\n' });
    await called('lint', 'b.md', ...ON).in(space).expect({ status: 0, stdout: /b\.md:8:1: warning: this comment silences nothing: broken-link has no finding on its lines \[unused-suppression\]/ });
  });

  it('accepts what stands in a baseline, and nothing new', async () => {
    const space = workspace({ 'a.md': BROKEN });
    await called('lint', 'a.md', ...ON, '--baseline', 'b.json', '--update-baseline').in(space).expect({ status: 0, stdout: '', stderr: 'b.json accepts 1 finding\n' });
    space.write('a.md', `${BROKEN}\n[Other](other.md)\n`);
    await called('lint', 'a.md', ...ON, '--baseline', 'b.json').in(space).expect({ status: 1, stdout: /other\.md[\s\S]*1 error in 1 of 1 file/ });
  });

  it('with --changed-since, speaks only of changed lines and new files', async () => {
    const space = repository({ 'a.md': BROKEN });
    space.write('a.md', `${BROKEN}\n[Other](other.md)\n`);
    space.write('b.md', BROKEN);
    const { stdout } = await called('lint', '.', ...ON, '--changed-since', 'HEAD', '--format', 'json').in(space).expect({ status: 1 });
    expect(JSON.parse(stdout).map(({ path, line }: { path: string; line: number }) => `${path}:${line}`)).toEqual(['a.md:12', 'b.md:8']);
  });

  it('with --changed-since, finds the link in an unchanged file that a renamed heading or a removed file breaks', async () => {
    const space = repository({ 'a.md': CLEAN.replace('1. Look', '[Freeze](b.md#freeze), [thaw](c.md)\n\n1. Look'), 'b.md': `${CLEAN}\n## Freeze\n`, 'c.md': CLEAN });
    const changed = () => called('lint', '.', ...ON, '--changed-since', 'HEAD').in(space);
    await changed().expect({ status: 0 });
    space.write('b.md', `${CLEAN}\n## Freezing\n`);
    await changed().expect({ status: 1, stdout: /a\.md:8:1: error: "b\.md" has no heading[^\n]*\n[\s\S]*1 error/ });
    execFileSync('git', ['mv', 'c.md', 'd.md'], { cwd: space.path });
    await changed().expect({ status: 1, stdout: /no file "c\.md"[\s\S]*2 errors/ });
  });

  it('says where a runbook is not as locked, and nothing where there is no lock', async () => {
    const restart = `${CLEAN}\n\`\`\`bash\nkubectl get pods\n\`\`\`\n`;
    const space = repository({ 'a.md': restart, 'b.md': CLEAN });
    await called('lock', 'a.md', '--accept-open', '--operator', 'sam').in(space).expect({ status: 0 });
    await called('lint', 'a.md', ...ON).in(space).expect({ status: 0 });
    space.write('a.md', restart.replace('bash\nkubectl get pods', 'bash\nkubectl delete pods --all'));
    await called('lint', '.', ...ON).in(space).expect({ status: 1, stdout: /a\.md:10:1: error: not as locked: step `[\w-]+`: [^\n]*\[not-as-locked\]/ });
  });

  it('chooses annotations by itself in GitHub Actions and writes the step summary', async () => {
    const space = workspace({ 'a.md': BROKEN });
    await called('lint', 'a.md', ...ON)
      .in(space)
      .withEnv({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: space.at('summary.md') })
      .expect({ status: 1, stdout: '::error file=a.md,line=8,endLine=8,col=1,endColumn=19,title=broken-link::no file "old.md"\n1 error in 1 of 1 file\n' });
    expect(space.read('summary.md')).toContain('| error | a.md:8:1 |');
  });

  it('fixes nothing twice, and a dry run only prints the diff', async () => {
    const session = CLEAN.replace('1. Look', 'Note <version>.\n\n```bash\n$ kubectl get pods\n```\n\n```bash\nkubectl get nodes\n```\n\n```bash\nkubectl get jobs\n```\n\n1. Look').replaceAll('\n', '\r\n');
    const space = workspace({ 'a.md': session });
    const link = space.at('link.md');
    symlinkSync(space.at('a.md'), link);
    const { stdout } = await called('lint', 'a.md', ...ON, '--fix', '--dry-run').in(space).expect({ status: 1, stderr: 'would repair 2 in 1 of 1 files\n' });
    expect(stdout).toContain('-Note <version>.\r\n+Note `<version>`.\r\n');
    expect(space.read('a.md')).toBe(session);
    await called('lint', 'link.md', ...ON, '--fix').in(space).expect({ status: 0, stdout: '1 file, no findings\n', stderr: 'repaired 2 in 1 of 1 files\n' });
    const fixed = space.read('a.md');
    expect(fixed).toBe(session.replace('<version>', '`<version>`').replace('bash', 'console'));
    await called('lint', 'a.md', ...ON, '--fix').in(space).expect({ status: 0, stderr: '' });
    expect(space.read('a.md')).toBe(fixed);
  });

  it('changes what a command is only where that is asked for', async () => {
    const space = workspace({ 'a.md': CLEAN.replace('1. Look', '```bash\nkubectl get nodes -l zone=eu -o \\ \n  wide\n```\n\n1. Look') });
    await called('lint', 'a.md', ...ON, '--fix').in(space).expect({ status: 1, stdout: /\[paste-trap\]/, stderr: '' });
    await called('lint', 'a.md', ...ON, '--fix', '--unsafe-fixes', '--select', 'paste-trap').in(space).expect({ status: 0, stderr: 'repaired 1 in 1 of 1 files\n' });
    expect(space.read('a.md')).toContain('\nkubectl get nodes -l zone=eu -o \\\n  wide\n');
  });

  it('says of a repair that it was left out, where a block would run after it', async () => {
    const text = CLEAN.replace('1. Look', '```bash\nPODS=$(kubectl get pods\n--no-headers)\n```\n\n1. Look');
    const space = workspace({ 'a.md': text });
    await called('lint', 'a.md', ...ON, '--fix', '--unsafe-fixes').in(space).expect({ status: 1, stdout: /\[paste-trap\]/, stderr: '1 repair left out: a block would run afterwards that does not now; make it by hand\n' });
    expect(space.read('a.md')).toBe(text);
  });

  it('says when shellcheck is missing, and fails where it is required', async () => {
    const space = workspace({ 'a.md': CLEAN });
    const env = { PATH: space.path };
    await runbook('lint', 'a.md', '--now', '2026-06-01').in(space).withEnv(env).expect({ status: 0, stderr: 'shellcheck did not run: it is not installed; its checks were left out (--no-shellcheck hides this line)\n' });
    await runbook('lint', 'a.md', '--shellcheck', 'required').in(space).withEnv(env).expect({ status: 2, stderr: /^runbook: shellcheck did not run: it is not installed\n/ });
    await runbook('lint', 'a.md', ...ON).in(space).withEnv(env).expect({ status: 0, stderr: '' });
  });

  it('reports a shellcheck that fails instead of passing over it', async () => {
    const space = workspace({ 'a.md': `${CLEAN}\n\`\`\`bash\nls $HOME\n\`\`\`\n`, 'bin/shellcheck': '#!/bin/sh\necho "out of memory" >&2\nexit 3\n' });
    chmodSync(space.at('bin/shellcheck'), 0o755);
    await runbook('lint', 'a.md', '--now', '2026-06-01').in(space).withEnv({ PATH: `${space.at('bin')}:/usr/bin:/bin` }).expect({ status: 0, stderr: /^shellcheck did not run: out of memory;/ });
  });
});

describe('runbook explain', () => {
  it('lists every rule', () => called('explain').expect({ status: 0, stdout: /^unparsed +error[\s\S]*shellcheck\/SCnnnn/ }));
  it('prints a page with a wrong and a right example', () => called('explain', 'stale-review').expect({ status: 0, stdout: /^stale-review \(warning\)\n[\s\S]*Wrong \(on 2026-06-01\):[\s\S]*Right/ }));
  it('points to shellcheck for its rules', () => called('explain', 'SC2086').expect({ status: 0, stdout: /shellcheck\.net\/wiki\/SC2086/ }));
  it('says what was meant', () => called('explain', 'stale-reviw').expect({ status: 2, stderr: 'runbook: cannot explain stale-reviw: no rule is called "stale-reviw"\n  did you mean stale-review?\n' }));
});
