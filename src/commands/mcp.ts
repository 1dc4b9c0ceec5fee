import { ExitCode, RunbookError } from '../model/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';
import { agentHost } from './serving/agent-host.ts';
import { engineQueue } from './running/options.ts';
import { stopOnSignals } from './running/signals.ts';

/** `runbook mcp`: serves runbooks to an agent until it disconnects. */
export const run: CommandRun = async (args, io) => {
  const rules = { allowChanges: args.text('allow') === 'changes', readOnly: args.flag('read-only'), elicit: args.text('confirm') === 'elicit', operator: args.text('operator') ?? null };
  if (rules.readOnly && rules.allowChanges) throw new RunbookError({ what: '--read-only', why: 'it contradicts --allow changes', advice: 'give only one of them' });
  const roots = args.texts('root');
  // Only this command loads the protocol's library.
  const { serveAgents } = await import('../mcp/index.ts');
  const stop = stopOnSignals(() => false);
  try {
    await serveAgents(agentHost(io, engineQueue(args)), rules, { roots: roots.length === 0 ? ['.'] : roots, stop: stop.wait }, { stdin: io.stdin, stdout: io.raw.stdout });
    return stop.asked() === null ? ExitCode.done : stop.code();
  } finally {
    stop.dispose();
  }
};
