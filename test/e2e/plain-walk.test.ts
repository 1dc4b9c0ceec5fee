import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { called, CLI, cleanEnvironment, runbook, terminal, workspace } from './helpers/index.ts';
import type { Terminal } from './helpers/index.ts';

const ASKED = /quit > ?$/;

/** Answers the question that stands at the end of the screen, once it matches. */
async function answer(screen: Terminal, question: RegExp | string, keys: string): Promise<void> {
  await screen.waitFor((text) => (typeof question === 'string' ? text.trimEnd().endsWith(question) : question.test(text)));
  screen.type(keys);
}

describe('the walk with plain lines and questions', () => {
  it('rolls production back: the target is chosen and typed, the value picked from the output, a cell changed', async () => {
    const cloud = newCloud();
    onTestFinished(cloud.remove);
    const folder = workspace({ 'rollback.md': readFileSync('runbooks/rollback.md', 'utf8') });
    const screen = terminal(['run', 'rollback.md', '--no-tui', '--operator', 'ana'], { cwd: folder.path, columns: 100, rows: 60, env: { ...cloud.env, NO_COLOR: '1' } });
    await answer(screen, 'Enter start, q quit >', '\r');
    await answer(screen, 'number or name:', '1\r');
    for (const step of ['[1/8]', '[2/8]', '[3/8]', '[4/8]', '[5/8]', '[6/8]']) await answer(screen, new RegExp(`${step.replace(/[[\]/]/g, '\\$&')}[^]*${ASKED.source}`), '\r');
    await answer(screen, 'number of one above):', '2\r');
    await answer(screen, /DESTRUCTIVE: rollback[^]*quit > ?$/, '\r');
    await answer(screen, 'type raxx-api-prod to run it:', 'raxx-api-staging\r');
    await screen.waitFor(/"raxx-api-staging" is not raxx-api-prod; nothing was run/);
    expect(cloud.calls().filter((call) => call.startsWith('heroku rollback'))).toEqual([]);
    await answer(screen, /nothing was run[^]*quit > ?$/, '\r');
    await answer(screen, 'type raxx-api-prod to run it:', 'raxx-api-prod\r');
    await answer(screen, /Confirm the new release[^]*quit > ?$/, '\r');
    await answer(screen, /Confirm dynos are up[^]*quit > ?$/, 'n\r');
    await answer(screen, 'note:', 'dynos look slow\r');
    await answer(screen, /Confirm dynos are up[^]*quit > ?$/, '\r');
    await answer(screen, /Smoke-check the health endpoint[^]*quit > ?$/, '\r');
    await answer(screen, 'to write no row >', '4\r');
    await answer(screen, /v85[^]*\nBad release \(a value, or the number of one above\): ?$/, 'v85\r');
    await answer(screen, /4 {2}Bad release: v85[^]*to write no row > ?$/, '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('rollback.md')).toMatch(/\| raxx-api-prod \| ana \| v85 \| v84 \| <1 \| Success — .*dynos look slow/);
  }, 60_000);

  it('left before it began, there is no run, and it says so', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## A\n\n```bash\necho one\n```\n' });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path });
    await answer(screen, 'Enter start, q quit >', '\u0004');
    expect(await screen.exit()).toBe(3);
    expect(screen.screen()).toMatch(/q quit > *\nnothing was run$/);
  });

  it('shows a failed check beside what was seen, and can be left, resumed and accepted', async () => {
    const environment = cleanEnvironment();
    const folder = workspace({ 'r.md': '# R\n\n## A\n\n```bash\necho 503\n# Expected: 200\n```\n\n## B\n\n```bash\necho fine\n```\n' });
    const first = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, env: environment });
    await answer(first, 'Enter start, q quit >', '\r');
    await answer(first, /\[1\/2\][^]*quit > ?$/, '\r');
    await first.waitFor(/expected: 200\n {2}seen: +503/);
    await answer(first, /seen: +503[^]*quit > ?$/, 'q\r');
    await answer(first, 'Enter stay >', 'l\r');
    await first.waitFor('runbook resume');
    expect(await first.exit()).toBe(3);
    await runbook('runs').in(folder).withEnv(environment).expect({ status: 0, stdout: /^\S+ .* left /m });
    const anew = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, env: environment });
    await answer(anew, /not finished: the run that .+ began at [-\d: ]+ UTC\nto go on with it: runbook resume \S+\n[^]*Enter start, q quit > ?$/, 'q\r');
    expect(await anew.exit()).toBe(3);
    const onScreen = terminal(['run', 'r.md'], { cwd: folder.path, env: environment });
    await onScreen.waitFor(/not finished: the run that [^]*Enter start/);
    onScreen.type('q');
    expect(await onScreen.exit()).toBe(3);
    const second = terminal(['resume', '--no-tui'], { cwd: folder.path, env: environment });
    await answer(second, /resumed at step 1 of 2, 0 done[^]*Enter resume, q quit > ?$/, '\r');
    await answer(second, /echo 503[^]*quit > ?$/, '\r');
    await answer(second, /seen: +503[^]*quit > ?$/, 'a\r');
    await answer(second, 'reason:', 'known\r');
    await answer(second, /echo fine[^]*quit > ?$/, '\r');
    expect(await second.exit()).toBe(0);
    const { stdout } = await called('runs').in(folder).withEnv(environment).finish();
    expect(stdout).toMatch(/passed/);
  }, 60_000);

  it('takes nothing that was typed before the question, tells a sentence once, and shows the sample of the runbook', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Look first\n\n```console\n$ echo begun; sleep 0.5; echo now 12\nnow 11\n```\n\nThe number must be below 20.\n\n## Write it\n\n```bash\ntouch ran\n```\n' });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path });
    await answer(screen, 'Enter start, q quit >', '\r');
    await answer(screen, /the runbook shows:\n {4}now 11\n[^]*quit > ?$/, '\r');
    await screen.waitFor(/^begun/m);
    screen.type('y\r');
    await screen.waitFor(/now 12[^]*check by eye: The number must be below 20\.\nignored what was typed before this question:\ny yes[^]*quit > ?$/);
    await answer(screen, /quit > ?$/, 'y\r');
    await answer(screen, /\[2\/2\][^]*quit > ?$/, 's\r');
    await answer(screen, 'reason:', 'enough\r');
    expect(await screen.exit()).toBe(0);
    expect(screen.scrollback().match(/The number must be below 20/g)).toHaveLength(3);
    expect(existsSync(folder.at('ran'))).toBe(false);
  }, 30_000);

  it('says a numbered title once, in the comment of its part, and leaves a line between parts', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Look at it\n\n```bash\n# 1. Count them\necho one\n\n# 2. Count again\necho two\n```\n' });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path });
    await answer(screen, 'Enter start, q quit >', '\r');
    await answer(screen, /Look at it\n {4}# 1\. Count them\n[^]*quit > ?$/, '\r');
    await answer(screen, /passed in .*\n\n {4}# 2\. Count again\n[^]*quit > ?$/, '\r');
    expect(await screen.exit()).toBe(0);
    expect(screen.scrollback().match(/Count (?:them|again)/g)).toHaveLength(2);
  });

  it('gives an interactive step the terminal and takes it back, twenty times without a lost key', async () => {
    const blocks = Array.from({ length: 20 }, (_, i) => `## S${i}\n\n\`\`\`bash\nread -r -p "name ${i}? " name; echo "got $name"\n\`\`\`\n`);
    const folder = workspace({ 'r.md': `# R\n\n${blocks.join('\n')}` });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, rows: 60 });
    await answer(screen, 'Enter start, q quit >', '\r');
    for (let i = 0; i < 20; i++) {
      await answer(screen, new RegExp(`\\[${i + 1}/20\\][^]*quit > ?$`), '\r');
      await answer(screen, `name ${i}?`, `abcdefghij${i}\r`);
      await screen.waitFor(`got abcdefghij${i}`);
    }
    expect(await screen.exit()).toBe(0);
  }, 60_000);

  it('stays at a failure where the operator decides to, and runs an earlier step again', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Look first\n\n```bash\necho one >> log\n```\n\n## Write it\n\n```bash\necho two >> log; test -e fixed\n```\n' });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, rows: 60 });
    await answer(screen, 'Enter start, q quit >', '\r');
    await answer(screen, /\[1\/2\][^]*quit > ?$/, '\r');
    await answer(screen, /\[2\/2\][^]*quit > ?$/, '\r');
    await answer(screen, /exit status 1[^]*quit > ?$/, 'q\r');
    await answer(screen, 'Enter stay >', '\r');
    folder.write('fixed', '');
    await answer(screen, /Enter stay >[^]*quit > ?$/, 'g\r');
    await answer(screen, / 1 {2}Look first: echo one: passed[^]*or Enter for none: ?$/, '1\r');
    await answer(screen, /or Enter for none:[^]*echo one[^]*quit > ?$/, '\r');
    await answer(screen, /or Enter for none:[^]*echo two[^]*quit > ?$/, '\r');
    expect(await screen.exit()).toBe(0);
    expect(folder.read('log')).toBe('one\ntwo\none\ntwo\n');
  });

  it('holds what an order to stop stands before: Enter does nothing, a reason lets it pass', async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Look first\n\n```bash\ngrep -q alive /dev/null\n```\n\nIf the primary is alive, **stop here**.\n\n## Write it\n\n```bash\necho b > b\n```\n\nDo not continue until the channel agrees.\n\n## Write more\n\n```bash\necho c > c\n```\n' });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, rows: 60 });
    await answer(screen, 'Enter start, q quit >', '\r');
    await answer(screen, /grep -q alive[^]*quit > ?$/, '\r');
    // The exit status is what the order is about: asked once, and no failure.
    await answer(screen, /the runbook says: "If the primary is alive, stop here\." \(line 9\)[^]*passed \(go on, with a reason\)[^]*quit\s+> ?$/, 'passed\r');
    await answer(screen, /reason: ?$/, 'it is gone\r');
    await answer(screen, /echo b > b[^]*quit > ?$/, '\r');
    await answer(screen, /HELD: The text before it says: "Do not continue until the channel agrees\."[^]*quit > ?$/, '\r');
    await answer(screen, /Enter does nothing here; type one of: passed, stop[^]*quit > ?$/, 'stop\r');
    expect(await screen.exit()).toBe(3);
    expect(folder.read('b')).toBe('b\n');
    expect(() => folder.read('c')).toThrow();
  });

  it.each([
    ['Ctrl-C at a question is 130', '\u0003', 130],
    ['q before the first step is 3', 'q\r', 3],
    ['the end of the input is 3', '\u0004', 3],
  ])('%s', async (_, keys, code) => {
    const folder = workspace({ 'r.md': '# R\n\n```bash\ntouch ran\n```\n' });
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path });
    await answer(screen, 'Enter start, q quit >', keys);
    expect(await screen.exit()).toBe(code);
  });

  it('Ctrl-\\ while a step runs ends the run in order, and resume asks about that step', async () => {
    const folder = workspace({ 'r.md': '# R\n\n```bash\necho going; sleep 100\n```\n' });
    const env = { ...cleanEnvironment(), NO_COLOR: undefined };
    const screen = terminal(['run', 'r.md', '--no-tui'], { cwd: folder.path, env });
    await answer(screen, 'Enter start, q quit >', '\r');
    await answer(screen, /Enter run[^]*quit > ?$/, '\r');
    await answer(screen, /^going$/m, '\u001c');
    expect(await screen.exit()).toBe(131);
    expect(screen.scrollback()).toMatch(/Aborted: stopped by SIGQUIT in "R: sleep"[^]*Resume with: runbook resume/);
    const again = terminal(['resume', '--no-tui'], { cwd: folder.path, env });
    await answer(again, 'Enter resume, q quit >', '\r');
    await answer(again, /INTERRUPTED[^]*quit > ?$/, '\u0003');
    expect(await again.exit()).toBe(130);
  });

  it('without a terminal names --yes', () => runbook('run', 'r.md').in(workspace({ 'r.md': '# R\n\n```bash\ntrue\n```\n' })).expect({ status: 2, stdout: '', stderr: /--yes/ }));

  for (const stop of ['SIGTSTP', 'SIGSTOP'] as const) it(`stopped by ${stop}, asks again after fg and shows nothing of a secret`, async () => {
    const folder = workspace({ 'r.md': '# R\n\n## Log in\n\n```bash\ntest -n <api-token> && touch ran\n```\n' });
    const screen = terminal([], { cwd: folder.path, env: { PS1: '$ ', NO_COLOR: '1' }, command: ['bash', '--norc', '-i'] });
    await answer(screen, '$', `bash -c 'echo $$ > pid; exec "$@"' - '${process.execPath}' '${CLI}' run r.md --no-tui\r`);
    await answer(screen, 'Enter start, q quit >', '\r');
    await screen.waitFor(/api-token \(not shown\): ?$/);
    process.kill(Number(folder.read('pid')), stop);
    await answer(screen, /Stopped[^]*\$ ?$/, 'fg\r');
    await answer(screen, /\$ fg[^]*api-token \(not shown\): ?$/, 's3cret-value-77\r');
    await screen.waitFor(/Enter run/);
    process.kill(Number(folder.read('pid')), stop);
    await answer(screen, /Enter run[^]*Stopped[^]*\$ ?$/, 'fg\r');
    await answer(screen, /Stopped[^]*\$ fg[^]*Enter run[^\n]*quit > ?$/, '\r');
    await screen.waitFor(() => existsSync(folder.at('ran')));
    expect(screen.raw).not.toContain('s3cret-value-77');
  });
});
