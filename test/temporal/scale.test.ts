import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun } from '../../src/plan/index.ts';
import { connect, EngineWalk, startOrJoin } from '../../src/temporal/index.ts';
import { missing as missingServer, startServer, startWorker, type Server, type Worker } from './server.ts';

/** It takes minutes. */
const missing = missingServer ?? (process.env['RUNBOOK_TEST_TEMPORAL_SCALE'] === '1' ? null : 'npm run temporal:scale tries it');

const WHO = { operator: 'mira', login: 'mira@here' };

function file(blocks: readonly string[]): string {
  return `# Drill\n\n**Owner:** ops\n\n## Steps\n\n${blocks.map((block, index) => `Do number ${index + 1}:\n\n\`\`\`bash\n${block}\n\`\`\`\n`).join('\n')}`;
}

/** The most memory that a process has had, in MB. */
function peakOf({ process }: Worker): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${process.pid}/status`, 'utf8'))?.[1]) / 1024);
}

describe.skipIf(missing !== null)(`many runs, and a long one, on Temporal${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let server: Server;
  let client: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    server = await startServer();
    client = await connect(server.env);
  });
  afterAll(async () => {
    await client.connection.close();
    server.stop();
  });

  async function worker(queue: string): Promise<Worker> {
    const started = await startWorker(queue, server.env);
    onTestFinished(() => void started.process.kill('SIGKILL'));
    return started;
  }

  /** An unattended run from its beginning to its end, with what it counted. */
  async function walked(text: string, path: string, queue: string): Promise<{ readonly status: string; readonly outputs: number }> {
    const { plan } = planRun(parseRunbook(text, { path }), EMPTY_REQUEST);
    const { environment: _environment, ...request } = EMPTY_REQUEST;
    const input = { text, path, request, starter: WHO, unattended: { followForMs: 1_000, allowDestructive: false }, production: null, pipefail: false, approve: [], timeoutMs: null, version: 'test', history: false, queue, notes: [] };
    let outputs = 0;
    const walk = new EngineWalk({
      join: async (goneAway) => {
        const joined = await startOrJoin(client, input, () => undefined, goneAway);
        return joined === null ? null : { remote: joined.remote, plan, row: null };
      },
      plan,
      who: WHO,
      joins: '',
      listener: ({ type }) => void (outputs += type === 'output' ? 1 : 0),
    });
    const { status } = await walk.begin();
    return { status, outputs };
  }

  it('100 runs side by side on one worker: each piece once, each run to its end', async () => {
    const serving = await worker('many');
    const began = performance.now();
    const runs = Array.from({ length: 100 }, (_, index) => walked(file([`echo ${index}-one >> ran`, `echo ${index}-two >> ran`]), `drill-${index}.md`, 'many'));
    const ended = await Promise.all(runs);
    process.stdout.write(`100 runs in ${Math.round((performance.now() - began) / 1000)} s, worker ${peakOf(serving)} MB\n`);
    expect(ended.map(({ status }) => status)).toEqual(runs.map(() => 'passed'));
    const ran = serving.folder.read('ran').trim().split('\n');
    expect([ran.length, new Set(ran).size]).toEqual([200, 200]);
  }, 900_000);

  it('500 pieces with 100 MB of output: the run goes on in new histories, and none is near its limits', async () => {
    const serving = await worker('long');
    const began = performance.now();
    const blocks = Array.from({ length: 500 }, (_, index) => `echo ${index} >> ran; yes "line of piece ${index}" | head -c 200000`);
    const { status, outputs } = await walked(file(blocks), 'long.md', 'long');
    const histories = JSON.parse(server.ask('workflow', 'list', '--query', "WorkflowId = 'runbook/long.md'")) as readonly { readonly status: string; readonly historyLength: string; readonly historySizeBytes?: string }[];
    const told = histories.map(({ status: how, historyLength, historySizeBytes }) => `${how.replace('WORKFLOW_EXECUTION_STATUS_', '')} ${historyLength} events, ${Math.round(Number(historySizeBytes ?? 0) / 1000)} KB`);
    process.stdout.write(`500 pieces in ${Math.round((performance.now() - began) / 1000)} s, worker ${peakOf(serving)} MB; ${told.join('; ')}\n`);
    expect([status, outputs >= 500]).toEqual(['passed', true]);
    expect(serving.folder.read('ran').trim().split('\n')).toEqual(blocks.map((_, index) => String(index)));
    expect(histories.some(({ status: how }) => how.endsWith('CONTINUED_AS_NEW'))).toBe(true);
    // What a history may have at most is 51,200 events and 50 MB.
    for (const { historyLength, historySizeBytes = '0' } of histories) expect([Number(historyLength) < 10_000, Number(historySizeBytes) < 10_000_000]).toEqual([true, true]);
  }, 900_000);
});
