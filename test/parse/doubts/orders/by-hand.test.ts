import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const ACTS = 'kubectl rollout restart deploy/workers';
/** What holds the restart below a text. */
const held = (prose: string, code = ACTS, look = ''): readonly string[] => {
  const runbook = read(`# Restart the workers\n\n## Look\n\n'''bash\nkubectl get pods\n'''\n\n## Restart\n\n${look}${prose}\n\n'''bash\n${code}\n'''\n`);
  return commands(runbook).at(-1)!.pieces[0]!.doubts.map(({ kind, text }) => `${kind}: ${text}`);
};

describe('what the prose above a block asks for by hand', () => {
  it.each([
    'It cannot be undone, so copy the data first.', 'This shuts down all nodes so make sure that downtime has been announced.', 'Give the traffic team a heads-up and let them drain the region.', 'Freeze the pipeline in the UI.', 'All writers have to be off.', 'No deploys may be in progress.', "Don't do this during business hours.", "Don't forget to announce it.",
    "Have the customer's written consent in the ticket.", 'You need two people for this.', 'Once more, freeze the pipeline.', 'Post in `#ops` that you are starting.',
  ])('holds what acts: %s', (sentence) => {
    expect(held(`${sentence}\n\nRestart the workers:`)).toEqual([`conditional: ${sentence}`]);
    expect(held(`${sentence} Then restart the workers:`)).toEqual([`conditional: ${sentence}`]);
  });
  it.each([
    'If you are unfamiliar with it, ask the lead before restarting.', 'If you are new here, call the on-call first.', 'If unsure, ask the DBA before going on.', 'If you have not done this before, let a colleague watch.',
    'When in doubt, ask the lead.',
  ])('and what it asks of those who are unsure: %s', (sentence) => expect(held(`${sentence} Restart the workers:`)).toEqual([`conditional: ${sentence}`]));
  it.each([
    'If you are unfamiliar with it, read the docs.', 'If you are new to Kafka, see the primer.', 'If you have questions, ask in `#ops`.', 'If you want to know more, ask the team.', 'If you need help, contact support.',
    'If you are interested, the lead can explain it.',
  ])('and no help for who wants it: %s', (sentence) => expect(held(`${sentence} Restart the workers:`)).toEqual([]));
  it.each(['**Warning:** %', 'Important: %', '⚠️ %', '> **Note:** %', '> [!CAUTION]\n> %', '> **Note**\n> %', '> :warning: **Warning**\n> %'])('also in a callout, in the section or in its list item: %s', (callout) => {
    for (const sentence of ['Stop the writers.', 'Make sure that nobody is logged in.', 'Never run this on the primary.']) {
      const said = callout.replace('%', sentence);
      expect(held(`${said}\n\nRestart the workers:`)).toEqual([expect.stringContaining(sentence)]);
      const item = `2. Restart the workers.\n\n   ${said.replace('\n', '\n   ')}\n\n   Then type:\n\n   '''bash\n   ${ACTS}\n   '''\n`;
      const [last] = commands(read(`# Restart the workers\n\n1. Look at them.\n\n${item}`)).slice(-1);
      expect(last?.pieces[0]?.doubts.map(({ text }) => text)).toEqual([expect.stringContaining(sentence)]);
    }
  });
  it('and below the block of the item before', () => {
    const item = (callout: string): string => `1. Look at them:\n\n   '''bash\n   kubectl get pods\n   '''\n\n   ${callout}\n\n2. Restart the workers.\n\n   '''bash\n   ${ACTS}\n   '''\n`;
    const doubts = (callout: string): readonly string[] => commands(read(`# Restart the workers\n\n${item(callout)}`)).at(-1)!.pieces[0]!.doubts.map(({ text }) => text);
    expect(doubts('> **Warning:** Stop the writers.')).toEqual(['Warning: Stop the writers.']);
    expect(doubts('> **Warning:** Do not proceed while a pod is red.')).toEqual([]);
  });
  it('and no callout that tells', () => expect(held('**Warning:** This takes five minutes.\n\n**Note:** The pool is rebuilt twice.\n\nRestart the workers:')).toEqual([]));
  it('also where it stands right below the block before', () => expect(held('Freeze the pipeline.\n\nRestart the workers:', ACTS, "'''bash\nkubectl get pods -o wide\n'''\n\n")).toEqual(['conditional: Freeze the pipeline.']));
  it.each([
    'This takes about five minutes.', 'See the architecture page for how the pool works.', 'Watch the output closely.', 'Make a note of the revision.', 'Do this for each cluster.', "Don't worry about the warning it prints.", 'No data is lost.',
    'You must be in the root of the repository.', 'The commands in this procedure should be run from your laptop.', 'The commands should be run in order.', 'Have a look at the revision above.', "Let's restart them.", 'Open a terminal.',
  ])('is not: %s', (sentence) => expect(held(`${sentence}\n\nRestart the workers:`)).toEqual([]));
  it.each(['If the old run is still open, skip this runbook.', 'If the region is down, use the failover runbook.', 'When the pool is paused, there is no need for this.'])('also where it says in which case it is not for: %s', (sentence) => {
    expect(held(`${sentence}\n\nRestart the workers:`).length).toBeGreaterThan(0);
    expect(read(`# Restart the workers\n\n## Before\n\n${sentence}\n\n## Restart\n\n'''bash\n${ACTS}\n'''\n`).gates).toHaveLength(1);
  });
  it.each(['If it asks for a name, type yours.', 'If the alert fires, follow this procedure.', 'If you use fish, quote the name.'])('and not what to do in one case: %s', (sentence) => {
    expect(read(`# Restart the workers\n\n## Before\n\n${sentence}\n\n## Restart\n\n'''bash\n${ACTS}\n'''\n`).gates).toEqual([]);
  });
  it('is not what the block does, or what leads to it says', () => {
    expect(held('Drain the node. Run:', 'kubectl drain node-1')).toEqual([]);
    expect(held('The workers restart one by one. Restart them in the evening.\n\nRestart the workers:')).toEqual([]);
  });
  it('is not what a command must have shown', () => expect(held('The STATUS column must show Running.\n\nRestart the workers:', ACTS, "'''bash\nkubectl get pods -o wide\n'''\n\n")).toEqual([]));
  it('holds nothing that only reads', () => expect(held('Freeze the pipeline in the UI.\n\nLook at the workers:', 'kubectl get deploy/workers')).toEqual([]));
});
