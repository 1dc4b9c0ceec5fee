import { describe, expect, it } from 'vitest';
import { read } from '../../read.ts';

const BLOCK = "\n\n## Replace\n\n'''sh\nkubectl delete pod gw1\n'''\n";
const gates = (markdown: string): readonly string[] => read(`# Replace the gateway\n\n${markdown}`).gates.map(({ text }) => text);

describe('demands in a section of their own', () => {
  it.each(['Never on Fridays.', 'No other deployment may be running.', 'The standby has to be healthy.', 'Please rotate the tokens first, or do both at once.', 'Please rotate these first, or do both to get all credentials renewed.', 'Tell the service desk.', 'Backups should be recent.'])('are asked before what acts: %s', (words) => {
    expect(gates(`## Constraints\n\n- ${words}${BLOCK}`)).toEqual([words]);
    expect(gates(`## Dependencies\n\n${words}${BLOCK}`)).toEqual([words]);
  });
  it('once, also where they are a gate anyway', () => expect(gates(`## Approvals\n\n- The change must be approved by the board.${BLOCK}`)).toEqual(['The change must be approved by the board.']));
  it.each(['It depends on the tokens of the broker.', 'You must have kubectl installed.', 'It must have access to the cluster.'])('not what is told, or what is installed: %s', (words) => expect(gates(`## Dependencies\n\n- ${words}${BLOCK}`)).toEqual([]));
  it('nor in sections of other names', () => expect(gates(`## Background\n\n- The standby has to be healthy.${BLOCK}`)).toEqual([]));
});

describe('a list to go through before the deed, below what does it', () => {
  it.each(['## Pre-failover checklist', '## Before the replacement', '## Quick checklist\n\nBefore running:', '## Checks\n\n**Before executing any failover:**'])('%s', (lead) => {
    expect(gates(`${BLOCK.trim()}\n\n${lead}\n\n- [ ] The backup exists\n- [ ] The right name\n`)).toEqual([expect.stringMatching(/: The backup exists; The right name$/)]);
  });
  it('holds the first piece that acts', () => {
    const { gates: [gate] } = read(`# Replace the gateway\n\n${BLOCK.trim()}\n\n## Before running\n\n- [ ] The backup exists\n`);
    expect(gate).toMatchObject({ line: 11, offset: 0, acts: true, inCase: false });
  });
  it.each(['## Checks\n\nAfter running:', '## Before you close the incident', '## Pre-failover checklist\n\nAfter the failover:'])('not: %s', (lead) => expect(gates(`${BLOCK.trim()}\n\n${lead}\n\n- [ ] The backup exists\n`)).toEqual([]));
});
