import { expect, it, onTestFinished } from 'vitest';
import { runbook } from '../e2e/helpers/index.ts';
import { agent, type Told } from '../e2e/mcp-client.ts';
import { repository } from '../e2e/mcp-repository.ts';
import { missing, startServer, startWorker } from './server.ts';

const TEXT = '# Drill\n\n**Owner:** ops\n\n## Steps\n\nLook:\n\n```bash\npwd\n```\n\nTake it away:\n\n```bash\nrm -r gone\n```\n\n## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n';

it.skipIf(missing !== null)(`an agent begins a run on the engine, and leaves what destroys to a person who joins${missing === null ? '' : ` (skipped: ${missing})`}`, async () => {
  const server = await startServer();
  onTestFinished(() => server.stop());
  const { folder: there, process: worker } = await startWorker('agents', server.env);
  onTestFinished(() => void worker.kill('SIGKILL'));
  there.write('gone/file', 'x');
  const here = repository({ 'drill.md': TEXT });
  const bot = await agent({ cwd: here.path, env: server.env, args: ['--engine', 'temporal', '--queue', 'agents', '--operator', 'bot'] });
  const begun = await bot.call('start_run', { path: 'drill.md' });
  expect(begun.data.prompt).toMatchObject({ kind: 'run-piece', effect: 'reads' });
  const reply = (told: Told, kind: string): Promise<Told> => bot.call('reply', { run: told.data['run'], reply: { to: told.data.prompt?.['id'], kind } });
  const next = await reply(begun, 'run');
  expect(next.data.prompt).toMatchObject({ kind: 'run-piece', effect: 'destroys' });
  expect((await reply(next, 'run')).data).toMatchObject({ status: 'waits-for-a-person', person: { how: 'in a terminal: runbook run drill.md --engine temporal --queue agents' } });
  await runbook('runs', '--engine', 'temporal').in(here).withEnv(server.env).expect({ status: 0, stdout: /running +drill\.md +bot \(agent\) +agents/ });
}, 120_000);
