import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { answer, READS_ONLY } from '../answer.ts';
import { type Desk, servedRun } from '../desk.ts';

/** `run_report`. */
export function runReport(server: McpServer, desk: Desk): void {
  const config = {
    title: 'Report of a run',
    description: 'The timeline of a run as Markdown: what ran, when, by whom, what it wrote, what was checked.',
    inputSchema: z.strictObject({ run: z.string() }),
    outputSchema: { run: z.string(), markdown: z.string() },
    annotations: READS_ONLY,
  };
  server.registerTool('run_report', config, ({ run }) => answer(desk, async () => ({ run, markdown: await reportOf(desk, run) })));
}

/** The report of a run, if it is below the roots. */
export async function reportOf(desk: Desk, id: string): Promise<string> {
  const run = await servedRun(desk, id);
  return run.report();
}
