import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { called, runbook, terminal, workspace, type Workspace } from './helpers/index.ts';

const FAILOVER = `# Fail over

**Owner:** ops

| Cluster | Host |
|---------|------|
| east | db-1 |
| west | db-2 |

## Check

Ask the primary:

\`\`\`sh
echo ping db-1
# Expected: ping
\`\`\`

## Promote

Take the known-good release (e.g., \`v84\`).

If needed, run it:

\`\`\`sh
echo promote v84
\`\`\`
`;

/** A repository with a runbook that was reviewed and locked. */
async function locked(files: Readonly<Record<string, string>> = { 'failover.md': FAILOVER }): Promise<Workspace> {
  const folder = repository(files);
  await called('lock', '--accept-open', '--operator', 'sam').in(folder).expect({ status: 0, stderr: '' });
  return folder;
}

function repository(files: Readonly<Record<string, string>>): Workspace {
  const folder = workspace(files);
  execFileSync('git', ['init', '-q'], { cwd: folder.path });
  return folder;
}

const edited = (from: string, to: string): string => {
  expect(FAILOVER).toContain(from);
  return FAILOVER.replace(from, to);
};

describe('runbook lock', () => {
  it('writes what was reviewed, the same bytes again, and --check holds', async () => {
    const folder = await locked();
    const first = folder.read('runbook.lock');
    expect(first).toMatch(/^failover\.md:\n {2}digest: [0-9a-f]{16}\n/m);
    expect(first).toContain('by: sam');
    await called('lock', '--accept-open', '--operator', 'ana').in(folder).expect({ status: 0 });
    expect(folder.read('runbook.lock')).toBe(first);
    await called('lock', '--check').in(folder).expect({ status: 0, stdout: '1 runbook as locked\n', stderr: '' });
  });

  it.each([
    ['a sentence that makes no doubt', edited('Ask the primary:', 'Ask the primary kindly:'), []],
    ['a sentence that makes one', edited('If needed, run it:', 'Never in production. Run it only if the lead agrees:'), ['words changed|the words of `conditional` changed']],
    ['a sentence that made one', edited('If needed, run it:', 'Run it:'), ['`conditional` is no doubt any more']],
    ['an e.g.', edited('(e.g., `v84`)', '(e.g., `v85`)'), ['parameter']],
    ['a heading', edited('## Promote', '## Move it'), ['step `promote-1` is gone', 'step `move-it-1` is new']],
    ['a command', edited('echo promote v84', 'heroku rollback v84'), ['its code changed', 'was `reads`, is `destroys`']],
    ['a row of the table', edited('| west | db-2 |', '| west | db-2 |\n| north | db-3 |'), ['target north is new']],
    ['a check', edited('# Expected: ping', '# Expected: pong'), ['a check changed']],
    ['an order to stop', edited('Take the known', 'Stop here if it answers.\n\nTake the known'), ['`gate` is a new doubt']],
  ])('--check says what changed with %s', async (_, text, wanted) => {
    const folder = await locked();
    folder.write('failover.md', text);
    const { stdout } = await called('lock', '--check').in(folder).expect({ status: wanted.length === 0 ? 0 : 1, stderr: '' });
    for (const words of wanted) expect(stdout).toMatch(new RegExp(words.replaceAll('`', '`')));
    if (wanted.length > 0) expect(stdout).toMatch(/^failover\.md(?::\d+)?: /m);
  });

  it('--check says where this version reads differently', async () => {
    const folder = await locked();
    folder.write('runbook.lock', folder.read('runbook.lock').replace(/^ {2}reader: .*$/m, '  reader: 0.0.9').replace('effect: reads', 'effect: changes'));
    await called('lock', '--check').in(folder).expect({ status: 1, stdout: /read differently by this version: step `check-1`: was `changes`, is `reads`/ });
  });

  it('--check speaks to programs, to a forge and, with a patch of the lock, to whoever reviews it', async () => {
    const folder = await locked();
    folder.write('failover.md', edited('echo promote v84', 'heroku rollback v84'));
    const words = (await called('lock', '--check').in(folder).expect({ status: 1, stdout: /^-\s+effect: reads$[^]*^\+\s+effect: destroys$/m })).stdout;
    folder.write('lock.patch', words.slice(words.indexOf('--- a/runbook.lock'), words.lastIndexOf('\n\n') + 1));
    execFileSync('git', ['apply', '--check', 'lock.patch'], { cwd: folder.path });
    const { stdout } = await called('lock', '--check', '--format', 'json').in(folder).expect({ status: 1 });
    expect((JSON.parse(stdout) as { step: string; kind: string; line: number }[])[0]).toMatchObject({ path: 'failover.md', step: 'promote-1', line: 25, kind: 'changed' });
    await called('lock', '--check', '--format', 'github').in(folder).expect({ status: 1, stdout: /^::error file=failover\.md,line=25,title=not-as-locked::step `promote-1`/ });
    const sarif = JSON.parse((await called('lock', '--check', '--format', 'sarif').in(folder).expect({ status: 1 })).stdout) as { runs: { results: unknown[] }[] };
    expect(sarif.runs[0]?.results.length).toBeGreaterThan(0);
  });

  it('settles with --settle, which holds until the words or the code change', async () => {
    const folder = repository({ 'failover.md': FAILOVER });
    await called('lock').in(folder).expect({ status: 2, stdout: '', stderr: /a doubt is open[^]*promote-1\.0\/conditional[^]*--settle/ });
    await called('lock', 'failover.md', '--settle', 'promote-1/conditional=run', '--operator', 'sam').in(folder).expect({ status: 0 });
    await called('show', 'failover.md').in(folder).expect({ status: 0, stdout: /as locked on \d{4}-\d\d-\d\d by sam[^]*settled by the lock: run/ });
    await runbook('run', 'failover.md', '--yes', '--target', 'east', '--set', 'known-good-release=v83', '--locked').in(folder).expect({ status: 0, stdout: /promote v83/ });
    folder.write('failover.md', edited('If needed, run it:', 'If the lead asks for it, run it:'));
    await called('lock', '--check').in(folder).expect({ status: 1, stdout: /settlement of `conditional` is void/ });
    await called('show', 'failover.md').in(folder).expect({ status: 0, stdout: /differs from what sam locked[^]*\? promote-1/ });
  });

  it('settles what is out until a run chooses it, as its questions do', async () => {
    const folder = repository({ 'ways.md': '# Restart the cache\n\n## Option A\n\nIf it hangs, run:\n\n```sh\necho restart\n```\n\n## Option B\n\n```sh\necho reload\n```\n' });
    await runbook('lock', 'ways.md', '--settle', 'option-a-1=run', '--operator', 'sam').in(folder).expect({ status: 0, stderr: '' });
    await runbook('run', 'ways.md', '--yes', '--section', 'Option A', '--locked').in(folder).expect({ status: 0, stdout: /restart/ });
    await runbook('lock', 'ways.md', '--settle', 'option-b-1=run').in(folder).expect({ status: 2, stderr: /nothing is open there/ });
  });

  it('list has a column for it', async () => {
    const folder = await locked({ 'failover.md': FAILOVER, 'other.md': `${FAILOVER}\n` });
    folder.write('other.md', edited('echo promote', 'heroku rollback'));
    folder.write('new.md', FAILOVER);
    const { stdout } = await called('list').in(folder).expect({ status: 0, stdout: /STEPS +LOCK +LAST RUN/ });
    expect(['failover.md', 'other.md', 'new.md'].map((name) => new RegExp(`^${name} .*`, 'm').exec(stdout)?.[0].split(/ {2,}/).at(-2))).toEqual(['yes', 'CHANGED', 'no']);
  });

  it('asks in a terminal, with the text around', async () => {
    const folder = repository({ 'failover.md': FAILOVER });
    const screen = terminal(['lock', '--operator', 'sam'], { cwd: folder.path, columns: 100, rows: 40, env: { NO_COLOR: '1' } });
    const asked = await screen.waitFor(/run, skip, or Enter to leave it open > ?$/);
    expect(asked).toMatch(/failover\.md:23: step promote-1 is held: conditional[^]*> {3}23 {2}If needed, run it:[^]*echo promote v84/);
    screen.type('run\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('runbook.lock')).toMatch(/settled:\n\s+answer: run\n\s+by: sam/);
  });
});

it('folds the lines of the file between words, beside their numbers', async () => {
  const folder = repository({ 'failover.md': FAILOVER.replace('If needed, run it:', 'If the primary has been gone for more than a minute and the replica is not far behind, run it:') });
  const screen = terminal(['lock', '--operator', 'sam'], { cwd: folder.path, columns: 80, rows: 40, env: { NO_COLOR: '1' } });
  expect(await screen.waitFor(/or Enter to leave it open > ?$/)).toContain('  >   23  If the primary has been gone for more than a minute and the replica is\n            ↪ not far behind, run it:\n');
  screen.type('run\r');
  expect(await screen.exit()).toBe(0);
});

describe('a run and the lock', () => {
  it('refuses to differ unattended, says each difference, and runs with --no-lock, which the row tells', async () => {
    const history = '\n## Execution history\n\n| Date | Operator | Outcome |\n|---|---|---|\n';
    const folder = await locked({ 'plain.md': `# Plain\n\n**Owner:** ops\n\n## Do\n\n\`\`\`sh\necho one\n\`\`\`\n${history}` });
    folder.write('plain.md', folder.read('plain.md').replace('echo one', 'echo two'));
    await called('run', 'plain.md', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: /plain\.md is not as locked[^]*plain\.md:7: step `do-1`: its code changed[^]*--no-lock/ });
    await called('export', 'github', 'plain.md').in(folder).expect({ status: 2, stdout: '', stderr: /plain\.md is not as locked[^]*review it and run runbook lock plain\.md\n$/ });
    await runbook('run', 'plain.md', '--yes', '--no-lock').in(folder).expect({ status: 0 });
    expect(folder.read('plain.md')).toMatch(/Success .*not as locked \(--no-lock\)/);
  });

  it('an effect that a person lowered in the lock is the one that counts, for that code alone', async () => {
    const folder = await locked({ 'purge.md': '# Purge\n\n**Owner:** ops\n\n```sh\nrm -rf cache\n```\n' });
    await called('run', 'purge.md', '--yes').in(folder).expect({ status: 2, stderr: /--allow-destructive/ });
    folder.write('runbook.lock', folder.read('runbook.lock').replace(/^( +)word: rm -rf$/m, '$&\n$1lowered:\n$1  effect: changes\n$1  by: ana\n$1  on: 2026-11-01'));
    await called('show', 'purge.md').in(folder).expect({ status: 0, stdout: /changes: rm -rf, lowered by ana on 2026-11-01/ });
    await called('lock', '--check').in(folder).expect({ status: 0 });
    await runbook('run', 'purge.md', '--yes').in(folder).expect({ status: 0 });
    folder.write('purge.md', folder.read('purge.md').replace('rm -rf cache', 'rm -rf caches'));
    await called('run', 'purge.md', '--yes', '--no-lock').in(folder).expect({ status: 2, stderr: /--allow-destructive/ });
    await called('show', 'purge.md').in(folder).expect({ status: 0, stdout: /destroys: rm -rf$/m });
  });

  it('--locked and locked: true demand an entry', async () => {
    const folder = await locked();
    folder.write('new.md', '# New\n\n```sh\necho new\n```\n');
    await called('run', 'new.md', '--yes', '--locked').in(folder).expect({ status: 2, stderr: /new\.md is not locked/ });
    await runbook('run', 'new.md', '--yes').in(folder).expect({ status: 0 });
    folder.write('.runbook.yaml', 'locked: true\n');
    await called('run', 'new.md', '--yes').in(folder).expect({ status: 2, stderr: /locked: true/ });
    await runbook('run', 'new.md', '--yes', '--no-lock').in(folder).expect({ status: 0 });
  });
});

