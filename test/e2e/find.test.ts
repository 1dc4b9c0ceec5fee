import { expect, it } from 'vitest';
import { called, runbook, terminal, workspace } from './helpers/index.ts';

const FILES = {
  'ops/failover.md': '# Fail over\n\n## Symptoms\n\nThe primary does not answer.\n\n## Steps\n\n```sh\ntrue\n```\n',
  'ops/rollback.md': '# Roll back\n\n## Steps\n\n```sh\ntrue\n```\n',
};

it('find tells which runbooks speak of some words, and exits 1 where none does', async () => {
  const folder = workspace(FILES);
  await called('find', 'primary', 'answer').in(folder).expect({ status: 0, stderr: '', stdout: 'ops/failover.md  Fail over\n    The primary does not answer.\n' });
  await called('find', 'elephant').in(folder).expect({ status: 1, stdout: '', stderr: 'runbook: nothing found: "elephant" is in no title, purpose, heading, system, tag or path of 2 runbooks\n  runbook list shows what is there\n' });
  const { stdout } = await called('find', 'elephant', '--json').in(folder).expect({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual([]);
});

it('a bare run asks which runbook is meant: a number, or words; without a terminal it is an error', async () => {
  const folder = workspace(FILES);
  await runbook('run').in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: run needs <file>\n {2}runbook list shows/ });
  const screen = terminal(['run', '--no-tui'], { cwd: folder.path });
  await screen.waitFor(' 2  ops/rollback.md  Roll back');
  screen.type('primary\r');
  await screen.waitFor('(1 of 2)');
  screen.type('1\r');
  await screen.waitFor('Enter start');
  screen.type('q\r');
  expect(await screen.exit()).toBe(3);
});
