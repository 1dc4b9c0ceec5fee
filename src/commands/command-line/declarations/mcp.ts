import { Declared, option, repeated } from '../declared.ts';

/** `runbook mcp`. */
export function mcp(): Declared {
  return new Declared('mcp', {
    summary: 'serve runbooks to agents (Model Context Protocol)',
    details: 'An agent finds, reads and walks runbooks over standard input and output. What reads runs on its word; what destroys waits for a person: runbook resume <id> in a terminal, or the dialog of its client.',
    examples: [
      { command: 'runbook mcp --root docs/ops --read-only', what: 'for diagnosis' },
      { command: 'runbook mcp --allow changes --confirm elicit', what: 'for drills: a person is asked in the client for what destroys' },
    ],
    load: () => import('../../mcp.ts'),
  }).takesOptions(
    repeated('--root <dir>', 'serve the runbooks below this folder; default: the working folder'),
    option('--allow <what>', 'changes: let an agent run what changes, and outside production what has an unknown effect', ['changes']),
    option('--confirm <how>', 'ask a person in a terminal (default), or through the client (elicit)', ['terminal', 'elicit']),
    option('--read-only', 'run only steps that are known to only read'),
    option('--engine <temporal>', "begin runs on the team's Temporal server, or join those in progress", ['temporal']),
    option('--queue <name>', 'with --engine: give them to the workers of this queue'),
    option('--operator <name>', 'name the agent in journals and history rows; default: the name of its client'),
  );
}
