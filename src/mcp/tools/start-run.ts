import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { agentName, RunbookError } from '../../model/index.ts';
import { answer } from '../answer.ts';
import { type RunDesk, clientOf, servedRun } from '../desk.ts';
import type { AgentWalk } from '../host.ts';
import { restTelling } from '../runs/progress.ts';
import { runView } from '../runs/run-view.ts';
import { runSchema, waitSeconds } from './run-schema.ts';

const inputSchema = z.strictObject({
  path: z.string().optional().describe('the runbook, as find_runbooks tells it'),
  target: z.string().optional(),
  values: z.record(z.string(), z.string()).default({}).describe('parameters by name; what is not given is asked'),
  resume: z.string().optional().describe('instead of a path: id of a run that an agent began and that was left, or that a person gives back'),
  wait_seconds: waitSeconds,
});

interface Asked {
  readonly path?: string | undefined;
  readonly target?: string | undefined;
  readonly resume?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

/** `start_run`. */
export function startRun(server: McpServer, desk: RunDesk): void {
  const config = {
    title: 'Start a run',
    description: 'Begins the walk through a runbook, or goes on with one that was left. Nothing runs yet: it answers with the first prompt. Only what is committed or locked can be run.',
    inputSchema,
    outputSchema: runSchema,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  };
  server.registerTool('start_run', config, ({ wait_seconds: seconds, ...asked }, extra) =>
    answer(desk, async () => {
      const run = await desk.live.begin(await optionsFor(server, desk, asked));
      await restTelling(run, seconds, extra);
      return runView(run);
    }),
  );
}

async function optionsFor(server: McpServer, desk: RunDesk, { path, target, values, resume }: Asked): Promise<AgentWalk> {
  const { host, rules, roots } = desk;
  if ((path === undefined) === (resume === undefined)) throw new RunbookError({ what: 'start_run', why: 'it takes a path, or the id of a run to resume', advice: 'give one of the two' });
  if (resume !== undefined) {
    const known = await servedRun(desk, resume);
    return host.resume(known, roots.open(known.path), { values, readOnly: rules.readOnly });
  }
  const request = { values, readOnly: rules.readOnly, ...(target === undefined ? {} : { target }) };
  return host.begin(roots.open(path ?? ''), request, agentName(rules.operator ?? clientOf(server)));
}
