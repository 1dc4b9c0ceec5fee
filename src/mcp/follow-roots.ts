import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import type { Roots } from './roots.ts';

const PATIENCE_MS = 5_000;

/** Limits the roots to the client's own folders, if it names any; opening a file waits until they are known. */
export function followRoots({ server }: McpServer, roots: Roots): void {
  const ask = async (): Promise<void> => {
    if (server.getClientCapabilities()?.roots === undefined) return;
    const { roots: named } = await server.listRoots(undefined, { timeout: PATIENCE_MS });
    roots.narrow(named.map(({ uri }) => uri));
  };
  const follow = (): void => {
    roots.settled = ask().catch(() => undefined);
  };
  server.oninitialized = follow;
  server.setNotificationHandler(RootsListChangedNotificationSchema, follow);
}
