import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { readWithRemark } from '../../src/parse/markdown/index.ts';
import { codeSpan, type Runbook } from '../../src/model/index.ts';
import { cpuTime } from '../cpu-time.ts';

const parse = (text: string): Runbook => parseRunbook(text, { path: 'x.md' });

/** What must hold of any model. */
function expectSound(runbook: Runbook): void {
  const length = runbook.source.text.length;
  for (const step of runbook.steps) {
    expect(step.span.start.offset).toBeLessThanOrEqual(step.span.end.offset);
    if (step.kind !== 'command') continue;
    expect(step.pieces.map(({ start, end }) => step.code.text.slice(start, end)).join('')).toBe(step.code.text);
    expect(step.code.lineOffsets).toHaveLength(step.code.text.split('\n').length);
    expect(step.code.lineOffsets.every((offset) => offset >= 0 && offset <= length)).toBe(true);
    for (const slot of step.slots) {
      expect(step.code.text.slice(slot.start, slot.end)).toBe(slot.literal);
      expect(codeSpan(runbook.source, step.code, slot.start, slot.end)).toEqual(slot.span);
    }
  }
  expect(new Set(runbook.steps.map(({ id }) => id)).size).toBe(runbook.steps.length);
}

const PIECES = ['# ', '## Option A\n', '- ', '1. ', '> ', '```bash\n', '```\n', '~~~', '\n', '\n\n', '\t', '    ', '| a | b |\n|---|---|\n', '| x | y |\n', '<app>', '$ ls\n', '**Owner:** x\n', '<!-- runbook: name=x -->\n', '---\n', 'runbook:\n  params: {a: 1}\n', 'Expected output:\n', '# Expected: 200\n', 'cat <<EOF\n', 'EOF\n', '`', '[x](y)', '(e.g., `v84`)', 'heroku rollback v84\n', '\r\n', '\uFEFF', 'é', '\0', '{name=x', '}', 'For api:\n', 'ssh db\n', 'exit\n', '5 min'];
const markdown = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 60 }).map((parts) => parts.join(''));

describe('whatever the text', () => {
  it('reading gives a sound model and never throws', () => fc.assert(fc.property(markdown, (text) => expectSound(parse(text))), { numRuns: 100 }));
  it('reading bytes that are no text does neither', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectSound(parse(new TextDecoder().decode(bytes)))), { numRuns: 100 }));
});

