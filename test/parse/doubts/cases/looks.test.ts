import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

/** Whether the last command, of which nobody knows what it does, is held. */
const held = (text: string): boolean => commands(read(`# Queue\n\n${text}`)).at(-1)!.pieces.some(({ doubts }) => doubts.length > 0);
const led = (lead: string): boolean => held(`## Do\n\n${lead}\n\n'''sh\nfrobctl all\n'''\n`);

describe('an order to look, whoever may follow it, over a command of which nobody knows what it does', () => {
  it.each(['You can get an overview of your queues with:', 'You can list them with:', 'You can also check the state of the host you want to remove:', 'Before changing the state of a queue, always inspect it.', 'We should make sure you apply all updates:', 'Make sure you run the following:'])('runs: %s', (lead) => expect(led(lead)).toBe(false));
  it.each(['You can empty it with:', 'You can check the queue and empty it with:', 'You can list them, then delete the old ones:', 'If it hangs, you can list them with:', 'Make sure you stop the writers first:', 'Make sure you have a backup:', 'Make sure that nobody is logged in:', 'Make sure to take a backup:', 'Make sure you stop the writers:', 'To look at it you may restart it:', 'You should make sure you run this only at night:', 'Make sure you run all of this as the DBA:', 'Make sure you apply it after hours:'])('is held: %s', (lead) => expect(led(lead)).toBe(true));
  const below = (heading: string): boolean => held(`## Depth of the queue\n\n'''sh\nuptime\n'''\n\n## ${heading}\n\n'''sh\nfrobctl all\n'''\n`);
  it('a heading that names one is a part of what is done, beside others that are things', () => expect([below('🔍 Checking the depth'), below('Old depth')]).toEqual([false, true]));
});

describe('one command with other options than right above', () => {
  const second = (first: string, then: string, lead = 'In the next one, the disk is kept:'): boolean => held(`## Do\n\nMove it:\n\n'''sh\n${first}\n'''\n\n${lead}\n\n'''sh\n${then}\n'''\n`);
  it.each([
    ['nova evacuate web1 host2', 'nova evacuate web1 host2 --on-shared-storage'],
    ['kubectl drain n1', 'kubectl drain n1 --force'],
  ])('is another way: %s, %s', (first, then) => expect(second(first, then, 'Move it:')).toBe(true));
  it.each([
    ['kubectl scale deploy web --replicas=0', 'kubectl scale deploy web --replicas=3'],
    ['rsync -a /srv/a /srv/b', 'rsync -a --delete /srv/a /srv/b'],
    ['systemctl restart web', 'systemctl restart web'],
    ['kubectl drain n1 --dry-run', 'kubectl drain n1'],
    ['kubectl drain n1', 'kubectl drain n2 --force'],
  ])('and not: %s, %s', (first, then) => expect(second(first, then, 'Move it:')).toBe(false));
});

describe('a deed by hand before the same command once more', () => {
  it.each(['Then reboot the machine, then run again:', 'Swap the disk and then run the same command again:'])('%s', (lead) => expect(held(`## Do\n\nUpdate it:\n\n'''sh\nfrobctl all\n'''\n\n${lead}\n\n'''sh\nfrobctl all\n'''\n`)).toBe(true));
});
