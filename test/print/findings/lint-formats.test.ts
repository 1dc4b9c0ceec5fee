import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/lint/index.ts';
import { githubSummary, lintGithub, lintJson, lintJunit, lintSarif } from '../../../src/print/findings/index.ts';
import { linted, REPORT } from './lint-report.ts';

test('json is an array of findings with places', () => {
  expect(JSON.parse(lintJson(REPORT))[0]).toEqual({
    path: 'docs/a b.md',
    rule: 'elsewhere',
    severity: 'warning',
    message: 'lines after "ssh db-1" are typed there',
    line: 3,
    column: 2,
    endLine: 3,
    endColumn: 10,
    fixable: false,
  });
  expect(lintJson({ files: [] })).toBe('[]\n');
});

describe('sarif', () => {
  const log = JSON.parse(lintSarif(REPORT, '1.2.3'));
  const [run] = log.runs;

  test('names the schema, the tool and every rule with its help', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    expect(run.tool.driver).toMatchObject({ name: 'runbook', semanticVersion: '1.2.3' });
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    for (const rule of run.tool.driver.rules) expect(rule).toMatchObject({ shortDescription: { text: expect.any(String) }, help: { text: expect.any(String), markdown: expect.any(String) } });
  });

  test('gives each result its rule, level, place and fingerprint', () => {
    const [, result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('unparsed');
    expect(result).toMatchObject({ ruleId: 'unparsed', level: 'error', message: { text: '100% wrong:\nreally, <b>|' } });
    expect(result.locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'docs/a%20b.md', uriBaseId: '%SRCROOT%' }, region: { startLine: 3, startColumn: 11, endLine: 3, endColumn: 17 } } }]);
    expect(result.partialFingerprints['runbookFinding/v1']).toMatch(/^[0-9a-f]{32}:1$/);
  });

  test('keeps a fingerprint when lines move, and tells equal lines apart', () => {
    const fingerprints = (text: string) => {
      const file = linted('a.md', text, [['ssh', 'elsewhere', 'warning', 'm']]);
      const twice = { ...file, diagnostics: [...file.diagnostics, ...file.diagnostics] };
      return JSON.parse(lintSarif({ files: [twice] }, '1')).runs[0].results.map((result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0]);
    };
    const [first, second] = fingerprints('ssh db\n');
    expect(fingerprints('# New\n\nssh db\n')).toEqual([first, second]);
    expect(first).not.toBe(second);
  });

  test('points at the page of a shellcheck rule', () => {
    const { runs } = JSON.parse(lintSarif({ files: [linted('/abs/a.md', 'x\n', [['x', 'shellcheck/SC2086', 'info', 'm']])] }, '1'));
    expect(runs[0].tool.driver.rules.at(-1)).toMatchObject({ id: 'shellcheck/SC2086', helpUri: 'https://www.shellcheck.net/wiki/SC2086' });
    expect(runs[0].results[0].level).toBe('note');
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({ uri: 'file:///abs/a.md' });
  });
});

describe('github', () => {
  test('annotations are escaped, errors first', () => {
    expect(lintGithub(REPORT).split('\n').slice(0, 2)).toEqual([
      '::error file=docs/a b.md,line=3,endLine=3,col=11,endColumn=17,title=unparsed::100%25 wrong:%0Areally, <b>|',
      '::warning file=docs/a b.md,line=3,endLine=3,col=2,endColumn=10,title=elsewhere::lines after "ssh db-1" are typed there',
    ]);
  });

  test('a title and a path cannot end a property', () => {
    expect(lintGithub({ files: [linted('a,b:c%.md', 'x\n', [['x', 'shellcheck/SC1', 'info', 'm']])] })).toContain('::notice file=a%2Cb%3Ac%25.md,');
  });

  test('ten of a level are annotations, the rest are lines of the log, and all are in the summary', () => {
    const places = Array.from({ length: 13 }, (_, index) => ['x', 'vague-expectation', 'warning', `finding ${index}`] as const);
    const report = { files: [linted('a.md', 'x\n', places)] };
    const lines = lintGithub(report).split('\n');
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines).toContain('a.md:1:1: warning: finding 12 [vague-expectation]');
    expect(githubSummary(report).match(/^\| warning /gm)).toHaveLength(13);
  });

  test('the summary escapes what would break its table', () => {
    expect(githubSummary(REPORT)).toContain('| error | docs/a b.md:3:11 | 100% wrong: really, \\<b\\>\\| | unparsed |');
  });
});

test('junit has a failed case for a finding and a passing case for a clean file', () => {
  const xml = lintJunit(REPORT);
  expect(xml).toContain('<testsuites name="runbook lint" tests="3" failures="2" errors="0">');
  expect(xml).toContain('<testcase name="runbook lint" classname="docs/clean.md" file="docs/clean.md"/>');
  expect(xml).toContain('<failure type="error" message="100% wrong:\nreally, &lt;b&gt;|">');
});

test('junit has no character that XML forbids, and an info is no failure', () => {
  const xml = lintJunit({ files: [linted('a.md', 'x\n', [['x', 'r', 'info', 'bell \u0007 "quoted"']])] });
  expect(xml).not.toContain('\u0007');
  expect(xml).toContain('failures="0"');
});
