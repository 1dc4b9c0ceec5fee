import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { yamlText } from '../../src/plan-lock/yaml-text.ts';

const STYLE = { lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN', indentSeq: false, aliasDuplicateObjects: false } as const;

/** What YAML could take for something else, and what it has to quote. */
const words = fc.oneof(
  fc.constantFrom('null', 'True', 'false', 'yes', '~', '', ' ', '-', '- a', '1', '1e5', '12345678901234e5', '1234567890123456', '0123456789abcdef', '0x1f', '0.2.0', '0.2.0+8eb1', '1.2.3-', '.inf', 'a: b', 'a #b', 'a:', 'a-', "it's", '"quoted"', `it's "both"`, 'a\nb', 'a\n\n', '\n a', ' a\nb', 'a\tb', '*a', '&a', '!a', '%a', '@a', '`a`', '[a]', '{a}', 'a, b', '? a', '| a', '> a', '---', '...', '---\na', 'ä', '😀', '\u202e', '\u0000', '2026-11-28', 'a'.repeat(2000)),
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[0-9a-f.+-]{1,16}$/),
  fc.stringMatching(/^[0-9]{4,6}[.e-][0-9]{2}[.e-][0-9]{2}$/),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.stringMatching(/^[\w :#'"\n-]{0,12}$/),
);
const { tree } = fc.letrec<{ tree: unknown; map: object }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, words, fc.boolean(), fc.array(tie('tree'), { maxLength: 4 }), tie('map')),
  map: fc.dictionary(words.filter((key) => key !== '__proto__'), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
}));
const maps = fc.dictionary(words.filter((key) => key !== '__proto__'), tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

it('writes what the yaml package writes, to the byte', () => {
  fc.assert(fc.property(maps, (data) => {
    expect(`below:\n${yamlText(data)}`).toBe(stringify({ below: data }, STYLE));
  }), { numRuns: 500 });
});
