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
  it('not what explains', () => expect(gates('## Why is it restarted?\n\nTell the customers about it.')).toEqual([]));
});
