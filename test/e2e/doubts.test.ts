import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { called, runbook, workspace } from './helpers/index.ts';

const shipped = (name: string): string => readFileSync(join('runbooks', name), 'utf8');

/** What `show --json` says of the held pieces that are in the plan. */
async function held(name: string, ...args: readonly string[]): Promise<readonly string[]> {
  const folder = workspace({ [name]: shipped(name) });
  const { stdout } = await called('show', name, '--json', ...args).in(folder).expect({ status: 0 });
  const { steps } = JSON.parse(stdout) as { readonly steps: readonly { readonly id: string; readonly included: boolean; readonly doubts: readonly { readonly kind: string }[] }[] };
  return steps.filter(({ included }) => included).flatMap(({ id, doubts }) => doubts.map(({ kind }) => `${id}/${kind}`));
}

describe('the runbooks that ship are held nowhere', () => {
  it.each(['raxx-api-prod', 'raxx-api-staging', 'raxx-console-prod', 'raxx-console-staging', 'raxx-velvet-prod'])('rollback.md for %s', async (target) => expect(await held('rollback.md', '--target', target)).toEqual([]));
  it.each(['heroku.md', 'deploy-freeze.md', 'migration-gate.md', 'host-triage.md'])('%s', async (name) => expect(await held(name)).toEqual([]));
});

const FAILOVER = `# Ledger database failover

| Cluster | Primary | Standby |
| --- | --- | --- |
| ledger-prod | led-1.internal | led-2.internal |
| ledger-lab | led-lab-1.internal | led-lab-2.internal |

## Look

\`\`\`
$ touch ran-here
$ ping -c 1 led-1.internal
\`\`\`

If it answers, **stop here**.

## Promote

\`\`\`console
$ ssh led-2.internal
$ sudo -u postgres pg_ctl promote
server promoted
$ exit
\`\`\`

## Verify

\`\`\`bash
psql -h <new-primary> -Atc "select 1"
\`\`\`
`;

describe('a failover', () => {
  it('whose lines have the prompt of a machine can be pinned to it', async () => {
    const folder = workspace({ 'disk.md': '# New disk\n\n```\nroot@db2:~# touch ran-here\nroot@db2:~# mount /srv\n```\n\n```\nkim@db1:~$ uptime\n```\n' });
    await runbook('run', 'disk.md', '--yes', '--allow-destructive').in(folder).expect({ status: 2, stdout: '', stderr: /elsewhere, "root@db2"\n {4}settle it with [^\n]*, or pin on=ssh:root@db2 or on=here\n/ });
    expect(existsSync(folder.at('ran-here'))).toBe(false);
  });

  it('is refused unattended with its gate, its place on the chosen target and its parameter, and nothing of it runs', async () => {
    const folder = workspace({ 'failover.md': FAILOVER });
    await runbook('run', 'failover.md', '--yes', '--allow-destructive', '--target', 'ledger-lab').in(folder).expect({
      status: 2,
      stdout: '',
      stderr: /^runbook: 2 pieces are held[\s\S]*parameter new-primary has no value[\s\S]*promote-1 is held: gate, "If it answers, stop here\."[\s\S]*promote-1 is held: elsewhere, "ssh led-lab-2\.internal"\n {4}settle it with --settle promote-1\.1\/elsewhere=here\|done\|skip, or pin on=here/,
    });
    expect(existsSync(folder.at('ran-here'))).toBe(false);
  });

  it('shows the place with the target\'s values, and what the opener does on the other side', async () => {
    const folder = workspace({ 'failover.md': FAILOVER });
    await called('show', 'failover.md', '--target', 'ledger-lab').in(folder).expect({ status: 0, stdout: /ssh led-lab-2\.internal\n[\s\S]*! destroys: promote[\s\S]*! typed elsewhere: ssh led-lab-2\.internal/ });
  });
});

describe('a place that an author pins', () => {
  it('is no doubt: the step runs there, or not at all', async () => {
    const folder = workspace({ 'x.md': "# X\n\n```bash {on=ssh:nowhere.invalid}\ntouch ran\n```\n" });
    await runbook('run', 'x.md', '--yes', '--no-history').in(folder).expect({ status: 1 });
    expect(existsSync(folder.at('ran'))).toBe(false);
  });
});

describe('--read-only', () => {
  it('leaves nothing of host-triage.md out', async () => {
    const folder = workspace({ 'host-triage.md': shipped('host-triage.md') });
    await called('run', 'host-triage.md', '--read-only', '--dry-run').in(folder).expect({ status: 0, stdout: /Plan {2}10 of 10 steps/ });
    await runbook('run', 'host-triage.md', '--read-only', '--yes', '--no-history').in(folder).expect({ stdout: /\[1\/10\]/ });
  });

  it('leaves out what is not known to only read, and says so', async () => {
    const folder = workspace({ 'x.md': '# X\n\n## Look\n\n```bash\nls\n```\n\n## Mend\n\n```bash\nrm -rf y\n```\n\n```bash\n./fix.sh\n```\n\n1. Call them.\n' });
    await runbook('run', 'x.md', '--read-only', '--yes').in(folder).expect({ status: 0, stdout: /left out by --read-only: mend-1 destroys \(rm -rf\); mend-2 effect unknown \(\.\/fix\.sh\); mend-3 it is done by hand[\s\S]*\[1\/1\]/ });
    await called('show', 'x.md', '--read-only').in(folder).expect({ status: 0, stdout: /left out by --read-only: destroys \(rm -rf\)/ });
  });

  it('that leaves nothing is an error that says what was left out', async () => {
    const folder = workspace({ 'x.md': '# X\n\n```bash\nrm -rf y\n```\n' });
    await called('run', 'x.md', '--read-only', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: nothing to run with --read-only: it leaves out x-1 destroys \(rm -rf\)\n/ });
  });
});

it('a runbook in which a merge was not finished is refused unattended, and its row waits until it is', async () => {
  const text = '# R\n\n## Do\n\n```sh\necho one\n```\n\n## History\n\n| Date | Operator | Outcome |\n| --- | --- | --- |\n';
  const conflict = '<<<<<<< HEAD\n| 2026-01-02 | kim | Success |\n=======\n| 2026-01-03 | sam | Success |\n>>>>>>> other\n';
  const folder = workspace({ 'r.md': text + conflict });
  await called('run', 'r.md', '--yes').in(folder).expect({ status: 2, stdout: '', stderr: /^runbook: r\.md:13:1: the runbook holds two versions: a merge was not finished: .*\n {2}keep the one that holds, and take the marks out\n$/ });
  const env = { XDG_STATE_HOME: folder.at('state') };
  folder.write('r.md', text.replace('echo one', 'cp theirs r.md'));
  folder.write('theirs', text + conflict);
  await runbook('run', 'r.md', '--yes').in(folder).withEnv(env).expect({ status: 4, stderr: /not written: a merge in its history table is not finished/ });
  expect(readFileSync(folder.at('r.md'), 'utf8')).toBe(text + conflict);
  folder.write('r.md', `${text}| 2026-01-02 | kim | Success |\n`);
  await runbook('record', '--pending').in(folder).withEnv(env).expect({ status: 0 });
  expect(readFileSync(folder.at('r.md'), 'utf8').split('\n')).toHaveLength(15);
});
