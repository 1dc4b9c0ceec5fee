import { expect, test } from 'vitest';
import { isRunbook } from '../../src/catalog/index.ts';
import { isJudgedAsRunbook } from '../../src/lint/judged-as-runbook.ts';
import { parseRunbook } from '../../src/parse/index.ts';

const STEPS = '# How to build\n\n```bash\nmake\n```\n';

test.each(['README.md', 'docs/_index.md', 'docs/index.mdx', 'SECURITY.md'])('%s tells of its folder: neither lists nor rules take it for a runbook, unless its metadata says so', (path) => {
  const pages = [STEPS, `---\nowner: ops\n---\n${STEPS}`].map((text) => parseRunbook(text, { path }));
  expect(pages.map(isRunbook)).toEqual([false, true]);
  expect(pages.map(isJudgedAsRunbook)).toEqual([false, true]);
});
