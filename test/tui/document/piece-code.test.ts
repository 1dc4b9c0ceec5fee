import { expect, it } from 'vitest';
import { blockLines } from '../../../src/tui/document/block-lines.ts';
import type { Line } from '../../../src/tui/document/lines.ts';
import { planOf, scene } from '../scenes.ts';

const TEXT = '# R\n\n## Do\n\nTake the good release (e.g., `v84`):\n\n```sh\nheroku rollback v84 -a shop-v84\n```\n';

/** Words of the only command in a role, and all of its block as one text. */
function shown(values: Readonly<Record<string, string>>): { readonly examples: readonly string[]; readonly text: string } {
  const plan = planOf(TEXT, undefined, values);
  const { blocks, view } = scene({ plan });
  const lines: readonly Line[] = blocks.filter(({ kind }) => kind === 'piece').flatMap((block) => blockLines(block, view, 80));
  const segments = lines.flatMap((line) => ('row' in line ? line.row.segments : []));
  return { examples: segments.filter(({ roles }) => roles.includes('example')).map(({ text }) => text), text: segments.map(({ text }) => text).join('') };
}

it('an example that is to be replaced is marked, and said to be one, until its value is known', () => {
  expect(shown({}).examples).toEqual(['v84']);
  expect(shown({}).text).toContain('needs good-release (v84 is an example)');
  expect(shown({ 'good-release': 'v83' }).examples).toEqual([]);
});
