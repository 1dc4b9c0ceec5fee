import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { lintSarif } from '../../../src/print/findings/index.ts';
import { runbook, workspace } from '../../e2e/helpers/index.ts';
import { linted, REPORT } from './lint-report.ts';

// The schema has a pattern that is none under the flag u.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(JSON.parse(readFileSync('fixtures/sarif/sarif-2.1.0-rtm.5.json', 'utf8')));

function faultsOf(log: string): readonly string[] {
  return isSarif(JSON.parse(log)) ? [] : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the schema of SARIF 2.1.0', () => {
  test('holds for findings of every kind and for none', () => {
    expect(faultsOf(lintSarif(REPORT, '1.2.3'))).toEqual([]);
    expect(faultsOf(lintSarif({ files: [] }, '1.2.3'))).toEqual([]);
    expect(faultsOf(lintSarif({ files: [linted('/abs/ä b.md', 'x\n', [['x', 'shellcheck/SC2086', 'info', 'm']])] }, '1.2.3'))).toEqual([]);
  });

  test('would not hold for a log with a fault', () => {
    const log = lintSarif(REPORT, '1.2.3');
    expect(faultsOf(log.replace('"startLine": 3', '"startLine": 0')).join()).toContain('must be >= 1');
    expect(faultsOf(log.replace('"level": "error"', '"level": "fatal"')).join()).toContain('must be equal to one of the allowed values');
  });

  test('holds for what the program prints of a file with many faults', async () => {
    const folder = workspace({ 'a.md': '# A\n\nTODO\n\n```\n$ ssh db-1\n```\n\n```bash\nif true; then\n```\n\n[x](gone.md) <app>\n\n| Date | Outcome |\n| --- | --- |\n| 2026-13-01 | x | y |\n' });
    const { stdout, status } = await runbook('lint', 'a.md', '--no-shellcheck', '--format', 'sarif').in(folder).finish();
    expect(status).toBe(1);
    expect(JSON.parse(stdout).runs[0].results.length).toBeGreaterThan(4);
    expect(faultsOf(stdout)).toEqual([]);
  });
});
