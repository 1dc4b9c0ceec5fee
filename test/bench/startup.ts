import { firstAnswer, medians, program, settle } from './measure.ts';
import type { Figure, Timed } from './measure.ts';
import { CLI, ENVIRONMENT, ROLLBACK, unread } from './inputs.ts';

const INITIALIZE = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } } };

/** What the first answer costs, beside a bare start of Node. */
export async function startup(rounds: number): Promise<Figure[]> {
  const node = process.execPath;
  const call = (...args: string[]): ReturnType<typeof program> => program(node, [CLI, ...args], { env: ENVIRONMENT, allow: [0, 1] });
  const calls: Readonly<Record<string, { readonly time: Timed; readonly bound: number | null }>> = {
    '--version': { time: call('--version'), bound: 1.3 },
    '--help': { time: call('--help'), bound: 1.6 },
    show: { time: call('show', ROLLBACK), bound: 4.6 },
    'show, a text that is new': { time: unread(ROLLBACK, (path) => call('show', path)), bound: null },
    lint: { time: call('lint', '--no-shellcheck', ROLLBACK), bound: 4.6 },
    'lint, a text that is new': { time: call('lint', '--no-shellcheck', '--no-cache', ROLLBACK), bound: null },
    'run --dry-run': { time: call('run', '--dry-run', ROLLBACK), bound: 4.6 },
    'run --dry-run, a text that is new': { time: unread(ROLLBACK, (path) => call('run', '--dry-run', path)), bound: null },
    'mcp, to the answer to initialize': { time: firstAnswer(node, [CLI, 'mcp'], INITIALIZE, { env: ENVIRONMENT }), bound: 5 },
  };
  const times = Object.fromEntries(Object.entries(calls).map(([name, { time }]) => [name, time]));
  await settle(...Object.values(times));
  const taken = await medians({ bare: program(node, ['-e', '0']), ...times }, rounds);
  return Object.entries(calls).map(([name, { bound }]) => ({ name: `runbook ${name}`, against: 'node -e 0', value: (taken[name] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound }));
}
