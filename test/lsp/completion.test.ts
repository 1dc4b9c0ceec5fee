import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionsAt } from '../../src/lsp/completion/index.ts';
import { PIN_VALUES, PIN_WORDS } from '../../src/lsp/pin-words.ts';
import { PIN_KEYS } from '../../src/parse/index.ts';
import { workspace } from '../e2e/helpers/index.ts';
import { opened } from './open-text.ts';

function labels(marked: string, cwd = '/nowhere'): readonly string[] {
  const { open, texts, offset } = opened(marked, 'runbooks/a.md', cwd);
  return completionsAt(open, texts, offset).map(({ label }) => label);
}

it('every pin has words, and every kind with values exists', () => {
  expect(Object.keys(PIN_WORDS)).toEqual(Object.keys(PIN_KEYS));
  expect(Object.keys(PIN_VALUES).filter((kind) => !Object.values<string>(PIN_KEYS).includes(kind))).toEqual([]);
});

it('pins and their values, in a comment and in a fence', () => {
  expect(labels('# A\n\n<!-- runbook: name=x t‸ -->\n```bash\nls\n```\n')).toEqual(['title=', 'timeout=', 'tag=']);
  expect(labels('# A\n\n```bash {name=x re‸}\nls\n```\n')).toEqual(['retry=']);
  expect(labels('# A\n\n```bash {runs=‸}\nls\n```\n')).toEqual(['yes', 'no']);
  expect(labels('# A\n\n```bash {effect=d‸}\nls\n```\n')).toEqual(['destroys']);
  expect(labels('# A\n\n<!-- run‸')).toContain('runbook-disable-next-line ');
});

it('labels behind the marks that open a block', () => {
  expect(labels('# A\n\n```‸')).toEqual(['bash', 'console', 'text']);
  expect(labels('# A\n\n1. Look:\n\n   ```co‸\n   ls\n   ```\n')).toEqual(['console']);
  expect(labels('# A\n\n> ~~~‸\n> ls\n> ~~~\n')).toEqual(['bash', 'console', 'text']);
  expect(labels('# A\n\n```bash\nls\n```‸\n')).toEqual([]);
  expect(labels('# A\n\nRun ```‸ls``` now.\n')).toEqual([]);
});

it('rules in comments that silence', () => {
  expect(labels('# A\n\n<!-- runbook-disable-next-line broken-link, missing-t‸ -->\n')).toEqual(['missing-title']);
});

it('headings and files in links', () => {
  const { path } = workspace({ 'runbooks/freeze.md': '# Freeze\n\n## Begin it\n', 'runbooks/deep/x.md': '', 'runbooks/data.json': '' });
  expect(labels('# A\n\n[x](‸)\n\n## The end\n', path)).toEqual(['#a', '#the-end', 'freeze.md', 'deep/']);
  expect(labels('# A\n\n[x](fre‸)\n', path)).toEqual(['freeze.md']);
  expect(labels('# A\n\n[x](deep/‸)\n', path)).toEqual(['x.md']);
  expect(labels('# A\n\n[x](freeze.md#‸)\n', path)).toEqual(['#freeze', '#begin-it']);
  expect(labels('# A\n\n[x](gone/‸)\n', path)).toEqual([]);
  expect(labels('# A\n\n[x](https:‸)\n', path)).toEqual([]);
});

it('targets in blocks, in pins and in front matter, placeholders after <', () => {
  const text = '# A\n\n| App | Zone |\n| --- | --- |\n| shop-prod | a |\n| shop-test | b |\n\n## Steps\n\n';
  expect(labels(`${text}\`\`\`bash\nheroku ps -a sh‸\n\`\`\`\n`)).toEqual(['shop-prod', 'shop-test']);
  expect(labels(`${text}\`\`\`bash {applies=shop-prod,sh‸}\nls\n\`\`\`\n`)).toEqual(['shop-prod', 'shop-test']);
  expect(labels(`---\nrunbook:\n  target: sh‸\n---\n\n${text}`)).toEqual(['shop-prod', 'shop-test']);
  expect(labels(`---\nrunbook:\n  ta‸\n---\n\n${text}`)).toEqual(['target: ']);
  expect(labels(`---\nrunbook:\n  ta‸\n${text}`)).toEqual(['target: ']);
  expect(labels(`---\nru‸\n${text}`)).toEqual(['runbook:']);
  expect(labels(`---\nowner: web\n---\n\nru‸\n\n${text}`)).toEqual([]);
  expect(labels(`${text}\`\`\`bash\nheroku rollback <release>\nheroku releases:info <‸\n\`\`\`\n`)).toEqual(['<release>']);
});

it('what was typed is replaced, hyphens and all', () => {
  const { open, texts, offset } = opened('# A\n\n<!-- runbook-disable-file broken-l‸ -->\n');
  const [item] = completionsAt(open, texts, offset);
  expect(TextDocument.applyEdits(open.document, [item!.textEdit as never])).toBe('# A\n\n<!-- runbook-disable-file broken-link -->\n');
});

it.each([
  ['[x](a.md#the-e‸)', '#the-end', 'end'],
  ['[x](‸)', '#a', '#a'],
  ['<!-- runbook-disable-file broken-l‸ -->', 'broken-link', 'link'],
  ['<!-- runbook-disable-file Broken-l‸ -->', 'broken-link', 'broken-link'],
])('an editor that compares the word before the cursor finds %s', (marked, label, word) => {
  const { path } = workspace({ 'runbooks/a.md': '# A\n\n## The end\n' });
  const { open, texts, offset } = opened(`# A\n\n${marked}\n\n## The end\n`, 'runbooks/a.md', path);
  expect(completionsAt(open, texts, offset).find((item) => item.label === label)).toMatchObject({ filterText: word, textEdit: { newText: word } });
});

it('prose is left to the author', () => {
  expect(labels('# A\n\nSome pro‸\n')).toEqual([]);
});
