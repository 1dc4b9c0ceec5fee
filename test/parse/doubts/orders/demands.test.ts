import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

/** Whether a restart is held, below a sentence that stands in a paragraph of its own, or right above it. */
const held = (sentence: string, lead = 'Restart the workers:'): boolean => {
  const runbook = read(`# Restart the workers\n\n## Look\n\n'''bash\nkubectl get pods\n'''\n\n## Restart\n\n${sentence}\n\n${lead}\n\n'''bash\nkubectl rollout restart deploy/workers\n'''\n`);
  return runbook.gates.length > 0 || commands(runbook).at(-1)!.pieces[0]!.doubts.length > 0;
};

describe('what has to be so, or is left to somebody, in a paragraph of its own and right above the command', () => {
  it.each([
    'The incident commander decides whether the cutover goes ahead.', 'The on-call lead signs off on the numbers above.', 'The DBA on duty has the final say.', 'The call is made by the duty manager.', 'Sign-off comes from the service owner.', 'The release manager will tell you when to start.',
    'Someone should be watching the dashboard while this runs.', 'A second engineer should review the command line.', 'Ideally a colleague looks over your shoulder.', 'Everyone in the channel should know about it.', 'Whoever runs this should have talked to the storage team.', 'Do it with a second pair of eyes.',
    'Approval from the platform lead is required.', 'This step is subject to approval.', 'This needs a maintenance window.', 'Requires a change window.', 'We only do this in agreement with finance.',
    "It's important that no writer is left.", 'It is essential to have a fresh backup before this.', 'All workers have to be off.', 'The backup must have finished before the restart.', 'The service owner has to be in the loop.', 'You should have a tested backup.', 'Double check the name of the bucket.',
    'The standby has to be upgraded first.', 'Partners need two weeks of notice.', 'Legal keeps a copy; check with them that it arrived.', 'Give it a fortnight; then nobody asks for it.',
    'Backups should be recent.', 'The freeze should have been announced.', 'There should be no active sessions.', 'The writers are expected to be off.', 'This is only safe while the queue is empty.', 'This assumes a healthy standby.',
  ])('%s', (sentence) => expect([held(sentence), held(sentence, '')]).toEqual([true, true]));
  it.each(['You ought to announce it in the channel.', 'We recommend that you take a snapshot.', 'Remember to silence the alerts.', 'This logs everybody out, so pause the queue.'])('an order in milder words, in a paragraph: %s', (sentence) => expect(held(sentence)).toBe(true));
});

describe('what is only told', () => {
  it.each([
    'The workers should come back within a minute.', 'The pods should be ready again soon.', 'The restart should be seamless.', 'This should take about five minutes.', 'You should see the new pods soon.', 'Users should notice nothing.',
    'It is important to note that the pool is shared.', "It's important to understand how the pool works.", 'You should have kubectl installed.', 'You should be in the root of the repository.', 'This assumes that you have cluster access.',
    'The quota is applied to all teams.', 'The maintenance window is on Sundays.', 'Approvals are recorded in the wiki.', 'The platform team decided last year to keep two workers.', 'The commander of the fleet is a controller that decides which node is next.', 'As the lead pod restarts last, the order is stable.', 'The workers need about a minute each.',
    'The workers must be restarted.', 'Restarting is safe.', 'Restart them for everybody.',
  ])('%s', (sentence) => expect([held(sentence), held(sentence, '')]).toEqual([false, false]));
});

describe('among the checks', () => {
  const held = (prose: string, code = 'make verify'): boolean => commands(read(`# Restart\n\n## Verify\n\n${prose}\n\n'''sh\n${code}\n'''\n`)).some(({ pieces }) => pieces.some(({ doubts }) => doubts.length > 0));
  it.each(['The stack behind it should be healthy:', 'The pool routes and authenticates (this goes through all of it):', 'The stack should be healthy. Run:'])('what leads to a command of unknown effect says what it shows: %s', (prose) => expect(held(prose)).toBe(false));
  it('also in a comment', () => expect(held('Look:', '# The stack behind it should be healthy\nmake verify')).toBe(false));
  it.each(['If the stack is down:', 'Page the DBA first.', 'Every Monday the on-call engineer runs:', 'Assuming the standby is healthy:'])('unless it is for a case, or asks for somebody: %s', (prose) => expect(held(prose)).toBe(true));
  it('what destroys is held', () => expect(held('The stack behind it should be healthy:', 'rm -rf /srv')).toBe(true));
});
