import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { historyTotals, readHistory } from '../../history/index.ts';
import { historyData } from '../../print/index.ts';
import { answer, READS_ONLY } from '../answer.ts';
import { type Desk, openRunbook, servedRunbooks } from '../desk.ts';

/** `read_history`. */
export function readHistoryTool(server: McpServer, desk: Desk): void {
  const config = {
    title: 'Read the execution history',
    description: 'The execution rows of one runbook, or of all of them: when, on what, by whom, how it went, with totals.',
    inputSchema: z.strictObject({ path: z.string().optional() }),
    outputSchema: { executions: z.array(z.looseObject({ path: z.string() })), totals: z.array(z.looseObject({ path: z.string() })), unreadable: z.array(z.looseObject({ path: z.string() })) },
    annotations: READS_ONLY,
  };
  server.registerTool('read_history', config, ({ path }) =>
    answer(desk, async () => {
      const now = new Date();
      const runbooks = path === undefined ? servedRunbooks(desk) : [await openRunbook(desk, path)];
      const histories = runbooks.filter(({ histories: tables }) => tables.length > 0).map((runbook) => readHistory(runbook));
      return historyData(histories.map((history) => ({ history, totals: historyTotals(history.executions, history.budgetSeconds, now) })));
    }),
  );
}
