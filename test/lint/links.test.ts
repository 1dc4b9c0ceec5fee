import { describe, expect, it } from 'vitest';
import { lintExample } from './lint-example.ts';

const FILES = {
  'docs/source/purge.html.md.erb': '# Purge\n\n## Restart app.service now\n',
  'docs/source/flush.html.md': '# Flush\n',
  'docs/source/deep/index.md': '# Deep\n\n## Freeze {#cold}\n\n## Restart app.service now\n',
  'docs/script.sh': 'ls\n',
};
const broken = (link: string) => lintExample({ text: `# A\n\n[x](${link})\n`, path: 'docs/source/a.md', files: FILES }).filter(({ rule }) => rule === 'broken-link').length;

it.each(['purge.html', 'purge', '../flush/', 'flush.html', 'deep/', 'deep.html', 'deep/index.md#cold', 'deep/index.md#restart-app-service-now', 'deep/index.md#restart-app.service-now', '../script.sh#L7', '../script.sh?plain=1#L5', 'deep/index.md?plain=1#L5-L9', '/images/of/the/site.png', '/docs/source/flush.html'])(
  '%s resolves, or cannot be judged',
  (link) => expect(broken(link)).toBe(0),
);

it.each(['purge.htm', '../flash/', 'deep/index.md#warm', '/docs/gone.md', '../script.py#L7'])('%s is broken', (link) => expect(broken(link)).toBe(1));

describe('a file that does not exist', () => {
  const lint = (text: string) => lintExample({ text: `# Lag\n\n${text}\n`, path: 'runbooks/lag.md', files: { 'runbooks/freeze.md': '# Freeze\n', 'docs/other.md': '# Other\n' } }, { select: new Set(['broken-link']) });
  const mended = (text: string): string => lint(text).flatMap(({ fix = [] }) => fix).reduce((all, { start, end, text: to }) => all.slice(0, start) + to + all.slice(end), `# Lag\n\n${text}\n`).split('\n')[2] ?? '';

  it.each([
    ['[freeze](frze.md) first', 'no file "frze.md"; "freeze.md" is one', '[freeze](freeze.md) first'],
    ['[freeze](./frezee.md#freeze) first', 'no file "./frezee.md"; "freeze.md" is one', '[freeze](./freeze.md#freeze) first'],
    ['[other](../docs/othr.md)', 'no file "../docs/othr.md"; "other.md" is one', '[other](../docs/other.md)'],
    ['[other](../docs/her.md)', 'no file "../docs/her.md"', '[other](../docs/her.md)'],
    ['[thaw](thaw.md)', 'no file "thaw.md"', '[thaw](thaw.md)'],
  ])('%s', (text, message, expected) => {
    expect(lint(text).map((finding) => finding.message)).toEqual([message]);
    expect(mended(text)).toBe(expected);
    // A person has to say whether it is meant.
    expect(lint(text).every(({ fix, inEditor }) => fix === undefined || inEditor === true)).toBe(true);
  });
});

it('no name is looked for in a folder of very many, where each link would be compared with each file', () => {
  const among = (count: number): readonly string[] => lintExample({ text: '# A\n\n[x](frze.md)\n', path: 'docs/a.md', files: { 'docs/freeze.md': '# F\n', ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`docs/p${index}.md`, '# P\n'])) } }).flatMap(({ rule, message }) => (rule === 'broken-link' ? [message] : []));
  expect([among(20), among(400)]).toEqual([['no file "frze.md"; "freeze.md" is one'], ['no file "frze.md"']]);
});
