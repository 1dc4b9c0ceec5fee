import { describe, expect, it } from 'vitest';
import { read } from '../../read.ts';

const LOOK = "'''bash\nsystemctl status gw\n'''";
/** The gates of a file with prose at the end of a section, or in a section between, above what acts in the next. */
const gates = (prose: string): readonly string[] => read(`# Restart the gateway\n\n## Look\n\n${LOOK}\n\n${prose}\n\n## Restart\n\n'''bash\nsystemctl restart gw\n'''\n`).gates.map(({ text }) => text);

describe('what is asked for between two sections', () => {
  it.each(['Ask the owner whether it can go down now.', 'Decide whether it has to be done.', 'Update the certificate in the vault.', 'It logs everybody out, so tell the customers.', 'Freeze the pipeline in the UI.'])('holds what acts in the next one: %s', (sentence) => {
    expect(gates(sentence)).toEqual([sentence]);
  });
  it.each(['Pull the old disk and insert the new one.', 'Change the record in the console to the new host.', 'Call the data centre.'])('also in a section of its own: %s', (sentence) => expect(gates(`## Swap\n\n${sentence}`)).toEqual([sentence]));
  it('also where it leads to a list of what is to be decided', () => expect(gates('Then decide:\n\n- which of them is older,\n- whether it can go.')).toEqual(['Then decide:']));
  it.each([
    'The unit is shown with its last log lines.', 'Note the uptime.', 'Make a note of the uptime.', 'Verify that the port is closed.', 'Pick the newest (e.g., `v412`).', 'See the dashboard for more.', 'Use `journalctl -u gw` for the full log.', 'Restart it in the evening.',
  ])('not what is told, or is a look at what was printed: %s', (sentence) => expect(gates(sentence)).toEqual([]));
  it.each(['> Ask the owner.', '> [!NOTE]\n> Ask the owner.', '**Note:** Ask the owner.', 'Run the baseline play against the new host.', 'Only do this at night.'])('also in a callout, or what no block runs: %s', (prose) => expect(gates(prose)).toHaveLength(1));
  it.each(['Run the following commands as root.', 'Run the steps below in order.', 'Replace XXX with the number of the host.', 'Access is through the proxy.'])('not what leads to what is run: %s', (prose) => expect(gates(prose)).toEqual([]));
  it('not what explains', () => expect(gates('## Why is it restarted?\n\nTell the customers about it.')).toEqual([]));
  it('not what happens by itself', () => expect(gates('## What happens\n\n1. **Join** — wait until the node is ready\n2. **Move** — tell the proxy')).toEqual([]));
  it.each(['## Optional: a panel', '## 3. Optional panel', '## A panel (optional)', '## Optional panel\n\n### Keys'])('not what is asked in a section that may be left out: %s', (heading) => {
    expect(gates(`${heading}\n\n'''bash\npanelctl list\n'''\n\nDelete the service in the UI if you prefer the shell. Ask the owner.`)).toEqual([]);
  });
  it('but what is asked in one around both', () => expect(read(`# X\n\n## Optional panel\n\n### Look\n\n${LOOK}\n\nAsk the owner.\n\n### Restart\n\n'''bash\nsystemctl restart gw\n'''\n`).gates).toHaveLength(1));
  it('not when a row of a table is wanted', () => {
    const table = (head: string): string => `## Which\n\n| Class | ${head} |\n| --- | --- |\n| server | Only when the pool is empty. |`;
    expect(gates(table('Use when'))).toEqual([]);
    expect(gates(table('Window'))).toHaveLength(1);
  });
});

describe('what is asked for above the first block of a file', () => {
  const first = (above: string): readonly string[] => read(`# Restart the gateway\n\n${above}\n\n## Restart\n\n'''bash\nsystemctl restart gw\n'''\n`).gates.map(({ text }) => text);

  it.each(['## Gateway\n\n% \n\n##', '## Before\n\n%\n', '## Gateway\n\n> **Warning:** %\n', '## Gateway\n\nThe gateway has one node.\n\n**Important:** %\n'])('holds it, from a heading above it or beside it: %j', (above) => {
    for (const sentence of ['Stop the writers.', 'Make sure that nobody is logged in.', 'Never run this on the primary.', 'Ask the storage team.']) expect(first(above.replace('%', sentence))).toEqual([expect.stringContaining(sentence)]);
  });
  it('and from a table', () => expect(first('## Before\n\n| What | Who |\n| --- | --- |\n| A second pair of eyes | Ask the storage team. |')).toEqual(['Ask the storage team.']));
  it('and from a list', () => expect(first('## Before\n\n- The pool has two nodes.\n- Nobody may be writing.\n- Mode: ask\n- Read the docs.\n- Stop the writers.')).toEqual(['Nobody may be writing.']));
  it.each(['Make sure that nobody is logged in.', 'Only run this at night.', 'Stop the writers first.', '**Warning:** Stop the writers.', '> Stop the writers.'])('and right below the title: %s', (sentence) => expect(first(sentence)).toHaveLength(1));
  it.each([
    'Force a restart of the gateway.', 'Rotate its key every year.', 'See the wiki.', 'If it hangs, make sure that it is dead.', '> This is what we do when it hangs.', '## Prerequisites\n\nInstall the client. Make sure you have access to the vault.', '## Overview\n\nStop the writers.',
  ])('and nothing that says what the file does, what one has to have, or in which case: %s', (above) => expect(first(above)).toEqual([]));
  it.each(['| | |\n| --- | --- |\n| Owner | search team |', '> **Owner:** search team\n> **Escalation:** page the lead', '**Owner:** search team | **Escalation:** ask the lead'])('and nothing that the file says of itself: %j', (entries) => expect(first(entries)).toEqual([]));
  it('but who has to approve it, and what else stands in such a table', () => expect(first('| | |\n| --- | --- |\n| Owner | search team |\n| Before | Ask the DBA |\n\n> **Approver:** ask the lead')).toEqual(['Ask the DBA']));
  it('and what the prerequisites say of the state of things', () => expect(first('## Prerequisites\n\nNobody may be writing.')).toEqual(['Nobody may be writing.']));
});
