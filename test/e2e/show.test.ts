import { readFileSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { called, workspace } from './helpers/index.ts';

const files = { 'rollback.md': readFileSync('runbooks/rollback.md', 'utf8') };

describe('runbook show', () => {
  it('says for each target what would run and why, in 80 columns', async () => {
    const { stdout } = await called('show', 'rollback.md').in(workspace(files)).expect({ status: 0, stderr: '' });
    for (const targets of ['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod, raxx-console-staging', 'raxx-velvet-*']) expect(stdout).toContain(`\n  ${targets} · 8 run\n`);
    expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(80);
  });

  it('shows the code of the chosen target and what is still open', () =>
    called('show', 'rollback.md', '--target', 'raxx-console-staging').in(workspace(files)).expect({
      status: 0,
      stdout: /heroku rollback v84 -a raxx-console-staging\n {6}! destroys: rollback\n {4}needs known-good-release\n[\s\S]*Open questions\n {2}--set known-good-release=… {2}e\.g\. v84;/,
    }));

  it('as JSON has what would run', async () => {
    const { stdout } = await called('show', 'rollback.md', '--target', 'raxx-velvet-prod', '--set', 'prior-tag=main-abc123', '--json').in(workspace(files)).expect({ status: 0, stderr: '' });
    const { steps, questions, history, metadata, targets } = JSON.parse(stdout);
    expect(steps.filter(({ included, kind }: { included: boolean; kind: string }) => included && kind === 'command').map(({ id }: { id: string }) => id)).toEqual(['pre-flight-2', 'pre-flight-3', 'container-path-1', 'container-path-2', 'verify-the-container-release-1']);
    expect({ questions, rows: history.rows, owner: metadata.owner, targets: targets.length }).toEqual({ questions: [], rows: 1, owner: 'operator', targets: 5 });
  });

  it.each([
    [['--target', 'raxx-api-prd'], /^runbook: --target raxx-api-prd: no such target\n {2}did you mean raxx-api-prod\?.*\n$/],
    [['--target', 'raxx-api-prod', '--set', 'known-good-release=v84;id'], /^runbook: rollback\.md:\d+:\d+: the value of known-good-release: "v84;id" has ; in it\n {2}\S.*\n$/],
    [['--set', 'known-good-release=$(id)'], /has \$ in it\n {2}\S.*\n$/],
    [['--only', 'slug-path-9'], /^runbook: --only slug-path-9: no such step\n {2}did you mean slug-path-\d\?.*\n$/],
    [['--section', 'Nowhere'], /^runbook: --section "Nowhere": no such section\n {2}\S.*\n$/],
  ])('%j is refused', async (options, stderr) => {
    await called('show', 'rollback.md', ...options).in(workspace(files)).expect({ status: 2, stdout: '', stderr });
  });

  it('of a file without steps is no error', () => called('show', 'x.md').in(workspace({ 'x.md': '# Words\n\nOnly words.\n' })).expect({ status: 0, stdout: 'Words\nx.md\n\nNo steps.\n', stderr: '' }));
});