describe('what would cost too much', () => {
  it.each([
    ['quotes', '> '.repeat(10_000) + 'x'],
    ['quotes without blanks', '>'.repeat(10_000) + 'x'],
    ['lists', '- '.repeat(10_000) + 'x'],
    ['numbered lists', '1. '.repeat(10_000) + 'x'],
    ['lists by indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')],
  ])('10,000 nested %s are a diagnostic', (_, text) => {
    expect(cpuTime(() => expect(parse(text)).toMatchObject({ steps: [], diagnostics: [{ rule: 'unreadable', severity: 'error' }] }))).toBeLessThan(1000);
  });

  it.each([
    ['around a word', `${'*'.repeat(3000)}a${'*'.repeat(3000)}`],
    ['before each word', '*a'.repeat(4000)],
    ['of strikethrough, over many lines', '~~a\n'.repeat(2000)],
    ['of underscores', `${'_'.repeat(3000)}a${'_'.repeat(3000)}`],
    ['in one row of a table', `|a|\n|-|\n${'|*a'.repeat(4000)}`],
  ])('thousands of marks of emphasis %s are a diagnostic', (_, paragraph) => {
    expect(parse(`# X\n\n${paragraph}\n\n1. Look.\n`)).toMatchObject({ steps: [], diagnostics: [{ rule: 'unreadable', message: 'a paragraph has more than 3,000 marks of emphasis here; the file was not read' }] });
  });

  it.each(['a <!-- ', 'a <!-- >\n', 'a <? ', 'a <![CDATA[ > ', 'a <!A '])('thousands of %j in a paragraph, which nothing closes, are a diagnostic', (open) => {
    expect(cpuTime(() => expect(parse(`# X\n\n${open.repeat(8000)}\n\n1. Look.\n`)).toMatchObject({ steps: [], diagnostics: [{ rule: 'unreadable', message: 'a paragraph has too many comments that are not closed here; the file was not read' }] }))).toBeLessThan(1000);
  });
  it.each([['closed', '<!-- a -->\n'.repeat(2500)], ['a paragraph each', 'a <!-- b\n\n'.repeat(1500)], ['one over many lines', `a <!-- b\n${'word\n'.repeat(5000)}-->`]])('not where they are %s', (_, text) => {
    expect(parse(`# X\n\n${text}\n\n1. Look.\n`).diagnostics).toEqual([]);
  });

  it.each([
    ['code', `\`\`\`sh\n${'# *****\n'.repeat(2000)}\`\`\`\n`],
    ['rows of a table', `|a|\n|-|\n${'| **b** |\n'.repeat(1000)}`],
    ['items of a list', '- **b**\n'.repeat(1000)],
    ['names with underscores', 'a_b_c_d '.repeat(2000)],
  ])('marks in %s are no such thing', (_, text) => {
    expect(parse(`# X\n\n${text}\n\n1. Look.\n`).diagnostics.filter(({ rule }) => rule === 'unreadable')).toEqual([]);
  });

  it.each([
    ['rows of a table', `## History\n\n| Date | Who | Outcome |\n|---|---|---|\n${'| 2026-01-02 | mira | Success |\n'.repeat(60_000)}`, 'the file has more than 60,000 lines, cells and links up to here; the file was not read'],
    ['rows without a blank', `|a|b|c|\n|-|-|-|\n${'|a|b|c|\n'.repeat(150_000)}`, /^the file has more than 60,000/],
    ['headings', '## Part\n\ntext\n\n'.repeat(20_000), /^the file has more than 60,000/],
    ['items', '- look\n'.repeat(50_000), /^the file has more than 60,000/],
    ['underlined headings', 'H\n=\n'.repeat(20_000), /^the file has more than 60,000/],
    ['links', '[a] '.repeat(2000) + '\n\n'.repeat(2) + '[a](b)\n\n'.repeat(40_000), /^the file has more than 60,000/],
    ['what a fence that is none hides', `    \`\`\`\n${'|a|b|c|\n'.repeat(30_000)}`, /^the file has more than 60,000/],
    ['lines of shell', `\`\`\`bash\n${'echo x\n'.repeat(20_000)}\`\`\`\n`, 'the file has more than 3,000 lines of shell, with those of this block; the file was not read'],
    ['lines without a label', `\`\`\`\nkubectl get pods\n\`\`\`\n\n`.repeat(4000), /^the file has more than 3,000 lines of shell/],
    ['front matter', `---\n${Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join('\n')}\n---\n`, /^the front matter has more than 32,000 characters/],
  ])('tens of thousands of %s are too costly, and known soon to be', (_, text, message) => {
    expect(cpuTime(() => expect(parse(`${text.startsWith('---') ? '' : '# X\n\n'}${text}`).diagnostics).toMatchObject([{ rule: 'too-costly', severity: 'error', message: typeof message === 'string' ? message : expect.stringMatching(message) }]))).toBeLessThan(1000);
  });

  it.each(['text\n:::note\nmore\n:::\n', '- a\n:::note\n- b\n:::\n'])('hundreds of containers without blank lines around them are read soon: %j', (marks) => {
    expect(cpuTime(() => parse(`# X\n\n${marks.repeat(200)}`))).toBeLessThan(4000);
  });

  it('brackets that close nothing are counted as marks are', () => {
    expect(parse(`# X\n\n${']'.repeat(4000)}\n`)).toMatchObject({ diagnostics: [{ rule: 'unreadable' }] });
  });

  it('more than 2 MB are a diagnostic, counted in bytes', () => {
    const [most, more] = [`# X\n\n${'é'.repeat(1024 * 1024 - 3)}\n`, `# X\n\n${'é'.repeat(1024 * 1024)}\n`];
    expect(parse(more)).toMatchObject({ sections: [{ heading: '' }], diagnostics: [{ rule: 'too-large', severity: 'error', message: 'the file was not read: it is 2.0 MB; the most that is read is 2 MB' }] });
    expect(parse(most)).toMatchObject({ title: { value: 'X' } });
  });

  it.each([
    ['a sentence', 'word '.repeat(24_000), 'systemctl restart a'],
    ['one value again and again', 'Do it:', `kubectl delete pod ${'foo '.repeat(10_000)}`],
    ['braces', 'Do it:', `kubectl delete pod ${'{a}'.repeat(10_000)}`],
  ])('a line that goes on and on is read all the same: %s', (_, lead, code) => expect(cpuTime(() => parse(`# X\n\n## Do\n\n${lead}\n\n\`\`\`sh\n${code}\n\`\`\`\n`))).toBeLessThan(4000));

  it('the tree takes time that grows with the text, however its lists are nested', { timeout: 120_000 }, () => {
    const timeOf = (count: number): number => cpuTime(() => readWithRemark('1. Do this\n\n   - and `that`\n\n## Part\n\n'.repeat(count)));
    timeOf(300);
    expect(timeOf(6000) / timeOf(1500)).toBeLessThan(8);
  });

  it('a table of thousands of rows is one table', () => {
    const rows = Array.from({ length: 4000 }, (_, row) => `| 2026-01-01 | mira | Success ${row} |`).join('\n');
    const [history] = parse(`# X\n\n## Execution history\n\n| Date | Who | Outcome |\n|---|---|---|\n${rows}\n`).histories;
    expect(history?.rows).toHaveLength(4000);
    expect(history?.rows.at(-1)?.cells[2]?.value).toBe('Success 3999');
  });

  it('a list of thousands of items is one list', () => {
    const runbook = parse(`# X\n\n## Do\n\n${Array.from({ length: 3000 }, (_, item) => `${item + 1}. do ${item}`).join('\n')}\n`);
    expect(runbook.structure.orderedLists).toHaveLength(1);
    expect(runbook.steps).toHaveLength(3000);
  });
});
