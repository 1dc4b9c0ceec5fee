import { expect, it } from 'vitest';
import { chunksLoaded, chunksWith, workspace } from './helpers/index.ts';

/** What is large and seldom needed, and a text that stands in it alone. */
const PARTS = { temporal: 'temporal.api.workflowservice', editors: 'textDocument/publishDiagnostics', agents: 'notifications/roots/list_changed' } as const;

const CALLS: readonly (readonly [call: string, loads: readonly (keyof typeof PARTS)[]])[] = [
  ['--version', []],
  ['--help', []],
  ['show a.md', []],
  ['lint a.md', []],
  ['list', []],
  ['find one', []],
  ['runs', []],
  ['run a.md --yes', []],
  ['run a.md --dry-run', []],
  ['mcp --help', []],
  ['mcp', ['agents']],
  ['lsp', ['editors']],
  ['run a.md --yes --engine temporal --queue q', ['temporal']],
];

it('the client of Temporal and the protocols of editors and agents are loaded by who asks for them, and by nobody else', async () => {
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => ({ part, chunks: chunksWith(PARTS[part]) }));
  for (const { part, chunks } of parts) expect(chunks, part).not.toEqual([]);
  for (const [call, loads] of CALLS) {
    const folder = workspace({ 'a.md': '# A\n\n## Steps\n\n```bash\necho one\n```\n' });
    const loaded = await chunksLoaded(folder, call.split(' '), { TEMPORAL_ADDRESS: '127.0.0.1:1', RUNBOOK_TEMPORAL_WORKER: folder.path });
    const asked = parts.filter(({ chunks }) => chunks.some((name) => loaded.includes(name))).map(({ part }) => part);
    expect({ call, asked }).toEqual({ call, asked: loads });
    expect(loaded.length, call).toBeGreaterThan(0);
  }
}, 60_000);
