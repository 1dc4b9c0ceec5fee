import { describe, expect, it } from 'vitest';
import { at, read, values } from './read.ts';

describe('the structure that lint reads', () => {
  const runbook = read(`
    # Title & more

    See [the docs](docs/a.md#x), ![pic](p.png), [ref][r] and <app> in prose.
    <a id="here"></a>

    ## Title & more

    <!-- runbook-disable-next-line secret -->

    '''bash {name=x}
    $ ls <app>
    '''

        indented

    1. one
    2. two
    '''
    here it is cut
    '''
    3. three

    | a | b |
    |---|---|
    | 1 | 2 | 3 |
    | \`x\\|y\` |

    [r]: other.md
  `);
  const { structure } = runbook;

  it('headings and anchors as a forge makes them', () => {
    expect(structure.headings.map(({ depth, anchor }) => `${depth} ${anchor}`)).toEqual(['1 title--more', '2 title--more-1']);
    expect(structure.anchors.map((anchor) => [anchor.value, at(runbook, anchor)])).toEqual([['here', 'here']]);
  });
  it('links of all kinds', () => expect(structure.links.map(({ kind, href }) => `${kind} ${href}`)).toEqual(['link docs/a.md#x', 'image p.png', 'reference other.md', 'definition other.md']));
  it('addresses that stand in prose as they are', () => {
    const bare = read('# X\n\nSee https://wiki.example.com/db_(main), or (https://a.example/x). Not `https://code.example`, nor [one](https://link.example), but www.site.example.\n\n| Board |\n|---|\n| https://grafana.example/d/1?a=b&c=d |\n');
    expect(bare.structure.links.map(({ href }) => href)).toEqual(['https://wiki.example.com/db_(main)', 'https://a.example/x', 'https://link.example', 'http://www.site.example', 'https://grafana.example/d/1?a=b&c=d']);
    expect(at(bare, bare.structure.links[1]!)).toBe('https://a.example/x');
  });
  it('fences with their labels, closure and steps', () => {
    expect(structure.fences.map(({ language, fenced, closed, hasPrompts, step }) => [language, fenced, closed, hasPrompts, step])).toEqual([['bash', true, true, true, 0], ['', false, true, false, null], ['', true, true, false, null]]);
    expect(structure.fences.map(({ infoSpan }) => at(runbook, { span: infoSpan }))).toEqual(['bash {name=x}', '', '']);
  });
  it('ordered lists with what cut them', () => expect(structure.orderedLists.map(({ numbers, continues }) => [values(numbers), continues])).toEqual([[[1, 2], null], [[3], 0]]));
  it('tables with as many cells as are written', () => expect(structure.tables.map(({ header, rows }) => [values(header), rows.map(({ cells }) => values(cells))])).toEqual([[['a', 'b'], [['1', '2', '3'], ['`x\\|y`']]]]));
  it('raw HTML, comments, and words without code', () => {
    expect(values(structure.html)).toEqual(['<app>', '<a id="here">', '</a>']);
    expect(values(structure.comments)).toEqual(['runbook-disable-next-line secret']);
    expect(structure.texts.every(({ value, span }) => value.length === span.end.offset - span.start.offset)).toBe(true);
    expect(structure.texts.some(({ value }) => value.includes('<app>'))).toBe(false);
  });
  it('mixed line endings', () => expect([read('a\n').structure.mixedLineEndings, read('# a\r\n\nb\n').structure.mixedLineEndings]).toEqual([false, true]));
});
