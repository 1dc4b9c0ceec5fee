import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';
import { visibleLine } from '../../model/index.ts';
import type { AgentRun } from './agent-run.ts';

const EVERY_MS = 500;
const LONGEST_LINE = 200;

/** What a tool gets besides its arguments. */
type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>;

/**
 * Waits until a run asks something, and meanwhile reports progress if the client wants it.
 * @throws what broke the walk.
 */
export async function restTelling(run: AgentRun, seconds: number, { _meta, sendNotification }: Extra): Promise<void> {
  const progressToken = _meta?.progressToken;
  const began = performance.now();
  let next = 0;
  const stop = progressToken === undefined ? () => undefined : run.onChange(() => {
    const now = performance.now() - began;
    if (now < next) return;
    next = now + EVERY_MS;
    void sendNotification({ method: 'notifications/progress', params: { progressToken, progress: Math.round(now), message: lastLine(run) } }).catch(() => undefined);
  });
  try {
    await run.rest(seconds * 1_000);
  } finally {
    stop();
  }
  if (run.failure !== null) throw run.failure;
}

/** The latest line of the running piece, secrets masked. */
function lastLine({ walk, ran }: AgentRun): string {
  if (walk.running === null || ran === null) return '';
  const line = walk.outputTail(ran.step, ran.piece, LONGEST_LINE).trimEnd().split('\n').at(-1) ?? '';
  return visibleLine(line);
}
