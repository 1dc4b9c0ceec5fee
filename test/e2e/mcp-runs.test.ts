import { existsSync } from 'node:fs';
import { ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import { called, cleanEnvironment, terminal } from './helpers/index.ts';
import { type Agent, agent, type Told } from './mcp-client.ts';
import { repository } from './mcp-repository.ts';

const TABLE = '\n## Execution history\n\n| Date | Target | Operator | Outcome |\n| --- | --- | --- | --- |\n';
const BOOK = `# Restart

**System:** shop-staging, shop-prod

## Steps

\`\`\`sh
echo shop-staging is up
\`\`\`

\`\`\`sh
mkdir changed
\`\`\`

\`\`\`sh
rm -r changed
\`\`\`
${TABLE}`;

const prompt = ({ data }: Told): Record<string, unknown> => data.prompt ?? {};
const run = async ({ call }: Agent, told: Told, reply: Record<string, unknown>): Promise<Told> => call('reply', { run: told.data['run'], reply: { to: prompt(told)['id'], ...reply } });

describe('an agent with a run', () => {
  it('reads on its own word, and hands over to a terminal what only a person may run; there the same run goes on', async () => {
    const folder = repository({ 'restart.md': BOOK });
    const env = cleanEnvironment();
    const bot = await agent({ cwd: folder.path, env, name: 'drill-bot' });
    const first = await bot.call('start_run', { path: 'restart.md', target: 'shop-staging' });
    expect(first.data).toMatchObject({ status: 'asks-you', operator: 'drill-bot (agent)', takes: ['run', 'skip', 'note', 'look', 'go-to', 'change'], prompt: { kind: 'run-piece', effect: 'reads', code: 'echo shop-staging is up' } });
    expect((await run(bot, first, { kind: 'go-to', place: 'nowhere' })).data).toMatchObject({ status: 'asks-you', refused: {} });
    // It is told what it may give, and not what only a person may.
    const { takes, refused } = (await run(bot, first, { kind: 'holds' })).data as { takes: string[]; refused: object };
    expect(refused).toEqual({ why: 'run-piece takes no holds', advice: `it takes ${takes.join(', ')}` });
    expect(takes).not.toContain('edit');
    const second = await run(bot, first, { kind: 'run' });
    expect(second.data).toMatchObject({ status: 'asks-you', output: { status: 'passed', tail: 'shop-staging is up\n' }, prompt: { effect: 'changes' }, done: '1 of 3' });
    const third = await run(bot, second, { kind: 'run' });
    expect(third.data).toMatchObject({ status: 'waits-for-a-person', prompt: null, person: { why: 'mkdir changes something, and the server was started without --allow changes', how: `in a terminal: runbook resume ${String(first.data['run'])}` } });
    expect(existsSync(folder.at('changed'))).toBe(false);

    const person = terminal(['resume', '--no-tui', '--operator', 'kim'], { cwd: folder.path, env });
    await person.waitFor('Enter resume');
    person.type('\r');
    await person.waitFor(/mkdir changed[^]*quit > ?$/);
    expect((await bot.call('run_state', { run: first.data['run'] })).data).toMatchObject({ status: 'running', note: 'somebody has it open in another process' });
    expect((await bot.call('start_run', { resume: first.data['run'] })).text).toMatch(/has it open/);
    person.type('\r');
    await person.waitFor(/rm -r changed[^]*quit > ?$/);
    person.type('q\r');
    await person.waitFor('leave');
    person.type('l\r');
    await person.exit();
    expect(existsSync(folder.at('changed'))).toBe(true);

    const back = await bot.call('start_run', { resume: first.data['run'] });
    expect(back.data).toMatchObject({ status: 'asks-you', prompt: { effect: 'destroys' }, operator: 'drill-bot (agent)' });
    const skipped = await run(bot, back, { kind: 'skip', reason: 'kept for the next' });
    expect(skipped.data).toMatchObject({ prompt: { kind: 'record-row', cells: [{}, { value: 'shop-staging' }, { value: 'drill-bot (agent), kim' }, {}] } });
    const forged = (prompt(skipped)['cells'] as { value: string }[]).map(({ value }) => value.replace('drill-bot (agent), kim', 'kim'));
    expect((await run(bot, skipped, { kind: 'write', cells: forged })).data).toMatchObject({ refused: { why: 'a filled cell of the history row says what happened' } });
    const cells = (prompt(skipped)['cells'] as { value: string }[]).map(({ value }) => value);
    expect((await run(bot, skipped, { kind: 'write', cells })).data).toMatchObject({ status: 'passed', prompt: { kind: 'finished', row: { status: 'written' } } });
    expect(folder.read('restart.md')).toMatch(/\| shop-staging \| drill-bot \(agent\), kim \| Success with 1 step skipped/);
    // The row is no change that somebody has to review.
    expect((await bot.call('start_run', { path: 'restart.md', target: 'shop-staging' })).isError).toBe(false);
  });

  it('changes where the server allows it, and asks a person in its client for what destroys', async () => {
    const folder = repository({ 'restart.md': BOOK });
    const asked: string[] = [];
    const answers = [{ action: 'accept', content: { typed: 'yes' } }, { action: 'accept', content: { typed: 'shop-staging' } }] as const;
    const bot = await agent({ cwd: folder.path, name: 'deskclient', args: ['--allow', 'changes', '--confirm', 'elicit', '--operator', 'drill-bot'], person: (message) => answers[asked.push(message) - 1] ?? { action: 'cancel' } });
    let told = await bot.call('start_run', { path: 'restart.md', target: 'shop-staging' });
    for (let piece = 0; piece < 2; piece++) told = await run(bot, told, { kind: 'run' });
    expect(told.data).toMatchObject({ prompt: { effect: 'destroys' }, output: { status: 'passed' } });
    // What an agent says is no confirmation.
    expect((await bot.call('reply', { run: told.data['run'], reply: { kind: 'confirm', to: prompt(told)['id'], word: 'shop-staging' } })).isError).toBe(true);
    const declined = await run(bot, told, { kind: 'run' });
    expect(declined.data).toMatchObject({ status: 'asks-you', prompt: { id: prompt(told)['id'] }, heard: expect.stringMatching(/^they declined/) });
    expect(existsSync(folder.at('changed'))).toBe(true);
    // Nobody is asked the same again and again.
    expect((await run(bot, declined, { kind: 'run' })).data).toMatchObject({ status: 'waits-for-a-person' });
    expect(asked).toEqual([expect.stringContaining('drill-bot (agent) asks for a command to run: rm -r destroys or overwrites.\nRunbook: restart.md\nStep 3 of 3: ')]);
    expect(asked[0]).toContain('\nTarget: shop-staging\n\n| rm -r changed\n\nTo allow it, type shop-staging.');

    const again = await bot.call('start_run', { resume: told.data['run'] });
    const row = await run(bot, again, { kind: 'run' });
    expect(existsSync(folder.at('changed'))).toBe(false);
    const { text } = await run(bot, row, { kind: 'write', cells: (prompt(row)['cells'] as { value: string }[]).map(({ value }) => value) });
    expect(JSON.parse(text)).toMatchObject({ status: 'passed' });
    expect(folder.read('restart.md')).toMatch(/\| drill-bot \(agent\) \| Success — .*approved in deskclient/);
    expect((await bot.call('run_report', { run: told.data['run'] })).data['markdown']).toMatch(/Confirmed: .*shop-staging, in deskclient: /);
  });

  it('leaves out what does not only read where the server is for diagnosis', async () => {
    const folder = repository({ 'restart.md': BOOK });
    const bot = await agent({ cwd: folder.path, args: ['--read-only'] });
    const first = await bot.call('start_run', { path: 'restart.md', target: 'shop-prod' });
    const row = await run(bot, first, { kind: 'run' });
    expect(row.data).toMatchObject({ done: '1 of 1', prompt: { kind: 'record-row' } });
  });

  it('tells how it goes while a step runs, and whoever subscribed to the report that there is more', async () => {
    const folder = repository({ 'wait.md': `# Wait\n\n## Steps\n\n\`\`\`sh\necho waiting for it\nuntil [ -e go ]; do sleep 0.1; done\n\`\`\`\n\n\`\`\`sh\necho second\n\`\`\`\n` });
    const bot = await agent({ cwd: folder.path });
    const first = await bot.call('start_run', { path: 'wait.md' });
    const uri = `run://${String(first.data['run'])}/report`;
    const updated = new Promise<string>((done) => bot.client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => done(params.uri)));
    await bot.client.subscribeResource({ uri });
    const messages: string[] = [];
    const onprogress = ({ message }: { readonly message?: string | undefined }): void => {
      messages.push(message ?? '');
      folder.write('go', '');
    };
    const { structuredContent } = await bot.client.callTool({ name: 'reply', arguments: { run: first.data['run'], reply: { kind: 'run', to: prompt(first)['id'] }, wait_seconds: 50 } }, undefined, { onprogress });
    expect(structuredContent).toMatchObject({ status: 'asks-you', prompt: { code: 'echo second' }, output: { tail: 'waiting for it\n' } });
    expect(messages.length).toBeGreaterThan(0);
    expect(await updated).toBe(uri);
    expect((await bot.client.readResource({ uri })).contents[0]).toMatchObject({ mimeType: 'text/markdown', text: expect.stringContaining('waiting for it') });
  });

  it('runs nothing that was not reviewed', async () => {
    const folder = repository({ 'restart.md': BOOK, 'open.md': `# Open\n\n## Steps\n\n\`\`\`sh\ntrue\n\`\`\`\n` });
    const bot = await agent({ cwd: folder.path });
    folder.write('restart.md', BOOK.replace('echo shop-staging', 'cat /etc/hostname # shop-staging'));
    const start = async (path: string): Promise<string> => (await bot.call('start_run', { path, ...(path === 'restart.md' ? { target: 'shop-staging' } : {}) })).text;
    expect(await start('restart.md')).toMatch(/^runbook: an agent may not run restart\.md: it is neither as in git's HEAD nor as locked\n/);
    // Nor with a lock, or settings, that the agent itself may have written.
    await called('lock', 'restart.md', '--accept-open', '--operator', 'kim').in(folder).expect({ status: 0 });
    expect(await start('restart.md')).toMatch(/runbook\.lock is not as in git's HEAD/);
    expect(await start('open.md')).toMatch(/runbook\.lock is not as in git's HEAD/);
    const committed = repository({ 'restart.md': BOOK, '.runbook.yaml': 'production: [shop-*]\n' });
    committed.write('.runbook.yaml', 'production: []\n');
    const other = await agent({ cwd: committed.path });
    expect((await other.call('start_run', { path: 'restart.md', target: 'shop-prod' })).text).toMatch(/\.runbook\.yaml is not as in git's HEAD/);
    // A table of past runs may also be one of commands.
    const row = (command: string): string => `| 2026-11-01 | db | \`${command}\` | \`ok\` | Success |\n`;
    const table = `# Past\n\n## Execution history\n\n| Date | Check | Command | Expected | Outcome |\n|---|---|---|---|---|\n${row('echo ok')}`;
    const added = repository({ 'past.md': table });
    added.write('past.md', `${table}${row('touch hidden')}`);
    const past = await agent({ cwd: added.path });
    expect((await past.call('start_run', { path: 'past.md' })).text).toMatch(/neither as in git's HEAD nor as locked/);
    committed.write('new.md', BOOK);
    committed.write('.runbook.yaml', 'production: [shop-*]\n');
    expect((await other.call('start_run', { path: 'new.md', target: 'shop-prod' })).text).toMatch(/neither committed nor locked/);
    expect((await other.call('start_run', { path: 'restart.md' })).text).toMatch(/no target is chosen: it could be shop-staging, shop-prod/);
  });
});
