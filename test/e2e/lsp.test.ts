import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CodeActionRequest, CompletionRequest, DefinitionRequest, DocumentSymbolRequest, HoverRequest } from 'vscode-languageserver-protocol/node';
import { workspace } from './helpers/index.ts';
import { Editor, rulesOf } from './lsp-client.ts';

const HELD = '# Replica lag\n\n## Steps\n\nIf the replica lags, restart it:\n\n```bash\nsystemctl restart replica\n```\n';
const LINKED = '# Replica lag\n\nSee [the freeze](freeze.md#begin).\n';

it('tells what is found in a text that was never saved, and what is done about it', async () => {
  const editor = new Editor(workspace({ 'runbooks/freeze.md': '# Freeze\n\n## Begin\n' }));
  const started = performance.now();
  const { capabilities } = await editor.initialize();
  expect(capabilities).toMatchObject({ hoverProvider: true, documentSymbolProvider: true, definitionProvider: true });
  const found = await editor.open('runbooks/new.md', `${LINKED}\n[gone](gone.md)\n`);
  // On a machine with nothing else to do it is a third of a second; the figure is for this one, at its busiest.
  expect(performance.now() - started).toBeLessThan(8000);
  expect(found.diagnostics.find(({ code }) => code === 'broken-link')).toMatchObject({ source: 'runbook', severity: 1, range: { start: { line: 4, character: 0 } } });
  const textDocument = { uri: editor.uri('runbooks/new.md') };
  expect(await editor.connection.sendRequest(DefinitionRequest.type, { textDocument, position: { line: 2, character: 8 } })).toMatchObject({ uri: editor.uri('runbooks/freeze.md'), range: { start: { line: 2 } } });
  await editor.change('runbooks/new.md', 2, { text: HELD });
  await editor.findings('runbooks/new.md', 2);
  expect(await editor.connection.sendRequest(HoverRequest.type, { textDocument, position: { line: 7, character: 3 } })).toMatchObject({ contents: { value: expect.stringContaining('**destroys** (`restart`)') } });
  expect(await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toMatchObject([{ name: 'Replica lag', children: [{ name: 'Steps', children: [{ detail: expect.stringContaining('restart') }] }] }]);
  const actions = await editor.connection.sendRequest(CodeActionRequest.type, { textDocument, range: { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, context: { diagnostics: [] } });
  expect(actions?.map(({ title }) => title)).toContain('Settle "conditional" of steps-1: it is to run (pin runs=yes)');
  await editor.change('runbooks/new.md', 3, { text: '# A\n\n<!-- runbook-disable-next-line empty-' });
  const completions = await editor.connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 2, character: 40 } });
  expect(completions).toMatchObject([{ label: 'empty-link' }, { label: 'empty-section' }]);
  await editor.shutdown();
  await editor.exit();
  expect(await editor.ended()).toBe(0);
  expect(editor.stderr).toBe('');
}, 60_000);

it('outlives what happens to texts and files', async () => {
  const folder = workspace({ 'runbooks/a.md': LINKED, '.runbook.yaml': 'rules:\n  broken-link: warning\n' });
  const editor = new Editor(folder);
  await editor.initialize();
  expect((await editor.open('runbooks/a.md', LINKED)).diagnostics).toMatchObject([{ code: 'broken-link', severity: 2 }]);

  // The file and its folder vanish; the text is still there.
  rmSync(folder.at('runbooks'), { recursive: true });
  await editor.change('runbooks/a.md', 2, { text: `${LINKED}\n## \u{1F525}\u{1F525} [x](#gone)\r\n` });
  const [, emoji] = (await editor.findings('runbooks/a.md', 2)).diagnostics.filter(({ code }) => code === 'broken-link');
  expect(emoji?.range).toEqual({ start: { line: 4, character: 8 }, end: { line: 4, character: 18 } });

  // Keys one after the other: what is between is not read.
  for (let version = 3; version <= 60; version++) await editor.change('runbooks/a.md', version, { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, text: 'x' });
  await editor.findings('runbooks/a.md', 60);
  expect(editor.versions('runbooks/a.md').length).toBeLessThan(20);

  expect(rulesOf(await editor.open('b.md', '---\nowner: [\n---\n\n# B\n'))).toContain('invalid-front-matter');
  expect(rulesOf(await editor.open('large.md', `# Large\n\n${'a line of prose\n'.repeat(140_000)}`))).toEqual(['too-large']);
  const marked = await editor.open('c.md', '\ufeff[x](#gone)\r\n\r\n# C\r\n');
  expect(marked.diagnostics.find(({ code }) => code === 'broken-link')?.range).toEqual({ start: { line: 0, character: 1 }, end: { line: 0, character: 11 } });

  folder.write('.runbook.yaml', 'rules:\n  broken-link: loud\n');
  await editor.change('c.md', 2, { text: '[x](#gone)\n' });
  expect((await editor.findings('c.md', 2)).diagnostics.find(({ code }) => code === 'broken-link')?.severity).toBe(1);

  editor.child.stdin.end();
  expect(await editor.ended(), editor.stderr).toBe(1);
  expect(editor.stderr).toBe('');
}, 60_000);

it('ends as the protocol says', async () => {
  const gone = new Editor(workspace());
  await gone.initialize();
  await gone.exit();
  expect(await gone.ended()).toBe(1);
  const closed = new Editor(workspace(), ['--stdio', '--no-shellcheck']);
  await closed.initialize();
  await closed.shutdown();
  closed.child.stdin.end();
  expect(await closed.ended()).toBe(0);
  const garbage = new Editor(workspace());
  garbage.child.stdin.end('GET / HTTP/1.1\r\n\r\n{"jsonrpc": "2.0"');
  expect(await garbage.ended()).toBe(1);
  expect(garbage.stderr).not.toMatch(/^\s+at /m);
}, 60_000);
