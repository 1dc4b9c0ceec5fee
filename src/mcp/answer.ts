import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { isRunbookError, visibleData } from '../model/index.ts';
import type { Desk } from './desk.ts';

/** What is said of a tool that changes nothing and looks at this machine alone. */
export const READS_ONLY = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

/** The result of a tool: data without hidden characters, or an error in the words of the command line. */
export async function answer({ host, roots }: Pick<Desk, 'host' | 'roots'>, work: () => Promise<Record<string, unknown>> | Record<string, unknown>): Promise<CallToolResult> {
  try {
    await roots.settled;
    const structuredContent = visibleData(await work());
    return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent };
  } catch (error) {
    if (!isRunbookError(error)) throw error;
    return { isError: true, content: [{ type: 'text', text: host.errorText(error.report).trimEnd() }] };
  }
}
