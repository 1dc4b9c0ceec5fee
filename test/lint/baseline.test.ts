import { expect, test } from 'vitest';
import { formatBaseline, goneFromBaseline, notAsked, parseBaseline, withoutBaseline } from '../../src/lint/baseline.ts';
import { shownLine, type LintedFile } from '../../src/lint/report.ts';
import { sourceText, spanAt } from '../../src/model/index.ts';

function file(text: string, places: readonly string[]): LintedFile {
  const source = sourceText(text);
  let from = 0;
  const diagnostics = places.map((place) => {
    const start = text.indexOf(place, from);
    from = start + 1;
    return { rule: 'elsewhere', severity: 'warning' as const, message: 'typed there', span: spanAt(source, start, start + place.length) };
  });
  return { path: 'a.md', diagnostics, line: shownLine(() => text, false) };
}

test('accepted findings stay accepted when their lines move, and a further one of the same text is new', () => {
  const accepted = parseBaseline(formatBaseline([file('ssh db-1\nssh db-2\n', ['ssh', 'ssh'])]), 'b.json');
  const moved = file('# New\n\nssh db-2\nssh db-1\nssh db-1\n', ['ssh', 'ssh', 'ssh']);
  const [left] = withoutBaseline([moved], accepted);
  expect(left?.diagnostics.map(({ span }) => span.start.line)).toEqual([5]);
});

test('an entry under the older name of a rule still counts', () => {
  const accepted = parseBaseline(formatBaseline([file('ssh db-1\n', ['ssh'])]).replace('elsewhere', 'remote-session'), 'b.json');
  expect(withoutBaseline([file('ssh db-1\n', ['ssh'])], accepted)[0]?.diagnostics).toEqual([]);
});

test('the file is stable: sorted, one entry a line', () => {
  const text = formatBaseline([file('ssh b\nssh a\nssh a\n', ['ssh', 'ssh', 'ssh'])]);
  expect(text).toBe('{\n  "version": 1,\n  "findings": [\n    {"rule":"elsewhere","path":"a.md","text":"ssh a","count":2},\n    {"rule":"elsewhere","path":"a.md","text":"ssh b","count":1}\n  ]\n}\n');
});

test.each(['', '[]', '{"findings": [1]}', '{"findings": [{"rule": "x"}]}'])('%j is no baseline', (text) => {
  expect(() => parseBaseline(text, 'b.json')).toThrow('cannot read the baseline b.json');
});

test('what nobody asked of is neither fixed nor dropped', () => {
  const entry = (rule: string, path: string) => ({ rule, path, text: 'ssh db-1', count: 1 });
  const baseline = [entry('elsewhere', 'a.md'), entry('shellcheck/SC2086', 'a.md'), entry('elsewhere', 'b.md'), entry('elsewhere', 'gone.md')];
  const linted = [file('nothing\n', [])];
  const exists = (path: string) => path !== 'gone.md';
  const asked = (_: string, rule: string) => !rule.startsWith('shellcheck');
  expect(goneFromBaseline(linted, baseline, exists, asked).map((gone) => gone.entry)).toEqual([baseline[0], baseline[3]]);
  expect(notAsked(linted, baseline, exists, asked)).toEqual([baseline[1], baseline[2]]);
  expect(parseBaseline(formatBaseline([file('ssh db-1\n', ['ssh'])], [entry('elsewhere', 'b.md')]), 'b.json').map(({ path }) => path)).toEqual(['a.md', 'b.md']);
});
