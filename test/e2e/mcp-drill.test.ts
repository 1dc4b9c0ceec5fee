import { expect, it, onTestFinished } from 'vitest';
import { readFileSync } from 'node:fs';
import { newCloud } from '../fixtures-cloud/cloud.ts';
import { agent, type Told } from './mcp-client.ts';
import { repository } from './mcp-repository.ts';

/** What a careful agent answers: it runs what it may, reads steps by hand, judges by what it saw, gives the values that it was told. */
function answerTo(prompt: Record<string, unknown>, values: Readonly<Record<string, string>>): Record<string, unknown> {
  switch (prompt['kind']) {
    case 'enter-parameter':
      return { kind: 'answer', value: values[String(prompt['name'])] };
    case 'choose-alternative':
      return { kind: 'choose', choice: null };
    case 'run-piece':
      return (prompt['unboundHosts'] as unknown[]).length > 0 ? { kind: 'skip', reason: 'the host belongs to production' } : { kind: 'run' };
    case 'do-by-hand':
      return { kind: 'done' };
    case 'judge':
      return String(prompt['seen']).includes('Rollback to v84') ? { kind: 'holds' } : { kind: 'unsure' };
    case 'record-row':
      return { kind: 'write', cells: (prompt['cells'] as { value: string; open: boolean; column: string }[]).map(({ value, open, column }) => (open && column.startsWith('Bad') ? 'v85' : value)) };
    default:
      throw new Error(`nobody told the agent what to say to ${JSON.stringify(prompt)}`);
  }
}

it('an agent plans, drills rollback.md in staging on the simulated cloud and signs the row; a person approves what destroys', async () => {
  const cloud = newCloud();
  onTestFinished(cloud.remove);
  const folder = repository({ 'rollback.md': readFileSync('runbooks/rollback.md', 'utf8') });
  const asked: string[] = [];
  const bot = await agent({ cwd: folder.path, env: cloud.env, name: 'deskclient', args: ['--allow', 'changes', '--confirm', 'elicit', '--operator', 'drill-bot'], person: (message) => (asked.push(message), { action: 'accept', content: { typed: 'raxx-api-staging' } }) });
  const [found] = (await bot.call('find_runbooks', { words: 'revert a production release' })).data['runbooks'] as { path: string }[];
  expect(found?.path).toBe('rollback.md');
  expect((await bot.call('show_runbook', { path: 'rollback.md', target: 'raxx-api-staging' })).data['questions']).toContainEqual(expect.objectContaining({ kind: 'parameter', name: 'known-good-release' }));

  let told: Told = await bot.call('start_run', { path: 'rollback.md', target: 'raxx-api-staging' });
  for (let replies = 0; told.data.prompt?.['kind'] !== 'finished' && replies < 60; replies++) {
    const prompt = told.data.prompt ?? {};
    told = await bot.call('reply', { run: told.data['run'], reply: { to: prompt['id'], ...answerTo(prompt, { 'known-good-release': 'v84' }) } });
  }
  expect(told.data).toMatchObject({ status: 'passed', prompt: { row: { status: 'written' } } });
  expect(asked).toEqual([expect.stringMatching(/^drill-bot \(agent\) asks for a command to run: .*rollback.*\n[^]*\| heroku rollback v84 -a raxx-api-staging\n/)]);
  expect(cloud.type('heroku releases -a raxx-api-staging').stdout).toContain('Rollback to v84');
  expect(cloud.type('heroku releases -a raxx-api-prod').stdout).not.toContain('Rollback to v84');
  expect(folder.read('rollback.md')).toMatch(/^\| [^|]*UTC \| raxx-api-staging \| drill-bot \(agent\) \| v85 \| v84 \| <1 \| Success.*approved in deskclient.*\|$/m);
});

it('a person who approves what destroys is told what held it, and who settled that', async () => {
  const folder = repository({ 'r.md': '# Empty the queue\n\n## Steps\n\nPost in #ops that mail is paused.\n\n```bash\nrm -rf queue\n```\n' });
  const asked: string[] = [];
  const bot = await agent({ cwd: folder.path, args: ['--allow', 'changes', '--confirm', 'elicit', '--operator', 'drill-bot'], person: (message) => (asked.push(message), { action: 'decline' }) });
  const held = await bot.call('start_run', { path: 'r.md' });
  const told = await bot.call('reply', { run: held.data['run'], reply: { kind: 'settle', to: held.data.prompt?.['id'], doubt: 'conditional', answer: 'run' } });
  await bot.call('reply', { run: held.data['run'], reply: { kind: 'run', to: told.data.prompt?.['id'] } });
  expect(asked).toEqual([expect.stringContaining('\nWas held: conditional, "Post in #ops that mail is paused."; settled as "run" by drill-bot (agent)\n')]);
});
