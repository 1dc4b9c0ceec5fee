import { describe, expect, it } from 'vitest';
import { addsRemark } from '../../../../src/parse/doubts/cases/heading-remark.ts';
import { commands, read } from '../../read.ts';

const CODE = 'kubectl drain node7';

describe('what a heading adds to its name', () => {
  it.each([
    'Drain (after the review!)', 'Drain (only at night)', 'Drain (needs sign-off)', 'Drain (DBA only)', 'Drain [manual approval]', 'Drain (ask first)', 'Drain (deprecated)', 'Drain (TODO)', 'Drain (removed in v2)', 'Drain (Linux)',
    'Drain (danger: data loss, talk to the owner)', 'Drain (legacy)', 'Drain (not on Fridays)', 'Drain (for upgrades)', 'Drain, with approval of the owner', 'Drain - not before 22:00', 'Drain?', 'Drain ❌ do not use',
  ])('may say when, by whom or whether it is done: %s', (heading) => expect(addsRemark(heading, CODE)).toBe(true));
  it.each([
    'Drain', 'Drain (5 min)', 'Drain (takes ten minutes)', 'Drain (≤ 60 s — do NOT skip)', 'Drain (destructive)', 'Drain (~2 min, disruptive)', 'Drain (kubectl)', 'Drain (node7)', 'Drain (as root)', 'Drain (on the bastion)', 'Drain (RDS)', 'Drain (step 2 of 3)', 'Drain (staging)',
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
