import { firstAnswer, medians, program, settle } from './measure.ts';
import type { Figure } from './measure.ts';
import { CLI, ENVIRONMENT, ROLLBACK } from './inputs.ts';

const INITIALIZE = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } } };

/** What the first answer costs, beside a bare start of Node. */
export async function startup(rounds: number): Promise<Figure[]> {
  const node = process.execPath;
  const call = (...args: string[]): ReturnType<typeof program> => program(node, [CLI, ...args], { env: ENVIRONMENT, allow: [0, 1] });
  const calls = {
    '--version': call('--version'),
    '--help': call('--help'),
    show: call('show', ROLLBACK),
    lint: call('lint', '--no-cache', '--no-shellcheck', ROLLBACK),
    'run --dry-run': call('run', '--dry-run', ROLLBACK),
    'mcp, to the answer to initialize': firstAnswer(node, [CLI, 'mcp'], INITIALIZE, { env: ENVIRONMENT }),
  };
  await settle(...Object.values(calls));
  const taken = await medians({ bare: program(node, ['-e', '0']), ...calls }, rounds);
  const bounds = { '--version': 1.3, '--help': 1.6, show: 4.6, lint: 4.6, 'run --dry-run': 4.6, 'mcp, to the answer to initialize': 5 };
  return Object.entries(bounds).map(([name, bound]) => ({ name: `runbook ${name}`, against: 'node -e 0', value: (taken[name] ?? 0) / (taken['bare'] ?? 1), unit: 'x', bound }));
}
