import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readWithRemark } from '../../../src/parse/markdown/remark.ts';
import { readPlain } from '../../../src/parse/plain/index.ts';
import { findMarkdown } from '../../../src/state/index.ts';
import { cpuTime } from '../../cpu-time.ts';

/** A tree as lines: type, offsets, and what else a node has; only remark says whether a list is loose, and nobody reads it. */
function outline(node: Nodes, depth = 0): string[] {
  const { type, position, ...rest } = node;
  const { children, ...fields } = rest as { children?: Nodes[]; spread?: boolean };
  delete fields.spread;
  const where = type === 'root' ? '' : `${position?.start.offset}-${position?.end.offset}`;
  const said = JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return [`${' '.repeat(depth)}${type} ${where} ${said}`, ...(children ?? []).flatMap((child) => outline(child, depth + 1))];
}

function expectAsRemark(text: string): boolean {
  const plain = readPlain(text);
  if (plain !== null) expect(outline(plain), text).toEqual(outline(readWithRemark(text)));
  return plain !== null;
}

const { files: FILES } = findMarkdown(['runbooks', 'fixtures', 'README.md'], process.cwd());

// What Markdown is made of, and what is easily taken for something else.
const FRAGMENTS = [
  'a', 'b c', '**', '*', '_', '__', '`', '``', '[x]', '(u)', '](', '](http://x.y/z)', '](u?a=1&b=2)', '![', '<app>', '</a>', '<https://x.y>', '<a@b.c>', '&amp;', '&', '~', '\\', '\\*',
  '\n', '\n', '\n', '\n\n', '\n\n', '  \n', '- ', '* ', '+ ', '1. ', '2. ', '10) ', '01. ', '  ', '   ', '    ', ' ', '> ', '>', '# ', '## ', '```', '```bash\n', '~~~', '---', '***', '===',
  '|', '| a | b |\n|---|---|\n', '| c | d |\n', '|:-:|-\n', '<!-- x -->', '<!--', '-->', '<details>', '</details>\n', '- [ ] ', '- [x] d', 'é', '😀', '—', '"', '.', '!', ':', '\r\n', '\t',
  '$ ls', '#', '+++', '---\n', '<', '<br>', 'x_y_z', '`a`', '**b**', '*i*', '[t](u "v")', '\n- a\n  - b\n', '\n1. a\n   ```sh\n   ls\n   ```\n', '\n> q\n> r\n', '- [ ] `a`', '- [ ] [a](b&c) d',
];

describe('plain Markdown', () => {
  it.each(FILES)('reads %s as remark does, or leaves it to remark', (file) => {
    expectAsRemark(readFileSync(file, 'utf8'));
  });

  it('reads most of the files at hand', () => {
    const read = FILES.filter((file) => readPlain(readFileSync(file, 'utf8')) !== null);
    expect(read.length).toBeGreaterThan(FILES.length * 0.7);
    expect(read).toContain(join('runbooks', 'rollback.md'));
  });

  it('reads any text as remark does, or leaves it to remark', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 14 }), (fragments) => {
        if (expectAsRemark(fragments.join(''))) read++;
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it('reads any lines of runbooks in any order as remark does, or leaves them to remark', () => {
    const lines = FILES.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line) => line.length < 200);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n\n', '\r\n')), { minLength: 1, maxLength: 10 }), (chosen) => {
        expectAsRemark(chosen.flat().join(''));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['definitions', 'see [a]\n\n[a]: b\n'],
    ['code by indentation', 'a\n\n    b\n'],
    ['a fence that is not closed', '```\na\n'],
    ['raw HTML', '<pre>\n\na\n</pre>\n'],
    ['tabs that indent', '-\ta\n'],
    ['strikethrough', '~~a~~\n'],
    ['character references', '&copy; a\n'],
    ['a carriage return alone', 'a\rb\n'],
  ])('leaves %s to remark', (_, text) => {
    expect(readPlain(text)).toBeNull();
  });

  it.each([
    ['emphasis after marks of another kind', '****b**_'],
    ['an empty heading', '# '],
    ['an item that is no first one after a paragraph', '9\n01. ,'],
    ['indented HTML', ' <details'],
    ['a title without words', '[](u "")'],
    ['an escaped box', '0) \\[ ] v'],
    ['a box before code', '- [ ] `d`'],
    ['a list in a quote with another after it', '>- d\n>* .'],
    ['a blank line with a tab in it', '_```s\n\t\n\\```'],
    ['an address that begins with a sign', '<=@b>'],
    ['marks of front matter that is none', '---\n* p'],
  ])('reads %s as remark does', (_, text) => {
    expectAsRemark(text);
  });

  it('reads a text that is all nesting or all marks without delay', () => {
    for (const text of ['> '.repeat(5000), '- '.repeat(5000), '*a_'.repeat(3000), '['.repeat(20_000), '`a'.repeat(10_000), `<a ${'b '.repeat(20_000)}`, '<a '.repeat(10_000), `- ${'-'.repeat(20_000)}x`, `a\n${'| '.repeat(20_000)}`, '!['.repeat(10_000), 'a <1 b\n\n'.repeat(80_000), 'a ` b\n\n'.repeat(80_000), `${'['.repeat(9000)}${'[a](b)'.repeat(9000)}`]) {
      expect(cpuTime(() => void readPlain(text))).toBeLessThan(1000);
    }
  });
});
