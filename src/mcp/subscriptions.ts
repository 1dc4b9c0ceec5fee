import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { SubscribeRequestSchema, UnsubscribeRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { LiveRuns } from './runs/live-runs.ts';
import { reportUri } from './resources.ts';

const EVERY_MS = 1_000;
const MOST = 200;

/** Notifies a client subscribed to a run's report when it has grown, at most once a second. */
export function addSubscriptions({ server }: McpServer, live: LiveRuns): void {
  const wanted = new Set<string>();
  const waiting = new Map<string, NodeJS.Timeout>();
  server.registerCapabilities({ resources: { subscribe: true } });
  server.setRequestHandler(SubscribeRequestSchema, ({ params }) => {
    if (wanted.size < MOST) wanted.add(params.uri);
    return {};
  });
  server.setRequestHandler(UnsubscribeRequestSchema, ({ params }) => {
    wanted.delete(params.uri);
    return {};
  });
  live.onChange(({ walk }) => {
    const uri = walk.run === null ? '' : reportUri(walk.run);
    if (!wanted.has(uri) || waiting.has(uri)) return;
    const tell = (): void => {
      waiting.delete(uri);
      void server.sendResourceUpdated({ uri }).catch(() => undefined);
    };
    waiting.set(uri, setTimeout(tell, EVERY_MS).unref());
  });
}
