import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/lint/lint.ts';
import { DEFAULT_LINT_OPTIONS } from '../../src/settings/index.ts';
import { shellcheckFindings } from '../../src/lint/shellcheck/shellcheck-findings.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { shellcheckIdentity, startShellcheck } from '../../src/programs/index.ts';
import { lintExample, places } from './lint-example.ts';
import { marked } from './marked.ts';

const WORST = [
  '# Züri 部署 runbook',
  '',
  'Owner: platform',
  'Last reviewed: ⟦stale-review⟧2020-05-14⟦/⟧',
  '',
  'Use this runbook when the workers of the queue hang and nothing moves for minutes.',
  'Roll back to ⟦invisible-placeholder⟧<prior version>⟦/⟧ and read ⟦broken-link⟧[the page](missing.md)⟦/⟧.',
  '',
  '```bash',
  'kubectl get pods -n <app>',
  '```',
  '',
  '1. Outer item',
  '   - Inner item with a tab-indented block:',
  '',
  '     ```bash',
  '     \techo 部 👍; ⟦pipe-to-shell⟧curl https://x.example/i.sh | sh⟦/⟧',
  '     ```',
  '',
  '   - > Quoted:',
  '     >',
  '     > ```⟦prompt-in-fence⟧bash⟦/⟧',
  '     > $ kubectl get pods -n ⟦inconsistent-placeholder⟧<App>⟦/⟧',
  '     > ```',
  '',
  '2. Second',
  '',
  '\t```bash',
  '\t⟦elsewhere⟧ssh db-1⟦/⟧',
  '\tuptime',
  '\texit',
  '\t```',
  '',
];

describe.each([
  ['LF', '\n', ''],
  ['CRLF', '\r\n', ''],
  ['CRLF and a byte order mark', '\r\n', '\ufeff'],
])('with %s', (_name, eol, bom) => {
  it('finds each place right to the column in nested lists, quotes, tabs and wide characters', () => {
    const { text, expected } = marked(bom + WORST.join(eol));
    const rules = new Set(expected.map((place) => place.split(' ')[1]));
    expect(places(lintExample({ text, path: 'runbooks/a.md' })).filter((place) => rules.has(place.split(' ')[1]))).toEqual(expected);
  });

  it('finds what the shell cannot read at its place', () => {
    const { text, expected } = marked(`${bom}${['# A', '', '1. One', '', '   ```bash', '   \tif true; then', '   ls ⟦unparsed⟧)⟦/⟧', '   ```', ''].join(eol)}`);
    expect(places(lintExample({ text }), 'unparsed')).toEqual(expected);
  });

  it('reports the first odd line ending', () => {
    const other = eol === '\n' ? '\r\n' : '\n';
    const { text } = marked(`${bom}# A${eol}${eol}one⟦⟧⟦/⟧${other}${eol}two${eol}`);
    expect(places(lintExample({ text }), 'mixed-line-endings')).toEqual(['3:4-3:4 mixed-line-endings']);
  });
});

const shellcheck = shellcheckIdentity(process.env);
if (shellcheck === null) process.stdout.write('skipped: shellcheck is not installed, its positions are not tested\n');

describe.skipIf(shellcheck === null)('shellcheck', () => {
  async function findings(text: string) {
    const { script } = readDocument(parseRunbook(text, 'runbooks/a.md'), DEFAULT_LINT_OPTIONS);
    if (script === null) return [];
    const run = startShellcheck();
    run.add('a', script.text);
    const result = await run.done();
    return result.status === 'checked' ? shellcheckFindings(result.comments.get('a') ?? [], script) : [];
  }

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('with %s, maps positions back to the Markdown column', async (_name, eol) => {
    const { text, expected } = marked(
      ['# A', '', '1. One', '   - Two', '', '     ```bash', '     \tfind 部 👍 -name ⟦shellcheck/SC2061⟧*.x⟦/⟧', '     ```', '', '> ```console', '> $ find . -name ⟦shellcheck/SC2061⟧*.x⟦/⟧', '> some "output', '> ```', ''].join(eol),
    );
    expect(places(await findings(text))).toEqual(expected);
  });

  it('knows a variable from an earlier block, and leaves out what only fragments cause', async () => {
    expect(await findings('# A\n\n```bash\nDIR=/srv\ncd "$DIR"\n```\n\n```bash\nls "$DIR" "$ELSEWHERE"\nexit 0\n```\n\n```bash\nls\n```\n')).toEqual([]);
  });

  it('leaves out blocks that do not parse, and masks placeholders', async () => {
    const { text, expected } = marked('# A\n\n```bash\nls "\n```\n\n```bash\nfind <dir> -name ⟦shellcheck/SC2061⟧*.x⟦/⟧\n```\n');
    expect(places(await findings(text))).toEqual(expected);
  });

  it('leaves out what a command is to print, whatever the label', async () => {
    expect(await findings('# A\n\n```bash\nacmectl init\n```\n\nExpected:\n\n```bash\n[init] Using version 2\nset \'name\n```\n')).toEqual([]);
    expect(await findings('# A\n\n```bash\nacmectl init\n```\n\nExpected:\n\n```bash\n[init] Using version 2\n```\n')).toEqual([]);
  });

  it('honours a directive, for a command and before a block', async () => {
    const { text, expected } = marked('# A\n\n```bash\n# shellcheck disable=SC2061\nfind . -name *.x\nfind . -name *.x\n```\n\n```bash\nfind . -name ⟦shellcheck/SC2061⟧*.x⟦/⟧\n# shellcheck disable=SC2061\nfind . -name *.x\nfind . -name ⟦shellcheck/SC2061⟧*.x⟦/⟧\n```\n');
    expect(places(await findings(text))).toEqual(expected);
  });
});
