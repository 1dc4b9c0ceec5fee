import { describe, expect, test } from 'vitest';
import { asksFirst, isPlainHeading, isPlainLead } from '../../../src/parse/doubts/plain-lead.ts';

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
