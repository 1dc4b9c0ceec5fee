import { describe, expect, it } from 'vitest';
import { read } from '../../read.ts';

/** The gates of a file that shows a block before what acts. */
const gates = (lead: string, block = "'''ini\nmax = 200\n'''", between = ''): readonly string[] =>
  read(`# Raise the limit\n\n## Steps\n\n${lead}\n\n${block}\n\n${between}Restart the service:\n\n'''bash\nsystemctl restart app\n'''\n`).gates.map(({ text }) => text);

describe('an order that a person carries out with a block that nothing runs', () => {
  it.each(['Edit `/etc/app/limits.conf`:', 'Set the following values in `values.yaml`:', 'Create a file `node.yaml` with this content:', 'The file is read at the start. Change it to:'])('holds what acts below it: %s', (lead) => {
    expect(gates(lead)).toEqual([lead.replaceAll('`', '').split('. ').at(-1)]);
  });
  it.each(["'''sql\nUPDATE tenants SET name = 'x';\n'''", "'''yaml\na: 1\n'''", "'''\nmail IN A 10.0.0.4\n'''"])('whatever the block holds: %s', (block) => expect(gates('Add this:', block)).toEqual(['Add this:']));
  it.each([
    'Look for lines like:', 'Verify that the answer contains:', 'Compare with:', 'See the configuration:', 'Note that it has three columns:', 'The layout of the folder is as follows:', 'Example response:', 'You should see:', 'The bundle lands in:',
  ])('not what is only looked at, or told: %s', (lead) => expect(gates(lead)).toEqual([]));
  it('not the same in another language right above the block that is run', () => {
    expect(read("# X\n\n## Steps\n\nRestart it:\n\n'''powershell\nRestart-Service app\n'''\n\n'''bash\nsystemctl restart app\n'''\n").gates).toEqual([]);
  });
  it('not what is a step of its own', () => expect(read("# X\n\n## Steps\n\n1. Edit the file:\n\n   '''ini\n   a = 1\n   '''\n\n2. Restart it:\n\n   '''bash\n   systemctl restart app\n   '''\n").gates).toEqual([]));
});
