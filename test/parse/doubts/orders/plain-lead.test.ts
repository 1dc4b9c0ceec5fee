import { describe, expect, it, test } from 'vitest';
import { parseRunbook } from '../../../../src/parse/index.ts';
import { asksBefore, asksFirst, asksToLook, looksBeforeDeed, ordersThen } from '../../../../src/parse/doubts/orders/asks-first.ts';
import { isPlainHeading, isPlainLead } from '../../../../src/parse/doubts/orders/plain-lead.ts';

describe('a plain order, or what says plainly what the block does or is about', () => {
  test.each([
    'Restart the worker:',
    'Now drain the node so that no new pods land on it:',
    'Next, restore the dump into the scratch database:',
    'Roll back to the previous release:',
    'In any case, restart it:',
    'Either way, restart the worker:',
    'As root, restart the service:',
    'To rotate the key, run:',
    'To recover:',
    'The host needs a reboot:',
    'In most cases a reboot is enough:',
    'This is what fixes it:',
    'A rolling restart suffices:',
    'This evicts all pods from the node:',
    'The following commands remove the old index:',
    'The deployment is restarted with:',
    'Each overlay must be renamed and re-targeted:',
    'You now need to restart it:',
    'For each shelf:',
    'Journals:',
    'Slug path:',
    ':',
  ])('%s', (words) => expect(isPlainLead(words)).toBe(true));
});

describe('anything else is left open, in whatever words', () => {
  test.each([
    'Should the pod still refuse to start, recreate it:',
    'Where the replica has fallen too far behind, rebuild it:',
    'Customers on the legacy plan only:',
    'Whenever the queue exceeds one million messages, purge it:',
    'As an escape hatch:',
    'Nuclear option:',
    'Every Monday somebody runs:',
    'Typical invocation:',
    'Assuming the backup is recent, drop the table:',
    'Only the database team may run this:',
    'Every Monday the on-call engineer runs:',
    'What the script does internally is:',
    'A colleague once ran this by mistake:',
    'The following requires a second pair of eyes:',
    'The command refuses the names of tenants in use:',
    'This is the quick and dirty fix:',
  ])('%s', (words) => expect(isPlainLead(words)).toBe(false));
});

test.each(['Ask in the channel before you do this:', 'Choose the one for your region:', 'Make sure that no deploy is in progress first.', 'With the approval of the lead, run:'])('%s asks for something first', (words) => {
  expect(asksFirst(words)).toBe(true);
  expect(asksFirst('Restart the shop:')).toBe(false);
});

test('a heading names something to do, or it is a way, a case, a time of its own, or what is told', () => {
  const task = ['Restart the worker', 'Failover', 'Step 3: promote', 'How to rotate the key', 'What to do', 'Slug path', 'For every shelf', 'Cleanup'];
  const other = ['Nuclear option', 'For EU tenants', 'Where the replica lags', 'What the job does', 'How the nightly job works', 'Weekly cleanup', 'Previous incident', 'Workarounds', 'Do not use', 'Appendix: dangerous commands'];
  expect(task.filter((heading) => !isPlainHeading(heading))).toEqual([]);
  expect(other.filter((heading) => isPlainHeading(heading))).toEqual([]);
});

describe('what mostly goes by itself', () => {
  test.each(['The key is rotated by the job; by hand it is:', 'A job does it, or manually:'])('is no plain order: %s', (lead) => expect(isPlainLead(lead)).toBe(false));
  test.each(['Rotate the key, by hand:', 'Rotate it manually:'])('and what is ordered is one: %s', (lead) => expect(isPlainLead(lead)).toBe(true));
});

