import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { itAtOnce, whenDone } from './helpers/index.ts';
import { end, framed, press, steps, walk } from './walking.ts';

describe('the walk on the full screen', () => {
  itAtOnce('rolls production back: a wrong target runs nothing, the value comes from the output, a cell is changed', async () => {
    const cloud = newCloud();
    whenDone(cloud.remove);
    const { screen, folder } = walk(readFileSync('runbooks/rollback.md', 'utf8'), { env: cloud.env, columns: 100, rows: 60, args: ['--operator', 'ana'] });
    await press(screen, 'Enter start', '\r');
    await press(screen, /Which app\?[^]*↑↓ mark/, '\r');
    await press(screen, 'type the name, or mark one with the arrows', 'prod');
    await press(screen, /› prod/, '\u001b[B');
    await press(screen, /❯ raxx-api-prod +production/, '\r');
    await press(screen, /Confirm the release[^]*Enter done/, '\r');
    await press(screen, framed('heroku ps -a raxx-api-prod'), '\r');
    await press(screen, framed('heroku releases -a raxx-api-prod'), '\r');
    await press(screen, /▶ Check for a DB[^]*Enter done/, '\r');
    await press(screen, /▶ Verify you are[^]*Enter done/, '\r');
    await press(screen, framed('heroku releases -a raxx-api-prod'), '\r');
    await press(screen, 'known-good-release?', '\r');
    await screen.waitFor('type a value');
    screen.type('\u001b[B\u001b[B');
    await press(screen, /❯ v84/, '\r');
    await press(screen, framed('heroku rollback v84 -a raxx-api-prod'), '\r');
    await press(screen, 'Type raxx-api-prod to run it', 'raxx-api-staging\r');
    await screen.waitFor('"raxx-api-staging" is not raxx-api-prod: nothing was run');
    expect(cloud.calls().filter((call) => call.startsWith('heroku rollback'))).toEqual([]);
    screen.type('\u0015raxx-api-prod\r');
    await press(screen, framed('# Confirm the new release'), '\r');
    await press(screen, framed('# Confirm dynos are up'), 'n');
    await press(screen, /kept in the journal[^]*Enter take/, 'dynos look slow\r');
    await press(screen, framed('# Confirm dynos are up'), '\r');
    await press(screen, framed('# Smoke-check'), '\r');
    // What is not filled in is marked.
    await press(screen, /The history row[^]*❯ Bad release: —/, 'e');
    await press(screen, 'Enter take', 'v85\r');
    await press(screen, 'Bad release: v85', '\r');
    await screen.waitFor(/written to .*r\.md:\d+[^]*Report: runbook runs report/);
    expect(await end(screen)).toBe(0);
    expect(folder.read('r.md')).toMatch(/\| raxx-api-prod \| ana \| v85 \| v84 \| <1 \| Success — .*dynos look slow/);
    expect(screen.scrollback()).toMatch(/written to[^]*Report: runbook runs report/);
  }, 60_000);

  itAtOnce('says which cells of the row it wrote were not filled in', async () => {
    const { folder, screen } = walk('# Restart\n\n## Steps\n\n```bash\necho one\n```\n\n## History\n\n| Date | Ticket | Outcome |\n|---|---|---|\n| 2026-05-14 | OPS-1 | Success |\n');
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\r');
    await press(screen, /❯ Ticket: —/, '\r');
    await screen.waitFor(/written to .*r\.md:\d+; not filled in: Ticket/);
    expect(await end(screen)).toBe(0);
    expect(folder.read('r.md')).toMatch(/\| — \| Success \|\n$/);
  });

  itAtOnce('shows a failed check beside what was seen; tried again, it holds', async () => {
    const { screen } = walk(steps('echo x >> tries; wc -l < tries\n# Expected: 3'));
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\r');
    await screen.waitFor(/Check failed[^]*expected: 3[^]*seen: +1/);
    await press(screen, 'R until it holds', 'R');
    await screen.waitFor('check held: 3');
    expect(await end(screen)).toBe(0);
  });

  itAtOnce('accepts a failure with a reason, and skips with one', async () => {
    const { screen, folder } = walk(`${steps('false', 'touch never')}\n## History\n\n| Date | Operator | Outcome |\n|---|---|---|\n`);
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\r');
    await press(screen, 'Command failed: exit status 1', 'a');
    await press(screen, 'Why is it accepted?', '\r');
    await screen.waitFor('type the reason');
    screen.type('known\r');
    await press(screen, framed('touch never'), 's');
    await press(screen, 'Why is it skipped?', 'not needed\r');
    await press(screen, 'The history row', '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('r.md')).toContain('not needed');
  });

  itAtOnce('asks once about an exit status that the runbook explains, and about nothing that was done by hand', async () => {
    const { screen, folder } = walk('# R\n\n## Look\n\n1. Wait for the lead to agree.\n\n```bash\ngrep -q alive /dev/null\n```\n\nIf the primary is alive, **stop here**.\n\n## Promote\n\n```bash\ntouch promoted\n```\n');
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter done', '\r');
    await press(screen, framed('grep -q alive'), '\r');
    await press(screen, /exit status 1[^]*The runbook says, line 11: "If the primary is alive, stop here\."[^]*P passed: go on {2}X stop here {2}r retry {2}s skip/, 'P');
    await press(screen, /Why can it go on\?[^]*Enter take/, 'it is gone\r');
    await screen.waitFor(/passed, exit status 1 · it is gone/);
    await press(screen, framed('touch promoted'), '\r');
    await screen.waitFor('Success after');
    expect(await end(screen)).toBe(0);
    expect(folder.read('promoted')).toBe('');
  });

  itAtOnce('runs the operator\'s own text after an edit', async () => {
    const { screen, folder } = walk(steps('echo old > out'));
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', 'e');
    await press(screen, /Change the command[^]*Enter take/, '\u0015echo new > out\r');
    await press(screen, /changed by you[^]*Enter run/, '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('out')).toBe('new\n');
  });

  itAtOnce('answers keys while output floods, and stops the step', async () => {
    const { screen } = walk(steps('while true; do echo flooooood; done'), { rows: 30 });
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\r');
    await screen.waitFor('lines above: o shows all');
    await press(screen, 'flooooood', '?');
    await press(screen, 'stop the running command', '\u001b');
    await press(screen, 'x stop', 'x');
    await press(screen, /passed|Stopped|ended by/, '\u0003');
    expect([0, 130]).toContain(await screen.exit());
  });

  itAtOnce('never runs what has not been on screen: a long command is read to its end first', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `: line ${i}`).join('\n');
    const { screen, folder } = walk(steps(`${long}\ntouch ran`));
    await press(screen, 'Enter start', '\r');
    await press(screen, /: line 3\b[^]*Enter read on/, '\r');
    await press(screen, /: line 20\b[^]*Enter read on/, '\r');
    expect(() => folder.read('ran')).toThrow();
    await press(screen, /Enter read on/, 'j'.repeat(60));
    await press(screen, /touch ran[^]*Enter run/, '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('ran')).toBe('');
  });

  itAtOnce('what is pasted while nothing asks for input presses no key', async () => {
    const { screen } = walk(steps('echo one', 'echo two'));
    await press(screen, 'Enter start', '\r');
    await press(screen, 'Enter run', '\u001b[200~\r\rq\u001b[201~');
    await screen.waitFor('paste ignored');
    await press(screen, framed('echo one'), 'n');
    await press(screen, 'Enter take', '\u001b[200~two\nlines\u001b[201~');
    await press(screen, 'two lines', '\u001b');
    await press(screen, framed('echo one'), 'q');
    await press(screen, 'l leave', 'l');
    expect(await screen.exit()).toBe(3);
  });

  itAtOnce('a key that is held down runs one command and no more', async () => {
    const { screen, folder } = walk(steps('echo x >> one', 'echo x >> two'));
    await press(screen, 'Enter start', '\r');
    await screen.waitFor('Enter run');
    for (let i = 0; i < 20; i++) {
      screen.type('\r');
      await new Promise((done) => setTimeout(done, 30));
    }
    await screen.waitFor(/✔ echo x >> one[^]*Enter run/);
    expect(folder.read('one')).toBe('x\n');
    expect(() => folder.read('two')).toThrow();
    screen.type('\u0003');
    expect(await screen.exit()).toBe(130);
  });

  itAtOnce('looks back at a step, runs it again, and goes on where it was', async () => {
    const { screen, folder } = walk(steps('echo one >> log', 'echo two >> log'));
    await press(screen, 'Enter start', '\r');
    await press(screen, framed('echo one'), '\r');
    await press(screen, framed('echo two'), '[');
    await press(screen, 'r make it next', 'r');
    await press(screen, framed('echo one'), '\r');
    await press(screen, framed('echo two'), '\r');
    expect(await end(screen)).toBe(0);
    expect(folder.read('log')).toBe('one\none\ntwo\n');
  });
});
