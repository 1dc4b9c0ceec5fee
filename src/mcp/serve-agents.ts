import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { AgentHost, AgentRules } from './host.ts';
import { LiveRuns } from './runs/live-runs.ts';
import { Roots } from './roots.ts';
import { followRoots } from './follow-roots.ts';
import { createServer } from './server.ts';

/** The raw streams of the process that the server communicates over. */
interface Connection {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/**
 * Serves one client until it disconnects or `stop` resolves.
 * @throws RunbookError where a root is no folder.
 */
export async function serveAgents(host: AgentHost, rules: AgentRules, given: { readonly roots: readonly string[]; readonly stop: Promise<unknown> }, { stdin, stdout }: Connection): Promise<void> {
  const roots = new Roots(given.roots, host.cwd);
  const live = new LiveRuns();
  const server = createServer({ host, rules, roots, live });
  followRoots(server, roots);
  const gone = new Promise<void>((done) => {
    for (const event of ['end', 'close', 'error']) stdin.once(event, () => done());
    for (const event of ['close', 'error']) stdout.once(event, () => done());
  });
  await server.connect(new StdioServerTransport(stdin, stdout));
  await Promise.race([gone, given.stop]);
  await live.leaveAll();
  await server.close();
}
