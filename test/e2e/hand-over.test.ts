import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { called, cleanEnvironment, runbook, terminal, workspace } from './helpers/index.ts';

const TEXT = `# Restore

## Steps

Stop it:

\`\`\`bash
PART=seven; echo "token $API_TOKEN"
\`\`\`

Start it:

\`\`\`bash
echo "part $PART"; test -e ready
\`\`\`

## Execution history

| Date | Operator | Outcome |
| --- | --- | --- |
`;

it('a run goes from one machine and operator to another, once, and is in the row as both', async () => {
  const [here, there] = [workspace({ 'docs/r.md': TEXT }), workspace({ 'docs/r.md': TEXT, ready: '' })];
  const [ana, bo] = [cleanEnvironment(), cleanEnvironment()];
  const screen = terminal(['run', 'docs/r.md', '--no-tui', '--operator', 'ana', '--set', 'API_TOKEN=hunter2-hunter2'], { cwd: here.path, env: { ...ana, NO_COLOR: '1' }, columns: 110, rows: 50 });
  await screen.waitFor(/Enter start, q quit > ?$/);
  screen.type('\r');
  await screen.waitFor(/\[1\/2\][^]*quit > ?$/);
  screen.type('\r');
  await screen.waitFor(/\[2\/2\][^]*quit > ?$/);
  screen.type('\x03');
  expect(await screen.exit()).toBe(130);

  const { stdout: listed } = await called('runs', '--json').in(here).withEnv(ana).expect({ status: 0 });
  const { id } = (JSON.parse(listed) as { id: string }[])[0]!;
  await called('runs', 'pack', id, '-o', 'r.runbook-run', '--operator', 'ana').in(here).withEnv(ana).expect({ status: 0, stdout: 'r.runbook-run\n', stderr: /is closed here; whoever takes over: runbook resume r\.runbook-run/ });
  await called('runs').in(here).withEnv(ana).expect({ status: 0, stdout: new RegExp(`^${id} .* handed over `, 'm') });
  await called('resume', id, '--yes').in(here).withEnv(ana).expect({ status: 2, stderr: new RegExp(`cannot resume ${id}: it was handed over by ana on `) });
  await called('resume', '--yes').in(here).withEnv(ana).expect({ status: 2, stderr: /nothing to resume/ });
  await called('resume', 'r.runbook-run', '--yes').in(here).withEnv(ana).expect({ status: 2, stderr: /this machine handed that run over/ });

  const packed = readFileSync(here.at('r.runbook-run'));
  writeFileSync(here.at('packed.md'), packed);
  await called('resume', 'packed.md', '--yes').in(here).withEnv(ana).expect({ status: 2, stderr: /this machine handed that run over/ });
  for (const [name, bytes, why] of [
    ['cut.runbook-run', packed.subarray(0, packed.length - 9), /it is damaged/],
    ['changed.runbook-run', Buffer.concat([packed.subarray(0, 200), Buffer.from('x'), packed.subarray(201)]), /it is damaged/],
    ['foreign.runbook-run', Buffer.from('PK\x03\x04 something else'), /it is not a packed run/],
  ] as const) {
    writeFileSync(there.at(name), bytes);
    await called('resume', name, '--yes').in(there).withEnv(bo).expect({ status: 2, stdout: '', stderr: why });
  }
  await called('runs', '--json').in(there).withEnv(bo).expect({ status: 0, stdout: '[]\n' });

  writeFileSync(there.at('r.runbook-run'), packed);
  rmSync(here.path, { recursive: true });
  const { stdout } = await runbook('resume', 'r.runbook-run', '--yes', '--operator', 'bo', '--set', 'API_TOKEN=hunter2-hunter2').in(there).withEnv(bo).expect({ status: 0 });
  expect(stdout).toMatch(/part seven/);
  expect(there.read('docs/r.md')).toMatch(/\| ana, bo \| Success/);
  const { stdout: report } = await called('runs', 'report', id).in(there).withEnv(bo).expect({ status: 0 });
  expect(report).toMatch(/Operator:\*\* ana, bo/);
  expect(report).toMatch(/handed over by ana on/);
  await called('resume', 'r.runbook-run', '--yes').in(there).withEnv(bo).expect({ status: 2, stderr: new RegExp(`run ${id} is here already`) });
});
