import type { Html, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown, readWithRemark } from '../../../../src/parse/markdown/index.ts';

function tree(markdown: string): Root {
  return readMarkdown(markdown, 'test.md', readWithRemark).tree;
}

/** The kinds of the blocks at the top, with what a reader sees of their words. */
function shown(markdown: string): readonly string[] {
  return tree(markdown).children.map((node) => {
    const words: string[] = [];
    visit(node, 'text', ({ value }) => void words.push(value));
    return `${node.type} ${words.join('').replace(/\s+/g, ' ').trim()}`.trim();
  });
}

describe('words in blocks of HTML', () => {
  it.each<[markdown: string, shown: readonly string[]]>([
    ['<p>Only after the review:</p>', ['paragraph Only after the review:']],
    ['<details>\n<summary>If it <b>hangs</b></summary>\n\nKill it.\n\n</details>', ['paragraph If it hangs', 'paragraph Kill it.', 'html']],
    ['</details>\n<details>\n<summary>Linux</summary>', ['html', 'paragraph Linux']],
    ['<h3 align="center">Emergency</h3>', ['heading Emergency']],
    ['<h3>One</h3>\nand more', ['paragraph One and more']],
    ['<p align="center">\n<img src="a.png" alt="a">\n</p>', ['html']],
    ['<!-- only authors see this -->', ['html']],
    ['<pre>rm -rf /</pre>', ['html']],
    ['<table><tr><td>a cell</td></tr></table>', ['html']],
  ])('%j', (markdown, expected) => {
    expect(shown(markdown)).toEqual(expected);
  });

  it('stand where they are in the file', () => {
    // Below a blank line stands a paragraph, of which Markdown drops the blanks around line breaks.
    const lines = (text: string): string => text.replaceAll(/[ \t]*\r?\n[ \t]*/g, '\n');
    const tags = fc.constantFrom('<p>', '</p>', '<b>', '</details>', '<details>', '<summary>', '</summary>', 'some words', 'é ü', '\n', ' ', '\r\n');
    fc.assert(
      fc.property(fc.array(tags, { maxLength: 12 }), fc.constantFrom('', '\uFEFF', 'Before.\n\n', '\uFEFF# T\n\n'), (parts, before) => {
        const text = `${before}<div>${parts.join('')}`;
        const base = text.startsWith('\uFEFF') ? 1 : 0;
        visit(tree(text), (node) => {
          if (node.type !== 'html' && node.type !== 'text') return;
          const { value, position } = node as Html | Text;
          expect(lines(text.slice((position?.start.offset ?? 0) + base, (position?.end.offset ?? 0) + base))).toBe(lines(value));
        });
      }),
    );
  });

  it('in a list have the place of their block', () => {
    const [list] = tree('- a\n\n  <p>Only\n  now</p>\n').children;
    const paragraph = list?.type === 'list' ? list.children[0]?.children[1] : undefined;
    expect(paragraph).toMatchObject({ type: 'paragraph', position: { start: { line: 3, column: 3 } } });
  });
});
