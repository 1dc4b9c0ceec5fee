import { expect, it } from 'vitest';
import { chunksLoaded, chunksWith, workspace } from './helpers/index.ts';

it('nothing of the editors’ protocol is loaded where nobody asks for it', async () => {
  const protocol = chunksWith('textDocument/publishDiagnostics');
  expect(protocol.length).toBeGreaterThan(0);
  const loaded = (...args: readonly string[]): Promise<readonly string[]> => chunksLoaded(workspace({ 'a.md': '# A\n\n## Steps\n\n```bash\necho one\n```\n' }), args);
  for (const args of [['--version'], ['--help'], ['show', 'a.md'], ['lint', 'a.md'], ['run', 'a.md', '--yes'], ['mcp']]) {
    expect((await loaded(...args)).filter((name) => protocol.includes(name)), args.join(' ')).toEqual([]);
  }
  expect((await loaded('lsp')).filter((name) => protocol.includes(name))).not.toEqual([]);
}, 60_000);
