import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { operatorSettings, withoutWebhooks } from '../../src/settings/index.ts';

/** A home with these settings. */
function home(config: string | null): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, '.config/runbook'), { recursive: true });
  if (config !== null) writeFileSync(join(folder, '.config/runbook/config.yaml'), config);
  return { HOME: folder };
}

test('without a file and variables nothing is settled', async () => {
  expect(await operatorSettings(home(null))).toEqual({ webhooks: [], notify: [] });
});

test('webhooks are named in the file or by the environment, which comes first', async () => {
  const env: Record<string, string> = { ...home('webhooks:\n  chat: https://hooks.slack.com/services/x\n  ops: { url: https://ops.example.com/hook, format: slack }\nnotify: [failed]\n'), RUNBOOK_WEBHOOK_OPS: 'https://other.example.com/', RUNBOOK_WEBHOOK_ON_CALL: 'https://a.example.com/' };
  expect(await operatorSettings(env)).toEqual({
    webhooks: [
      { name: 'ops', url: 'https://other.example.com/', format: 'json' },
      { name: 'on-call', url: 'https://a.example.com/', format: 'json' },
      { name: 'chat', url: 'https://hooks.slack.com/services/x', format: 'slack' },
    ],
    notify: ['failed'],
  });
  expect(withoutWebhooks(env)).toEqual({ HOME: env['HOME'] });
});

test.each([
  ['notify: [ended]\n', 'expected started, failed, finished, destructive', 1],
  ['webhooks:\n  ops: ftp://x\n', 'expected the address of a webhook', 2],
  ['hooks: {}\n', 'no key is called "hooks"', 1],
])('what is wrong in %j is told with its line and not with its value', async (config, why, line) => {
  const failed = await operatorSettings(home(config)).catch((error: unknown) => error as { readonly report: { readonly why: string; readonly where: { readonly at: { readonly line: number } } } });
  expect(failed).toMatchObject({ report: { where: { at: { line } } } });
  expect((failed as { readonly report: { readonly why: string } }).report.why).toContain(why);
});

test('a job without a file names its notices in the environment, which come first', async () => {
  expect(await operatorSettings({ ...home('notify: [started]\n'), RUNBOOK_NOTIFY: 'failed, finished' })).toEqual({ webhooks: [], notify: ['failed', 'finished'] });
  expect(await operatorSettings({ ...home('notify: [started]\n'), RUNBOOK_NOTIFY: '' })).toEqual({ webhooks: [], notify: [] });
  await expect(operatorSettings({ ...home(null), RUNBOOK_NOTIFY: 'ended' })).rejects.toThrow('RUNBOOK_NOTIFY has ended: expected started, failed, finished or destructive');
});

test('a variable holds the whole address of a page on the web, as the file does', async () => {
  await expect(operatorSettings({ ...home(null), RUNBOOK_WEBHOOK_OPS: 'ftp://x' })).rejects.toThrow('RUNBOOK_WEBHOOK_OPS: it is not the address of a webhook');
});
