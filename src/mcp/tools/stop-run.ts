import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { answer } from '../answer.ts';
import { liveRun, type RunDesk } from '../desk.ts';
import { restTelling } from '../runs/progress.ts';
import { runView } from '../runs/run-view.ts';
import { runSchema, waitSeconds } from './run-schema.ts';

/** `stop_run`. */
export function stopRun(server: McpServer, desk: RunDesk): void {
  const config = {
    title: 'Stop a run',
    description: 'Stops the step that runs and goes on (step), leaves the run to be gone on with later (leave), or ends it as aborted or failed.',
    inputSchema: z.strictObject({ run: z.string(), how: z.enum(['step', 'leave', 'abort', 'fail']), reason: z.string().max(500).default('stopped by its agent'), wait_seconds: waitSeconds }),
    outputSchema: runSchema,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
  server.registerTool('stop_run', config, ({ run: id, how, reason, wait_seconds: seconds }, extra) =>
    answer(desk, async () => {
      const run = await liveRun(desk, id);
      run.asking?.abort();
      if (how === 'leave') {
        await desk.live.leave(run);
        return { ...runView(run), status: 'left', prompt: null, takes: [] };
      }
      const to = run.walk.running?.id ?? run.walk.prompt?.id;
      if (how === 'step') run.walk.stopPiece();
      else if (to !== undefined) run.walk.reply({ kind: 'leave', to, then: how, reason });
      await restTelling(run, seconds, extra);
      return runView(run);
    }),
  );
}
