import { symlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runbook, workspace } from './helpers/index.ts';
import { agent } from './mcp-client.ts';

const FILES = {
  'ops/failover.md': '# Fail over\n\n**System:** shop-db\n\n## Symptoms\n\nThe primary does not answer.\n\n## Steps\n\n```sh\necho one\n```\n\n## Execution history\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n| 2024-05-01 | kim | Success |\n',
  'ops/rollback.md': '# Roll back\n\n## Steps\n\n```sh\nkubectl rollout undo deployment/<name>\n```\n',
  'ops/.env': 'PASSWORD=hunter22',
};

it('serves what can be found, shown, checked and read, and nothing on standard output but the protocol', async () => {
  const folder = workspace(FILES);
  const { client, call, stderr } = await agent({ cwd: folder.path });
  const { tools } = await client.listTools();
  for (const { annotations, description, outputSchema, name } of tools) expect({ name, described: (description ?? '').length > 40, typed: outputSchema !== undefined, hinted: annotations?.readOnlyHint !== undefined }).toEqual({ name, described: true, typed: true, hinted: true });
  expect((await call('find_runbooks', { words: 'primary answer' })).data).toMatchObject({ total: 1, runbooks: [{ path: 'ops/failover.md', title: 'Fail over', purpose: 'The primary does not answer.', systems: ['shop-db'] }] });
  expect((await call('find_runbooks', { words: 'elephant' })).data).toEqual({ total: 0, runbooks: [] });
  expect((await call('find_runbooks')).data).toMatchObject({ total: 2 });
  expect((await call('show_runbook', { path: 'ops/rollback.md' })).data).toMatchObject({ title: 'Roll back', steps: [{ kind: 'command', effect: 'destroys' }], questions: [{ kind: 'parameter', name: 'name' }] });
  expect((await call('lint_runbook', { path: 'ops/failover.md' })).data['findings']).toContainEqual(expect.objectContaining({ rule: 'drill-overdue' }));
  expect((await call('read_history')).data).toMatchObject({ executions: [{ path: 'ops/failover.md', operator: 'kim' }] });
  expect((await call('list_runs')).data).toEqual({ total: 0, runs: [] });
  // What is misspelt must not be left out unsaid: a run without its target would ask for one, or act on another.
  expect(await call('find_runbooks', { query: 'elephant' })).toMatchObject({ isError: true, text: expect.stringContaining('query') });
  expect(await call('start_run', { path: 'ops/failover.md', parameters: {} })).toMatchObject({ isError: true, text: expect.stringContaining('parameters') });
  const { contents } = await client.readResource({ uri: 'runbook://ops/failover.md' });
  expect(contents).toEqual([{ uri: 'runbook://ops/failover.md', mimeType: 'text/markdown', text: FILES['ops/failover.md'] }]);
  expect((await client.listResources()).resources.map(({ uri }) => uri)).toEqual(['runbook://ops/failover.md', 'runbook://ops/rollback.md']);
  expect((await client.getPrompt({ name: 'drill', arguments: { path: 'ops/failover.md', target: 'shop-staging' } })).messages[0]?.content).toMatchObject({ text: expect.stringContaining('ops/failover.md on shop-staging') });
  expect(stderr()).toBe('');
});

it('opens nothing beyond its roots, by no way around', async () => {
  const outside = workspace({ 'secret.md': '# Secret\n\n```sh\ntrue\n```\n' });
  const folder = workspace({ ...FILES, 'other/page.md': '# Other\n\n```sh\ntrue\n```\n' });
  symlinkSync(outside.at('secret.md'), folder.at('ops/linked.md'));
  symlinkSync(outside.path, folder.at('ops/away'));
  const { client, call } = await agent({ cwd: folder.path, args: ['--root', 'ops'] });
  const ways = ['../other/page.md', 'other/page.md', folder.at('other/page.md'), outside.at('secret.md'), 'ops/linked.md', 'ops/away/secret.md', 'ops/../../secret.md', 'ops/.env', '.env', 'ops', '', '/etc/passwd', 'ops/failover.md\0.md', 'ops/%2e%2e/other/page.md'];
  for (const path of ways) {
    for (const tool of ['show_runbook', 'lint_runbook', 'read_history']) expect({ path, tool, ...(await call(tool, { path })) }).toMatchObject({ isError: true, text: expect.stringMatching(/^runbook: cannot open .*: it is not a Markdown file below the folders that this server serves\n {2}find_runbooks/) });
    await expect(client.readResource({ uri: `runbook://${encodeURI(path)}` })).rejects.toThrow(/cannot open|not found|Invalid/i);
  }
  expect((await call('find_runbooks')).data).toMatchObject({ total: 2 });
});

it('keeps to the roots of its client where it names any', async () => {
  const folder = workspace({ ...FILES, 'other/page.md': '# Other\n\n```sh\ntrue\n```\n' });
  const { call } = await agent({ cwd: folder.path, roots: [folder.at('other')] });
  expect((await call('find_runbooks')).data).toMatchObject({ total: 1, runbooks: [{ path: 'other/page.md' }] });
  expect((await call('show_runbook', { path: 'ops/failover.md' })).isError).toBe(true);
  const without = await agent({ cwd: folder.path, roots: [] });
  expect((await without.call('find_runbooks')).data).toMatchObject({ total: 3 });
  const none = await agent({ cwd: folder.path, args: ['--root', 'ops'], roots: ['/', folder.at('nowhere')] });
  expect((await none.call('find_runbooks')).data).toMatchObject({ total: 2 });
});

it('says what is wrong with its call, and ends with its client', async () => {
  await runbook('mcp', '--root', 'nowhere').expect({ status: 2, stdout: '', stderr: 'runbook: --root nowhere: no such folder\n  name an existing folder\n' });
  await runbook('mcp', '--read-only', '--allow', 'changes').expect({ status: 2, stderr: /--read-only: it contradicts --allow changes/ });
  await runbook('mcp', '--allow', 'everything').expect({ status: 2, stderr: /--allow everything/ });
  await runbook('mcp').in(workspace(FILES)).stdin('').expect({ status: 0, stdout: '', stderr: '' });
});
