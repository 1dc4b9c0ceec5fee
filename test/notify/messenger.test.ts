import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Messenger, noticeOf, post } from '../../src/notify/index.ts';
import { type Delivery } from '../../src/notify/messenger.ts';

/** A webhook that answers so, or never, and what it was sent. */
async function server(status: number | null): Promise<{ readonly url: string; readonly got: unknown[] }> {
  const got: unknown[] = [];
  const made = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push(JSON.parse(body));
      if (status !== null) response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return { url: `http://127.0.0.1:${(made.address() as AddressInfo).port}/secret-path`, got };
}

async function deliver(url: string, format: 'slack' | 'json'): Promise<readonly Delivery[]> {
  const told: Delivery[] = [];
  const messenger = new Messenger([{ name: 'ops', url, format }], post);
  messenger.tells((delivery) => told.push(delivery));
  messenger.send(messenger.webhooks[0]!, 'all calm', 'template', { run: 'r1', target: null });
  await messenger.settle();
  return told;
}

test('Slack gets a text, others what the run is as well', async () => {
  const { url, got } = await server(200);
  expect(await deliver(url, 'slack')).toEqual([{ to: 'ops', text: 'all calm', of: 'template', status: 'sent' }]);
  await deliver(url, 'json');
  expect(got).toEqual([{ text: 'all calm' }, { text: 'all calm', run: 'r1', target: null }]);
});

test.each([
  ['refuses', 500, 'the answer was 500'],
  ['sends on', 302, 'not reached'],
])('a webhook that %s is told without its address', async (_, status, reason) => {
  const { url } = await server(status);
  const [told] = await deliver(url, 'json');
  expect(told).toMatchObject({ status: 'failed', reason });
  expect(JSON.stringify(told)).not.toContain('secret-path');
});

test('one that is not there is told by its code alone', async () => {
  const gone = createServer();
  await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
  const { port } = gone.address() as AddressInfo;
  await new Promise((done) => gone.close(done));
  expect(await deliver(`http://127.0.0.1:${port}/secret-path`, 'json')).toEqual([{ to: 'ops', text: 'all calm', of: 'template', status: 'failed', reason: 'not reached (ECONNREFUSED)' }]);
});

test('one that never answers is given up when the run ends', async () => {
  const { url } = await server(null);
  expect(await deliver(url, 'json')).toMatchObject([{ status: 'failed', reason: 'no answer when the run ended' }]);
}, 10_000);

test('a line is made for what is wanted and for nothing else', () => {
  const about = { title: 'Roll back', target: 'shop', operator: 'kim', run: 'r1', report: '/runs/r1/report.html' };
  const end = { type: 'run-finished', time: '', run: 'r1', status: 'failed', reason: 'expected 200', durationMs: 1 } as const;
  expect(noticeOf(end, about, ['failed'])).toBe('Failed: Roll back on shop, by kim: expected 200. Report: /runs/r1/report.html');
  expect(noticeOf(end, about, ['finished', 'started'])).toBeNull();
  expect(noticeOf({ ...end, status: 'aborted' }, about, ['finished'])).toMatch(/^Aborted: /);
  const step = { type: 'step-started', time: '', run: 'r1', step: 'a', piece: 0, attempt: 1, kind: 'command', title: 'Purge', code: 'purge' } as const;
  expect(noticeOf({ ...step, effect: 'destroys' }, about, ['destructive'])).toBe('Runs a step that destroys or overwrites: "Purge" of Roll back on shop, by kim (run r1)');
  expect(noticeOf({ ...step, effect: 'reads' }, about, ['destructive'])).toBeNull();
});