describe('a lock that cannot be used', () => {
  it.each([
    ['conflict marks', (text: string) => text.replace('failover.md:', '<<<<<<< ours\nfailover.md:'), /runbook\.lock:4:1: .*conflict marks/],
    ['marks of the base', (text: string) => text.replace('    by:', '||||||| base\n    by:'), /runbook\.lock:8:1: .*conflict marks/],
    ['a newer format', (text: string) => text.replace('format: 1', 'format: 2'), /it has format 2/],
    ['a broken entry', (text: string) => text.replace('effect: reads', 'effect: nothing'), /runbook\.lock:4:1: .*entry of failover\.md is broken/],
    ['no YAML', (text: string) => text.replace('  steps:', '  steps: ['), /runbook\.lock:\d+:1: .*is no YAML/],
  ])('%s: one clear line, exit 2, nothing written', async (_, broken, wanted) => {
    const folder = await locked();
    const text = broken(folder.read('runbook.lock'));
    folder.write('runbook.lock', text);
    folder.write('failover.md', `${FAILOVER}\nMore.\n`);
    for (const args of [['lock', '--check'], ['lock', '--accept-open'], ['run', 'failover.md', '--yes']]) await called(...args).in(folder).expect({ status: 2, stdout: '', stderr: wanted });
    expect(folder.read('runbook.lock')).toBe(text);
  });

  it('one that is a link to nothing is no lock that was never there', async () => {
    const folder = await locked();
    renameSync(folder.at('runbook.lock'), folder.at('gone'));
    symlinkSync('runbook.lock.elsewhere', folder.at('runbook.lock'));
    for (const args of [['lock', '--check'], ['lock', '--accept-open'], ['run', 'failover.md', '--yes']]) await called(...args).in(folder).expect({ status: 2, stdout: '', stderr: /runbook\.lock: it is a link that leads nowhere/ });
  });

  it('counts the doubts of steps that are out apart from those that it asks about', async () => {
    const step = (words: string, line: string): string => `${words}\n\n\`\`\`sh\n${line}\n\`\`\`\n\n`;
    const folder = repository({ 'x.md': `# X\n\n## Do\n\n${step('If needed, restart it:', 'systemctl restart x')}## If it fails\n\n${step('If needed, stop it:', 'systemctl stop x')}${step('If needed, kill it:', 'pkill x')}` });
    await called('lock').in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: a doubt is open/ });
    await called('lock', '--accept-open').in(folder).expect({ status: 0, stdout: 'x.md: locked, 3 doubts left open (2 in steps that are out)\nwritten to runbook.lock\n' });
  });

  it('what links lead to is locked once; what lies outside, or in a repository within, is left out of a folder and refused by name', async () => {
    const other = repository({ 'x.md': FAILOVER });
    const folder = await locked();
    folder.write('sub/y.md', FAILOVER);
    execFileSync('git', ['init', '-q'], { cwd: folder.at('sub') });
    symlinkSync('failover.md', folder.at('a-link.md'));
    symlinkSync(other.at('x.md'), folder.at('out.md'));
    const { stdout, stderr } = await called('lock', '--accept-open').in(folder).expect({ status: 0 });
    expect(stdout).toBe('failover.md: as it was, one doubt left open\nwritten to runbook.lock\n');
    expect([...stderr.matchAll(/^runbook: (\S+) has no place in the lock/gm)].map(([, path]) => path)).toEqual(['out.md', 'sub/y.md']);
    await called('lock', 'failover.md', 'sub/y.md', '--accept-open').in(folder).expect({ status: 2, stdout: '', stderr: /sub\/y\.md has no place in the lock/ });
  });

  it('a check of what is in another repository is no good news, nor is one of nothing', async () => {
    const folder = await locked();
    const other = repository({ 'x.md': FAILOVER });
    await called('lock', '--check', other.at('x.md')).in(folder).expect({ status: 2, stdout: '', stderr: /outside of the repository/ });
    folder.write('new.md', FAILOVER);
    await called('lock', '--check', 'new.md').in(folder).expect({ status: 0, stdout: 'nothing was compared: none of these runbooks is locked\n' });
    await called('lock', '--check', 'failover.md', 'new.md').in(folder).expect({ status: 0, stdout: '1 runbook as locked; of those named 1 is not locked\n' });
    await called('lint', other.at('x.md')).in(folder).expect({ stdout: /in 1 of 1 file$/m });
    folder.write('failover.md', edited('echo promote', 'rm -rf'));
    await called('lock', '--check', folder.at('failover.md')).in(folder).expect({ status: 1, stdout: /is `destroys`/ });
  });

  it('takes no runbook that holds two versions, as no unattended run does', async () => {
    const two = '# Restart\n\n## Steps\n\n<<<<<<< HEAD\n```bash\nsystemctl restart a\n```\n=======\n```bash\nsystemctl restart b\n```\n>>>>>>> two\n';
    const folder = repository({ 'two.md': two, 'plain.md': FAILOVER });
    const { stderr } = await runbook('run', 'two.md', '--yes').in(folder).expect({ status: 2, stderr: /the runbook holds two versions/ });
    await called('lock', 'two.md', '--accept-open').in(folder).expect({ status: 2, stdout: '', stderr });
    await called('lock', '--accept-open').in(folder).expect({ status: 2, stderr });
    expect(existsSync(folder.at('runbook.lock'))).toBe(false);
  });

  it('holds for a runbook that is reached by a link from elsewhere, as the settings there do', async () => {
    const folder = await locked();
    const outside = workspace({});
    symlinkSync(folder.at('failover.md'), outside.at('link.md'));
    symlinkSync(folder.path, outside.at('books'));
    folder.write('failover.md', edited('echo ping db-1', 'rm -rf db-1'));
    folder.write('.runbook.yaml', 'locked: true\n');
    folder.write('new.md', '# New\n\n```sh\necho new\n```\n');
    for (const path of ['link.md', 'books/failover.md']) await called('run', path, '--yes', '--allow-destructive', '--target', 'east').in(outside).expect({ status: 2, stdout: '', stderr: /is not as locked/ });
    await called('run', 'books/new.md', '--yes').in(outside).expect({ status: 2, stdout: '', stderr: /locked: true/ });
  });

  it('one that was not read to its end comes to nothing that anybody could review', async () => {
    const folder = repository({ 'rows.md': `${FAILOVER}\n${'| a | b |\n'.repeat(20_000)}` });
    await called('lock', '--accept-open', '--operator', 'sam').in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: rows\.md:\d+:\d+: cannot read rows\.md: the file has more than 60,000 lines/ });
    expect(existsSync(folder.at('runbook.lock'))).toBe(false);
  });

  it('outside of a repository, and before there is one', async () => {
    await called('lock').in(workspace({ 'x.md': FAILOVER })).expect({ status: 2, stderr: /not in a git repository/ });
    await called('lock', '--check').in(repository({ 'x.md': FAILOVER })).expect({ status: 2, stderr: /there is no runbook\.lock/ });
  });
});

