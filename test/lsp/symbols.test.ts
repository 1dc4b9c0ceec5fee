import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { documentSymbols } from '../../src/lsp/symbols.ts';
import { opened } from './open-text.ts';

const outline = (symbols: readonly DocumentSymbol[]): readonly unknown[] => symbols.map(({ name, children = [] }) => (children.length === 0 ? name : [name, outline(children)]));

it('sections hold their steps and the sections under them', () => {
  const { open } = opened('# A\n\n## Look\n\n```bash\nkubectl get pods\n```\n\n### Closer\n\n1. Call the owner.\n\n## After\n');
  expect(outline(documentSymbols(open))).toEqual([['A', [['Look', ['Look: kubectl get', ['Closer', ['Call the owner']]]], 'After']]]);
});

const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
const inside = (inner: Range, outer: Range): boolean => before(outer.start, inner.start) && before(inner.end, outer.end);

it('every range holds those below it, whatever the text', () => {
  const part = fc.constantFrom('# A\n', '## B\n', '#### C\n', '**D**\n', '\n', 'text\n', '1. do it\n', '- [ ] check\n', '```bash\nls\n```\n', '   ```bash\n   ls\n', '> ```bash\n> rm x\n> ```\n', '\r\n', '\u{1F525}');
  fc.assert(fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
    const { open } = opened(parts.join(''));
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      expect(inside(selectionRange, range)).toBe(true);
      for (const child of children) {
        expect(inside(child.range, range)).toBe(true);
        check(child);
      }
    };
    documentSymbols(open).forEach(check);
  }), { numRuns: 60 });
});
