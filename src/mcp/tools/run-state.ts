import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { runsJson, runStatus } from '../../print/index.ts';
import { answer, READS_ONLY } from '../answer.ts';
import { type RunDesk, servedRun } from '../desk.ts';
import { restTelling } from '../runs/progress.ts';
import { runView } from '../runs/run-view.ts';
import { runSchema, waitSeconds } from './run-schema.ts';

const WORDS = { running: 'somebody has it open in another process', interrupted: 'it was left: start_run with resume goes on with what an agent began', passed: '', failed: '', aborted: '' } as const;

/** `run_state`. */
export function runState(server: McpServer, desk: RunDesk): void {
  const config = {
    title: 'State of a run',
    description: 'What a run asks now, or what runs, with the end of its output. It waits a while for the next prompt. Changes nothing.',
    inputSchema: z.strictObject({ run: z.string(), wait_seconds: waitSeconds }),
    outputSchema: runSchema,
    annotations: READS_ONLY,
  };
  server.registerTool('run_state', config, ({ run: id, wait_seconds: seconds }, extra) =>
    answer(desk, async () => {
      const run = desk.live.get(id);
      if (run === undefined) return stored(desk, id);
      await restTelling(run, seconds, extra);
      return runView(run);
    }),
  );
}

async function stored(desk: RunDesk, id: string): Promise<Record<string, unknown>> {
  const known = await servedRun(desk, id);
  const status = runStatus(known);
  return { ...runsJson([known])[0], run: id, status: status === 'interrupted' ? 'left' : status, prompt: null, takes: [], note: WORDS[status] };
}
