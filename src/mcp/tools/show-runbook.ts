import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { RunbookError } from '../../model/index.ts';
import { EMPTY_REQUEST, planRun } from '../../plan/index.ts';
import { planData } from '../../print/index.ts';
import { answer, READS_ONLY } from '../answer.ts';
import { type Desk, openRunbook } from '../desk.ts';

/** `show_runbook`: what a run would do. */
export function showRunbook(server: McpServer, desk: Desk): void {
  const config = {
    title: 'Show a runbook',
    description: 'What a runbook would run: its steps in order with the real commands, what each does (reads, changes, destroys, unknown), doubts that hold it, parameters, open questions. Runs nothing.',
    inputSchema: z.strictObject({ path: z.string().describe('as find_runbooks tells it'), target: z.string().optional(), values: z.record(z.string(), z.string()).default({}).describe('parameters by name') }),
    outputSchema: z.looseObject({ path: z.string(), title: z.string().nullable(), targets: z.array(z.string()), steps: z.array(z.looseObject({ id: z.string() })), questions: z.array(z.looseObject({ kind: z.string() })) }),
    annotations: READS_ONLY,
  };
  server.registerTool('show_runbook', config, ({ path, target, values }) =>
    answer(desk, async () => {
      const runbook = await openRunbook(desk, path);
      const { plan, problems } = planRun(runbook, { ...EMPTY_REQUEST, values, pinsSettle: false, ...(target === undefined ? {} : { target }), ...(desk.rules.readOnly ? { readOnly: true } : {}) });
      const [problem] = problems;
      if (problem !== undefined) throw new RunbookError(problem);
      return planData(plan, await desk.host.standing(runbook));
    }),
  );
}