describe('renamed and removed runbooks', () => {
  it('a renamed one keeps its entry and its settlements; one that is gone is said', async () => {
    const folder = repository({ 'failover.md': FAILOVER });
    await called('lock', 'failover.md', '--settle', 'promote-1/conditional=run', '--operator', 'sam').in(folder).expect({ status: 0 });
    renameSync(folder.at('failover.md'), folder.at('moved.md'));
    await called('lock', '--check').in(folder).expect({ status: 1, stdout: /^failover\.md: the runbook is gone$/m });
    await called('lock').in(folder).expect({ status: 0, stdout: /moved\.md: as it was/ });
    expect(folder.read('runbook.lock')).not.toContain('failover.md:');
    expect(folder.read('runbook.lock')).toMatch(/moved\.md:[^]*settled:\n\s+answer: run/);
  });

  it('one that was moved is not run unattended unless it comes to what was locked; show says whose entry it has', async () => {
    const folder = await locked({ 'ops/plain.md': '# Plain\n\n**Owner:** ops\n\n## Do\n\n```sh\necho one\n```\n\n```sh\necho two\n```\n', 'other.md': '# Other\n\n```sh\necho other\n```\n' });
    renameSync(folder.at('ops/plain.md'), folder.at('moved.md'));
    await called('show', 'moved.md').in(folder).expect({ status: 0, stdout: /^ *not locked; runbook\.lock has an entry for ops\/plain\.md, which is gone$/m });
    await runbook('run', 'moved.md', '--yes').in(folder).expect({ status: 0 });
    folder.write('moved.md', folder.read('moved.md').replace('echo two', 'rm -rf two'));
    await called('run', 'moved.md', '--yes', '--allow-destructive').in(folder).expect({ status: 2, stdout: '', stderr: /moved\.md is not as locked: it comes to something else than what sam locked on [\d-]+ as ops\/plain\.md, which is gone[^]*is `destroys`[^]*--no-lock/ });
    await runbook('run', 'moved.md', '--yes', '--allow-destructive', '--no-lock').in(folder).expect({ status: 0 });
    renameSync(folder.at('other.md'), folder.at('Other.md'));
    folder.write('Other.md', '# Other\n\n```sh\necho something else\n```\n');
    await called('run', 'Other.md', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: /as other\.md, which is gone/ });
    folder.write('new.md', '# New\n\n```sh\necho new\n```\n');
    await runbook('run', 'new.md', '--yes').in(folder).expect({ status: 0 });
  });

  it('locking one runbook leaves the entries of others that are not here; what is taken out is said', async () => {
    const folder = await locked({ 'failover.md': FAILOVER, 'docs/other.md': FAILOVER });
    renameSync(folder.at('docs/other.md'), folder.at('other.txt'));
    await called('lock', 'failover.md', '--accept-open').in(folder).expect({ status: 0, stdout: /^failover\.md: as it was/ });
    expect(folder.read('runbook.lock')).toContain('docs/other.md:');
    await called('lock', '--accept-open').in(folder).expect({ status: 0, stdout: /^docs\/other\.md: gone, its entry is taken out$/m });
    expect(folder.read('runbook.lock')).not.toContain('docs/other.md:');
  });
});
