import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRunbook } from '../../src/parse/index.ts';
import { codeSpan, type Runbook } from '../../src/model/index.ts';
import { cutSegments } from '../../src/parse/segments.ts';
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
  it('reading gives a sound model and never throws', () => fc.assert(fc.property(markdown, (text) => expectSound(parse(text))), { numRuns: 400 }));
  it('reading bytes that are no text does neither', () => fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectSound(parse(new TextDecoder().decode(bytes)))), { numRuns: 200 }));
  it('segments are the text, in order', () => {
    fc.assert(fc.property(fc.array(markdown, { minLength: 5, maxLength: 20 }), (parts) => {
      const text = parts.join('\n\n## Next\n\n').repeat(30);
      expect(cutSegments(text, '').map(({ start, length }) => text.slice(start, start + length)).join('')).toBe(text);
    }), { numRuns: 30 });
  });
});

describe('what would cost too much', () => {
  it.each([
    ['quotes', '> '.repeat(10_000) + 'x'],
    ['quotes without blanks', '>'.repeat(10_000) + 'x'],
    ['lists', '- '.repeat(10_000) + 'x'],
    ['numbered lists', '1. '.repeat(10_000) + 'x'],
    ['lists by indentation', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(2 * depth)}- x`).join('\n')],
  ])('10,000 nested %s are a diagnostic', (_, text) => {
    expect(cpuTime(() => expect(parse(text)).toMatchObject({ steps: [], diagnostics: [{ rule: 'unreadable', severity: 'error' }] }))).toBeLessThan(1000);
  });

  it.each([
    ['around a word', `${'*'.repeat(3000)}a${'*'.repeat(3000)}`],
    ['before each word', '*a'.repeat(3000)],
    ['in a row of a table', `|a|\n|-|\n${'|*a'.repeat(2000)}`],
    ['of underscores', `${'_'.repeat(3000)}a${'_'.repeat(3000)}`],
  ])('thousands of marks of emphasis %s are read at no cost', (_, line) => {
    const read = (): void => expect(parse(`# X\n\n${line}\n\n1. Look.\n`).steps.map(({ title }) => title)).toEqual(['Look']);
    expect(cpuTime(read)).toBeLessThan(20 * (line.length / 1024) + 200);
  });

  it('long files are read in parts that make one whole', () => {
    const part = "## Part\n\n1. **Look.** See [the docs][d].\n\n   '''bash\n   kubectl get pods -n <namespace>\n   '''\n\n| App | URL |\n|---|---|\n| a | https://a.example |\n\n".replaceAll("'''", '```');
    const runbook = parse(`# Long\n\n${part.repeat(300)}\n[d]: docs.md\n`);
    expect(runbook.steps).toHaveLength(300);
    expect(runbook.structure.links.filter(({ href }) => href === 'docs.md')).toHaveLength(301);
    expectSound(runbook);
  });

  // Definitions are left to remark, which reads in parts what the plain reader reads at once.
  const READERS = [['plain', ''], ['with remark', '\n[d]: docs.md\n']] as const;

  it.each(READERS)('a table of thousands of rows is one table, %s', (_, after) => {
    const rows = Array.from({ length: 4000 }, (_, row) => `| 2026-01-01 | mira | Success ${row} |`).join('\n');
    const [history] = parse(`# X\n\n## Execution history\n\n| Date | Who | Outcome |\n|---|---|---|\n${rows}\n${after}`).histories;
    expect(history?.rows).toHaveLength(4000);
    expect(history?.rows.at(-1)?.cells[2]?.value).toBe('Success 3999');
  });

  it.each(READERS)('a list of thousands of items is one list, %s', (_, after) => {
    const runbook = parse(`# X\n\n## Do\n\n${Array.from({ length: 3000 }, (_, item) => `${item + 1}. do ${item}`).join('\n')}\n${after}`);
    expect(runbook.structure.orderedLists).toHaveLength(1);
    expect(runbook.steps).toHaveLength(3000);
  });
});
