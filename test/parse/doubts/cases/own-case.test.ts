import { describe, expect, it, test } from 'vitest';
import { isOrder, namesTask } from '../../../../src/parse/markdown/index.ts';
import { parseRunbook } from '../../../../src/parse/index.ts';
import { cpuTime } from '../../../cpu-time.ts';

/** Which headings hold the command below them, by a doubt or since they are a choice. */
function held(title: string, ...headings: readonly string[]): readonly string[] {
  const text = [`# ${title}`, ...headings.map((heading, index) => `${heading.startsWith('#') ? heading : `## ${heading}`}${/^###? (?:Steps|Resolution|Mitigation|Procedure)$/.test(heading) ? '' : `\n\n\`\`\`bash\nrm -rf /srv/${index}\n\`\`\``}`)].join('\n\n');
  return parseRunbook(text, { path: 'x.md' }).steps.flatMap((step) => (step.kind === 'command' && (step.alternative !== null || step.pieces.some(({ doubts }) => doubts.length > 0)) ? [step.headings.at(-1) ?? ''] : []));
}

it('what a choice is called by is not asked again in it', () => {
  const text = "# Module 10 — Advanced Operations\n\n## Node decommissioning\n\n### Decommissioning process\n\n'''bash\nrm -rf /srv/1\n'''\n\n## Removing failed nodes\n\n### Teardown\n\n'''bash\nrm -rf /srv/2\n'''\n".replaceAll("'''", '```');
  const steps = parseRunbook(text, { path: 'x.md' }).steps.flatMap((step) => (step.kind === 'command' ? [[step.alternative !== null, step.pieces[0]?.doubts.length]] : []));
  expect(steps).toEqual([[true, 0], [true, 1]]);
});

describe('a heading that is no part of what is done', () => {
  it.each([
    ['a name, where nothing is a task', 'Broker', ['Black Friday', 'Legacy clusters']],
    ['an alert', 'Alerts of the mail service', ['MailQueueGrowing', 'HighBounceRate']],
    ['a sentence on how things are', 'Printer service', ['Jobs stay in the queue', 'Printer shows offline']],
    ['what comes after all of the task', 'Restart the gateway', ['Restart', 'Legacy clusters'], ['Legacy clusters']],
    ['the same, after the steps', 'Vault backup', ['Steps', 'Quarterly drill'], ['Quarterly drill']],
    ['a trouble, and what stands beside it', 'Disaster recovery', ['Region outage', 'Accidental deletion', 'Ransomware']],
    ['names that begin with a number word', 'Broker', ['Two data centres', 'Ten old sites']],
    ['troubles that are counted in words', 'Pod crash', ['One: out of memory', 'Two: bad disk, failing']],
    ['troubles that are counted', 'Pod crash', ['1. Out of memory', '2. Bad configuration', '3. Node under pressure']],
    ['kinds of one thing', 'Upgrade the database', ['Minor upgrade', 'Major upgrade']],
    ['kinds of one thing, and another beside them', 'Restore the database', ['Full restore', 'Point-in-time recovery', 'Partial restore']],
    ['one turned round', 'Switch the traffic', ['Blue to green', 'Green to blue']],
    ['the case of a trouble, some levels down', 'Node trouble', ['## Resolution', '### Stale certificate', '### Runtime wedged'], ['Stale certificate', 'Runtime wedged']],
    ['questions that are each answered', 'How-tos', ['How to remove a user', 'How do I add a disk?']],
    ['another way', 'Upgrade the nodes', ['Strategy: rolling', 'Alternative: a new group']],
    ['what takes away what was made', 'Install the agent', ['Installation', 'Uninstall'], ['Uninstall']],
    ['steps with one number and letters that each name a thing', 'Update the driver', ['1. Load it', '2a. New kernel', '2b. Old kernel', '3. Verify'], ['2a. New kernel', '2b. Old kernel']],
    ['the same in other writing', 'Update the driver', ['Step 3a: Debian', 'Step 3b: RHEL', '4(a) With a replica', '4(b) Without a replica', '5a) One disk', '5b) Two disks']],
    ['one thing negated', 'Failover', ['Controlled', 'Uncontrolled']],
    ['orders below the name of a thing, two of which destroy', 'Cache service', ['Evict one tenant', 'Resize the cluster']],
    ['the same beside its troubles', 'Spark on Kubernetes', ['Deploy', 'Build the image', 'Checkpoint corrupted']],
    ['tasks of which one undoes another, beside more', 'Jobs of the shop', ['Suspend a job', 'Resume a job', 'Delete old runs']],
    ['what mends one that is broken', 'Keys of the shop', ['Revoke a leaked key']],
    ['the same where one makes something new', 'Secrets', ['Add a new operator', 'Rotate the keys']],
    ['what is done once, or when all is lost, in a file that is not called by it', 'Registry', ['Decommissioning']],
    ['the same after a look', 'Registry', ['Restore from a backup']],
    ['a way around a safety', 'Registry', ['Bypass the quota']],
    ['what is done for a trial', 'Restart the registry', ['Restart', 'Testing the alert', 'Failover drill'], ['Testing the alert', 'Failover drill']],
    ['one of the things that the title counts several of', 'Rotate Secrets', ['JWT signing secret', 'Admin password']],
    ['the same, of a deed', 'Credential rotation', ['Database credentials', 'Root CA']],
    ['a time of its own', 'Ledger', ['End of the quarter', 'Sites without a second disk']],
    ['a way that is called better than the others', 'Upgrade the agent', ['In place (recommended)', 'A new machine']],
    ['what it is had from', 'Recover the volume', ['From Velero', 'From the nightly copy']],
    ['other means', 'Restart the workers', ['Via kubectl', 'Via the API']],
    ['choices that are counted', 'Rollback', ['1st choice: Helm', '2nd choice: Git']],
    ['how things are', 'Database failover', ['Promotion did not happen', 'Old primary came back']],
    ['how several things are, in words that begin as an order', 'Mail relay', ['Sync clients disconnecting', 'Export files truncated', 'Build agents offline', 'Copy jobs never finishing', 'Store values overwritten']],
    ['another time', 'Fail over', ['Promote', 'Weeks later: remove the old one'], ['Weeks later: remove the old one']],
  ])('%s', (_, title, headings, expected = headings.map((heading) => heading.replace(/^#+ /, ''))) => expect(held(title, ...headings)).toEqual(expected));
});

describe('a part of what is done', () => {
  it.each([
    ['components in a row', 'Deploy the platform', ['Database', 'API', 'Frontend']],
    ['parts of an installation', 'Installing the agent', ['Package', 'Configuration', 'Service']],
    ['orders, whatever the title', 'Queue is stuck', ['Stop the writers', 'Reproduce the plan', 'Start them']],
    ['orders that go on from each other, below the name of a thing', 'Broker', ['Stop it', 'Copy the data', 'Start it again']],
    ['lettered steps of which one is an order or a deed', 'Update the driver', ['2a. Stop the service', '2b. Start the service', '3a. Draining', '3b. Rebooting', '4a. Config', '4b. Restart', 'Step 5a: verify it', 'Step 5b: apply it']],
    ['deeds', 'Kernel upgrade', ['Draining', 'Certificate renewal', 'Reboot']],
    ['orders about several things', 'Clean the relay', ['Restart workers', 'Remove unused images', 'Rotate signing keys', 'Delete evicted pods', 'Close idle connections', 'Stop the sweepers hanging on it']],
    ['the end of what is moved', 'Move the registry', ['Copy it', 'Decommissioning']],
    ['what the file is called by', 'Restore the registry', ['Restore from the snapshot']],
    ['a trial, in a file about one', 'Failover drill', ['Testing the failover']],
    ['what is counted', 'Disk', ['1. Old disk', '2. New disk']],
    ['what is lettered', 'Disk', ['A', 'B. Swap']],
    ['what is counted in words', 'Disk', ['one', 'two', 'three']],
    ['the same, with what it is', 'Disk', ['First: old disk', 'Second: new disk']],
    ['the same as steps', 'Disk', ['Step one', 'Step two – the new disk']],
    ['roman numbers', 'Disk', ['I', 'II. New disk', 'III) Cabling']],
    ['below steps', 'Broker', ['## Procedure', '### Backup', '### DNS']],
    ['before and after', 'Broker', ['Before', 'Reboot', 'Afterwards', 'Back to work']],
    ['a step that is recommended', 'Restore it', ['Take a snapshot (recommended)', 'Stop the writers']],
    ['one means alone', 'Upgrade the plane', ['Via Terraform (recommended)', 'Verification']],
    ['two halves of what is upgraded', 'Upgrade the nodes', ['Control nodes', 'Worker nodes']],
    ['old and new', 'Rotate the key', ['New key', 'Distribution', 'Old key']],
    ['environments', 'Basket', ['Dev', 'Staging', 'Production']],
    ['a change that goes through the environments', 'Basket', ['Deploy to dev', 'Deploy to staging', 'Deploy to the production cluster']],
    ['all of it, then a deed', 'Failback', ['Main procedure', 'Cleanup']],
  ])('%s', (_, title, headings) => expect(held(title, ...headings)).toEqual([]));
});

it('to look and to apply are parts of one thing, whatever the title says', () => expect([held('Drift in the network stack', 'Look', 'Apply'), held('Drift in the network stack', 'Plan:', 'Do', 'Finish')]).toEqual([[], []]));

it('one that destroys among names makes a collection, and none does not', () => {
  const both = (first: string, second: string, title = 'Registry'): readonly number[] => parseRunbook(`# ${title}\n\n## Roll the pods\n\n\`\`\`bash\n${first}\n\`\`\`\n\n## Add a tenant\n\n\`\`\`bash\n${second}\n\`\`\`\n`, { path: 'x.md' }).steps.flatMap((step) => (step.kind === 'command' ? step.pieces.map(({ doubts }) => doubts.length) : []));
  expect(both('kubectl rollout restart deploy/core', 'mkdir a')).toEqual([1, 1]);
  expect(both('touch a', 'mkdir a')).toEqual([0, 0]);
  expect(both('kubectl rollout restart deploy/core', 'mkdir a', 'Move a tenant')).toEqual([0, 0]);
});

it('what only reads is never held', () => {
  const { steps } = parseRunbook('# Broker\n\n## Black Friday\n\n```bash\nls\n```\n', { path: 'x.md' });
  expect(steps.map((step) => (step.kind === 'command' ? step.pieces.map(({ doubts }) => doubts.length) : []))).toEqual([[0]]);
});

it('many sections beside each other are not each compared with all others', () => {
  const timeOf = (command: string): number => cpuTime(() => parseRunbook(`# Redis\n\n${Array.from({ length: 800 }, (_, index) => `## Restore copy${index} of all that is in store now\n\n\`\`\`bash\n${command} /srv/${index}\n\`\`\`\n`).join('\n')}`, { path: 'x.md' }));
  timeOf('ls');
  expect(timeOf('rm -rf')).toBeLessThan(6 * timeOf('ls'));
});

test.each(['Rotate the signing key', 'Installing the agent', 'Node replacement', 'Database Failover Procedure', 'Cluster Upgrade Runbook', 'Runbook — verify the data plane', 'Depot moves', 'Certificate renewal', 'Removal of a user', 'Planned maintenance', 'Cut-over', 'Shutting down', 'Secret rotation', 'Recovery (of one node)', 'To write it down', 'Plug the leak'])(
  '%s names a task', (words) => expect(namesTask(words)).toBe(true),
);

test.each(['Search latency', 'The parcel store', 'Traefik Runbook', 'Keycloak operations runbook', 'Loss of the store', 'KubeletDown', 'Queue backlog', 'Index corruption', 'Access to the cluster', 'Without a session', 'During the window', 'Existing tenant', 'Nothing helped'])('%s names none', (words) => {
  expect(namesTask(words)).toBe(false);
  expect(isOrder(words)).toBe(false);
});
