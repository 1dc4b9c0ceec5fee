import { describe, expect, it } from 'vitest';
import { addsRemark } from '../../../../src/parse/doubts/cases/heading-remark.ts';
import { commands, read } from '../../read.ts';

const CODE = 'kubectl drain node7';

describe('what a heading adds to its name', () => {
  it.each([
    'Drain (after the review!)', 'Drain (only at night)', 'Drain (needs sign-off)', 'Drain (DBA only)', 'Drain [manual approval]', 'Drain (ask first)', 'Drain (deprecated)', 'Drain (TODO)', 'Drain (removed in v2)', 'Drain (Linux)',
    'Drain (danger: data loss, talk to the owner)', 'Drain (legacy)', 'Drain (not on Fridays)', 'Drain (for upgrades)', 'Drain, with approval of the owner', 'Drain - not before 22:00', 'Drain?', 'Drain ❌ do not use',
    'Drain (2 reviewers)', 'Drain (two people)', 'Drain (less than 3 replicas left)', 'Drain (> 80 % full)', 'Drain (10 days later)', 'Drain (3rd option)', 'Drain (half the time not needed)', 'Drain (in case of a split)', 'Drain (in business hours)', 'Drain (all writers off)',
    'Drain (by the DBA)', 'Drain (DBA)', 'Drain (with the on-call)', 'Drain (OLD)', 'Drain (MANUAL)',
  ])('may say when, by whom or whether it is done: %s', (heading) => expect(addsRemark(heading, CODE)).toBe(true));
  it.each([
    'Drain', 'Drain (5 min)', 'Drain (takes ten minutes)', 'Drain (≤ 60 s — do NOT skip)', 'Drain (destructive)', 'Drain (~2 min, disruptive)', 'Drain (kubectl)', 'Drain (node7)', 'Drain (as root)', 'Drain (on the bastion)', 'Drain (RDS)', 'Drain (step 2 of 3)', 'Drain (staging)',
    'Drain (5-10 minutes)', 'Drain (5–10 min, no downtime)', 'Drain (2 of 3)', 'Drain (3 nodes)', 'Drain (within 5 min of step 1)', 'Drain (≤ 10 min after the deploy)', 'Drain (all web nodes)', 'Drain (for each node)', 'Drain (as admin)', 'Drain (with admin rights)', 'Drain (in this folder)',
    'Drain, then wait', 'Step 2 – Drain', 'Drain – 5 min', 'Drain (`node7`)', 'Drain the node(s)',
  ])('or no more than how: %s', (heading) => expect(addsRemark(heading.replace(/`[^`]*`/g, ' '), CODE)).toBe(false));

  const held = (heading: string, code = CODE, title = 'Replace a node'): boolean => commands(read(`# ${title}\n\n## ${heading}\n\n'''sh\n${code}\n'''\n`)).some(({ pieces }) => pieces.some(({ doubts }) => doubts.length > 0));
  it('holds what acts, and not what only reads', () => {
    expect([held('Drain (after the review!)'), held('Drain (after the review!)', 'kubectl get nodes')]).toEqual([true, false]);
  });
  it('so does a heading that takes back what is done elsewhere, unless the file is about that', () => {
    expect([held('Cancel'), held('Abort the drain'), held('Cancel the drain', CODE, 'Cancel a drain')]).toEqual([true, true, false]);
  });
});
