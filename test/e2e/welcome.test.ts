import { expect, it } from 'vitest';
import { called, runbook, workspace } from './helpers/index.ts';

const STEPS = '# Fail over\n\n## Stop\n\n```sh\ntrue\n```\n';

it('runbook alone shows what it can do with the runbooks here, then its commands', async () => {
  const folder = workspace({ 'README.md': '# Readme\n', 'notes.md': '# Notes\n\nNothing to run.\n', 'ops/runbooks/fail over.md': STEPS });
  const { stdout } = await runbook().in(folder).expect({ status: 0, stderr: '' });
  const help = await called('--help').in(folder).expect({ status: 0 });
  expect(stdout).toBe(`Runbooks here:

  ops/runbooks/fail over.md   Fail over

For example:

  runbook show 'ops/runbooks/fail over.md'   what would run, and why
  runbook run 'ops/runbooks/fail over.md'    walk through it
  runbook lint ops/runbooks                  check what is there

${help.stdout}`);
});

it('runbook alone shows five of many', async () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`runbooks/${i}.md`, STEPS]));
  const { stdout } = await runbook().in(workspace(files)).expect({ status: 0, stderr: '' });
  expect(stdout.match(/^ {2}runbooks\/\d+\.md {3,4}Fail over$/gm)).toHaveLength(5);
  expect(stdout).toContain('runbook list shows all of them');
});

it('runbook alone says how to begin where there is none', () =>
  runbook().in(workspace({ 'README.md': '# Readme\n' })).expect({ status: 0, stderr: '', stdout: /^No runbook found below this folder\.\n\n {2}runbook init runbooks\/first\.md {3}writes one that runs\n\nUsage: runbook <command> \[options\]/ }).then(() => undefined));
