import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { searchable, searchRunbooks } from '../../catalog/index.ts';
import { answer, READS_ONLY } from '../answer.ts';
import { type Desk, servedRunbooks } from '../desk.ts';

const MOST = 50;

const found = z.object({
  path: z.string(),
  title: z.string().nullable(),
  purpose: z.string(),
  owner: z.string().nullable(),
  systems: z.array(z.string()),
  steps: z.number(),
  score: z.number(),
});

/** `find_runbooks`. */
export function findRunbooks(server: McpServer, desk: Desk): void {
  const config = {
    title: 'Find runbooks',
    description: 'The runbooks that speak of some words (an alert, a symptom, a system), best first. Without a hit the list is empty. Without words, all of them.',
    inputSchema: z.strictObject({ words: z.string().max(500).default('') }),
    outputSchema: { runbooks: z.array(found), total: z.number() },
    annotations: READS_ONLY,
  };
  server.registerTool('find_runbooks', config, ({ words }) =>
    answer(desk, async () => {
      const all = servedRunbooks(desk);
      const runbooks = words.trim() === '' ? all.map(listed) : await searchRunbooks(all.map(searchable), words);
      return { runbooks: runbooks.slice(0, MOST), total: runbooks.length };
    }),
  );
}

function listed({ path, title, metadata, steps }: ReturnType<typeof servedRunbooks>[number]): z.infer<typeof found> {
  return { path, title: title?.value ?? null, purpose: '', owner: metadata.owner?.value ?? null, systems: metadata.system.map(({ value }) => value), steps: steps.length, score: 0 };
}
