import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

/** Kind and words of the checks of each block. */
const checks = (markdown: string): readonly (readonly string[])[] => commands(read(`# X\n\n## Do\n\n${markdown}`)).map(({ pieces }) => pieces.flatMap(({ expectations }) => expectations.map(({ kind, text }) => `${kind}: ${text}`)));
const block = (code: string): string => `'''sh\n${code}\n'''\n`;
const below = (words: string): readonly string[] => checks(`${block('kubectl get nodes')}\n${words}\n`)[0] ?? [];
const above = (words: string, code = 'kubectl get nodes'): readonly string[] => checks(`${words}\n\n${block(code)}`)[0] ?? [];

describe('sentences below a block', () => {
  it.each(['It should say `green`.', 'The node should be `Ready` now.', 'You should see `3/3` in the second column.', 'It must contain `a` and `b`.', 'The pod should now be in the `Running` state.'])('look for the code that a program is said to print: %s', (words) => expect(below(words)).toEqual([`quoted: ${words.replaceAll('`', '')}`]));
  it.each(['No node should be `NotReady`.', 'The value of `replicas` should match `spec.replicas`.', 'It should show `web-1` as `unstarted`.', 'All of them should say `up`.', 'It should be healthy.', "It shouldn't print `error`."])('leave all else to the eye: %s', (words) => expect(below(words)).toEqual([`judgement: ${words.replaceAll('`', '')}`]));
  it.each([
    ['The deployment should be `Ready` now.', 'kubectl scale deploy/web --replicas=3'], ['You should see `3/3`.', 'kubectl scale deploy/web --replicas=3'], ['The new primary should be `db2`.', './promote.sh db2'],
    ['The dashboard should show `green`.', 'kubectl get nodes'], ['In Slack you should see `resolved`.', 'kubectl get nodes'], ['It should return `0`.', 'systemctl is-active web'], ['The HTTP status should be `200`.', 'curl -s http://web/health'],
  ])('and what a command does not print: %s (%s)', (words, code) => expect(checks(`${block(code)}\n${words}\n`)[0]).toEqual([`judgement: ${words.replaceAll('`', '')}`]));
  it.each([['The output should be `ok`.', 'systemctl restart web'], ['It should say `ok`.', './promote.sh'], ['You should see `3/3`.', './look.sh']])('but not what it says of itself: %s (%s)', (words, code) => expect(checks(`${block(code)}\n${words}\n`)[0]).toEqual([`quoted: ${words.replaceAll('`', '')}`]));
  it('also what runs', () => expect(below('All pods should be running.')).toEqual(['judgement: All pods should be running.']));
  it('and what stands further down', () => expect(below('The list is sorted.\n\nThe tag should be `v2`.')).toEqual(['judgement: The tag should be v2.']));
  it.each(['Prefer it if every disk must be rebuilt.', 'Should the worker hang, it must go.', 'This should take a minute.', "It shouldn't get stuck."])('that are about no output: %s', (words) => expect(below(words)).toEqual([]));
  it('what speaks of the next command is a check of that one', () => {
    expect(checks(`${block('fly login')}\nYou should now see it when you issue the following command.\n\n${block('fly targets')}`)).toEqual([[], ['judgement: You should now see it when you issue the following command.']]);
  });
  it('points right below it, up to one that is a step, and none further down', () => {
    expect(below('- No error should be listed\n- `lag` should be `0`\n- It is red')).toEqual(['judgement: No error should be listed', 'quoted: lag should be 0']);
    expect(below('Rules:\n\n- Backups should be encrypted')).toEqual([]);
  });
});

describe('what leads to a look', () => {
  it.each([['The list should now show `web-1`:', 'quoted: The list should now show web-1'], ['Row counts should match those of the backup:', 'judgement: Row counts should match those of the backup']])('says what it will show: %s', (words, check) => expect(above(words)).toEqual([check]));
  it('also in the text of its item', () => expect(above('1. Watch it. After a minute the size should grow.\n').concat(checks(`1. Watch it. After a minute the size should grow.\n\n   '''sh\n   kubectl get pvc\n   '''\n`)[0] ?? [])).toContain('judgement: After a minute the size should grow.'));
  it.each(['The state should be saved:', 'You must be logged in:', 'This must be done on each node:', 'It should look like this:', 'Should it be red?'])('and orders nothing: %s', (words) => expect(above(words)).toEqual([]));
  it('no check above what acts', () => expect(above('The standby should be in sync:', 'kubectl delete pod web-1')).toEqual([]));
});
