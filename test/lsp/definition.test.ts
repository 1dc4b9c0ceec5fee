import { expect, it } from 'vitest';
import { definitionAt } from '../../src/lsp/definition.ts';
import { pinPage } from '../../src/lsp/pin-page.ts';
import { workspace } from '../e2e/helpers/index.ts';
import { HOST, opened } from './open-text.ts';

/** Where what stands at the cursor is defined: the file's name and the line, from 1. */
function definition(marked: string, cwd = '/nowhere'): string | null {
  const { open, texts, offset } = opened(marked, 'runbooks/a.md', cwd);
  const place = definitionAt(open, texts, HOST, offset);
  return place === null ? null : `${place.uri.replace(`file://${cwd}/`, '').replace('file:///', '/')}:${place.range.start.line + 1}`;
}

it('a link to a heading here', () => {
  expect(definition('# A\n\nSee [the end](#the-e‸nd).\n\n## The end\n')).toBe('runbooks/a.md:5');
  expect(definition('# A\n\nSee [the end][e‸nd].\n\n## The end\n\n[end]: #the-end\n')).toBe('runbooks/a.md:5');
  expect(definition('# A\n\nSee [the end](#go‸ne).\n')).toBeNull();
});

it('a link to another file, to a heading in it, and a bare path', () => {
  const { path } = workspace({ 'runbooks/b.md': '# B\n\n## Freeze\n', 'docs/c.md': '# C\n', 'runbooks/x y.md': '# X\n' });
  expect(definition('# A\n\n[b](b.‸md)\n', path)).toBe('runbooks/b.md:1');
  expect(definition('# A\n\n[b](b.md#free‸ze)\n', path)).toBe('runbooks/b.md:3');
  expect(definition('# A\n\n[x](x%20‸y.md)\n', path)).toBe('runbooks/x%20y.md:1');
  expect(definition('# A\n\nRelated: docs/‸c.md\n', path)).toBeNull();
  expect(definition('# A\n\nRelated: ../docs/‸c.md\n', path)).toBe('docs/c.md:1');
  expect(definition('# A\n\n[b](gone.‸md), [w](https://x.example)\n', path)).toBeNull();
});

it('a target leads to its row, a placeholder to its pin or where it is first used', () => {
  const inventory = '# A\n\n| App | Zone |\n| --- | --- |\n| shop-prod | a |\n| shop-test | b |\n\n## Steps\n\n';
  expect(definition(`${inventory}\`\`\`bash\nheroku ps -a shop-‸test\n\`\`\`\n`)).toBe('runbooks/a.md:6');
  expect(definition(`${inventory}\`\`\`bash {applies=shop-‸prod}\nls\n\`\`\`\n`)).toBe('runbooks/a.md:5');
  expect(definition('---\nrunbook:\n  params:\n    release:\n      example: v1\n---\n\n# A\n\n## Steps\n\n```bash\nheroku rollback <rel‸ease>\n```\n')).toBe('runbooks/a.md:4');
  expect(definition('# A\n\n## Steps\n\n```bash\nheroku releases:info <release>\nheroku rollback <rel‸ease>\n```\n')).toBe('runbooks/a.md:6');
});

it('a rule leads to its page', () => {
  expect(definition('# A\n\n<!-- runbook-disable-file broken-‸link -->\n')).toBe('/rules/broken-link.md:1');
});

it('a pin leads to the page of pins, its value to what it names', () => {
  const line = pinPage().split('\n').indexOf('## timeout') + 1;
  expect(line).toBeGreaterThan(1);
  expect(definition('# A\n\n<!-- runbook: time‸out=30s -->\n```bash\nls\n```\n')).toBe(`/rules/pins.md:${line}`);
  expect(definition('# A\n\n```bash {time‸out=30s}\nls\n```\n')).toBe(`/rules/pins.md:${line}`);
  expect(definition('# A\n\n<!-- runbook: nobo‸dy=1 -->\n```bash\nls\n```\n')).toBeNull();
});
