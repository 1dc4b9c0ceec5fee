import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { runsJson } from '../../print/index.ts';
import { answer, READS_ONLY } from '../answer.ts';
import { type Desk, servedRuns } from '../desk.ts';

/** `list_runs`. */
export function listRuns(server: McpServer, desk: Desk): void {
  const config = {
    title: 'List runs',
    description: 'The runs on this machine of the runbooks that are served here, newest first: who ran what on which target, and how it stands.',
    inputSchema: z.strictObject({ most: z.number().int().min(1).max(200).default(20) }),
    outputSchema: { runs: z.array(z.looseObject({ id: z.string(), status: z.string() })), total: z.number() },
    annotations: READS_ONLY,
  };
  server.registerTool('list_runs', config, ({ most }) =>
    answer(desk, async () => {
      const runs = await servedRuns(desk);
      return { runs: runsJson(runs.slice(0, most)), total: runs.length };
    }),
  );
}