describe('before what acts something else is asked for', () => {
  test.each([
    'Page the DBA before going on.', 'Purge the queue, but ask Anna first.', 'Then purge the queue; agree on it with Anna.', 'Tell #ops that you are about to cut the traffic.', 'Get the release captain on the bridge.', 'Give the data team a heads-up.', 'Schedule it with somebody from the network team.', 'A manager must give the OK.', 'Two engineers are required for this step.',
    'Get sign-off from the product owner.', 'You need a change number for what follows.', 'approval needed', 'Requires VP approval.', 'You must have an approved ticket.',
    'Be certain that the standby has caught up.', 'Double-check the name of the bucket!', 'Nobody may be logged in at this point.', 'Nothing below may be run by day.', 'Must be approved by a manager.',
    'Do NOT run this while a backup is in progress.', 'not before 22:00', 'Never continue while the alarm is red.', 'Run only with the okay of the lead.', 'Irreversible, confirm with the lead', 'Once again: are you in the right account?', 'Remove the old one after validation', 'Await the all-clear.', 'Take a screenshot of the dashboard.', 'Traffic must have been switched away already.', 'This may only be done by the storage group.', 'Under no circumstances run this on the primary.', 'never on a friday',
  ])('%s', (words) => expect(asksFirst(words)).toBe(true));
  test.each([
    'Restart the worker.', 'The DBA team owns this table.', 'On-call engineers have the rights for this.', 'The team was told last week.', 'As approved in the review, the old column goes away.', 'Call the clean-up endpoint.', 'Notify the workers by dropping the marker:', 'Remove the team namespace:',
    'Let the script do the rest:', 'Must be run as root.', 'No data is lost.', 'You need write access to the bucket.', 'Who is there?', 'Run it as the on-call engineer:', 'Let go of the lock.',
  ])('and not: %s', (words) => expect(asksFirst(words)).toBe(false));
  test.each([['Verify in the dashboard that no jobs are running.', true], ['Confirm the old primary is really down.', true], ['Check that it is gone:', false], ['Verify the name of the host', false], ['Restart it.', false]])('a look: %s', (words, expected) => expect(asksToLook(words)).toBe(expected));
  test.each([['make a backup before', 'rm -rf a', true], ['Stop the writers first.', 'systemctl stop writers', false], ['Take a backup before you run this.', 'rm -rf a', true], ['Take a backup before starting', 'rm -rf a', true], ['Stop the web server before the upgrade', 'rm -rf a', false], ['Restart it; it checks itself first.', 'rm a', false]])('what comes first: %s, above %s', (words, code, expected) => expect(asksBefore(words, code)).toBe(expected));
  it('which holds what changes something, in whatever dress', () => {
    const held = (lead: string, command = 'rm a'): boolean => parseRunbook(`# Empty it\n\n## Steps\n\n${lead}\n\n\`\`\`bash\n${command}\n\`\`\`\n`, { path: 'x.md' }).steps.some((step) => step.kind === 'command' && step.pieces.some(({ doubts }) => doubts.length > 0));
    expect(['Check first that the backup is complete.', '> [!IMPORTANT]\n> Two people must be present.', 'Page the DBA before going on.'].map((lead) => held(lead))).toEqual([true, true, true]);
    expect(parseRunbook('# Empty it\n\n## Steps\n\nLook at the dashboard for five minutes.\n\n```bash\nrm -rf a\n```\n', { path: 'x.md' }).gates.map(({ text }) => text)).toEqual(['Look at the dashboard for five minutes.']);
    expect(['Look at the dashboard, which nobody else does.', 'Check web-1 in a browser before you do web-2!', 'Compare the counts by hand.', 'Watch the error rate while doing this.'].map((lead) => held(lead, 'rm -rf a'))).toEqual([true, true, true, true]);
    expect([held('Look at the dashboard:', 'rm -rf a'), held('Watch it go.', 'watchdogctl --off; rm -rf a'), held('Compare the counts by hand.', 'mkdir a')]).toEqual([false, false, false]);
    expect([held('Check first that the backup is complete.', 'backupctl check'), held('Page the DBA before going on.', 'ls')]).toEqual([false, false]);
  });
  it('an alert orders like any sentence', () => {
    expect(parseRunbook('# Empty it\n\n## Steps\n\n> [!CAUTION]\n> Stop and think.\n\n```bash\nrm a\n```\n', { path: 'x.md' }).gates.map(({ text }) => text)).toEqual(['Stop and think.']);
  });
});

describe('a look before the deed, in one sentence', () => {
  const LOOKS = ['Watch the dashboard for ten minutes, then delete the old pods:', 'Give it a minute to settle, and then delete it:', 'Verify the backup before dropping the table:', 'Allow the cache to warm up before you restart it:', 'Inform the customer, then delete it:'];
  test.each(LOOKS)('%s', (words) => expect(looksBeforeDeed(words, 'kubectl delete pod a', true)).toBe(true));
  test.each(['Drain the node, then delete it:', 'Delete it, then watch the dashboard:', 'Check the config:', 'Watch the pods, then the nodes:'])('none: %s', (words) => expect(looksBeforeDeed(words, 'kubectl delete pod a', true)).toBe(false));
  test('none where the command looks, or may be the look', () => expect([looksBeforeDeed('Test the config, then reload:', 'nginx -t\ntest -f a', true), looksBeforeDeed('Check the quota before doing anything:', 'shopctl quota', false)]).toEqual([false, false]));

  const held = (lead: string, code: string): boolean => parseRunbook(`# X\n\n## Do\n\n${lead}\n\n\`\`\`bash\n${code}\n\`\`\`\n`, { path: 'x.md' }).steps.some((step) => step.kind === 'command' && step.pieces.some(({ doubts }) => doubts.length > 0));
  test('holds what acts at once, and not what looks or writes down first', () =>
    expect(['kubectl delete pod a\nkubectl get pods', 'kubectl get pods\nkubectl delete pod a', 'kubectl get pods > before.txt\nkubectl delete pod a'].map((code) => held('Note what runs, then delete it:', code))).toEqual([true, false, false]));
});

test.each(['T-1 day', 'T+1h', 'Day 2', 'Week 3: clean up', 'Monday', 'D+7', 'Next morning', 'After one week', 'In two hours', 'Outside business hours', 'Outside of the agreed maintenance window', 'Off-peak', 'Early in the morning', 'Overnight'])('a day or an hour of its own is no task: %s', (heading) => expect(isPlainHeading(heading)).toBe(false));
test.each(['Drain', 'T1 cluster', 'Daytime jobs', 'Step 2', 'After the drain', 'In the pod', 'Week-long job', 'Offline migration', 'Outside address', 'Latest build'])('and these are no such time: %s', (heading) => expect(isPlainHeading(heading)).toBe(true));

test.each([
  ['Replace the disk, then:', true], ['do the maintenance, then', true], ['Stop the writers in the UI, then run the following command:', true], ['Upgrade the firmware and then run:', true],
  ['Drain the node, then:', false], ['Go to the folder, then:', false], ['Then:', false], ['Set the context, then:', false], ['Restart it:', false],
])('what is ordered before "then", and nothing known does: %s', (words, expected) => expect(ordersThen(words, () => 'kubectl drain node7; kubectl uncordon node7')).toBe(expected));
