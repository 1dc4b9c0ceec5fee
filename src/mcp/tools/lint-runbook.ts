import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { answer, READS_ONLY } from '../answer.ts';
import type { Desk } from '../desk.ts';

/** `lint_runbook`. */
export function lintRunbook(server: McpServer, desk: Desk): void {
  const config = {
    title: 'Check a runbook',
    description: 'What is wrong with a runbook, each finding with its line and rule: links that lead nowhere, values left to fill in, steps that cannot run.',
    inputSchema: z.strictObject({ path: z.string() }),
    outputSchema: { findings: z.array(z.looseObject({ rule: z.string(), severity: z.string(), message: z.string(), line: z.number() })) },
    annotations: READS_ONLY,
  };
  server.registerTool('lint_runbook', config, ({ path }) => answer(desk, async () => ({ findings: await desk.host.lint(desk.roots.open(path).name) })));
}
