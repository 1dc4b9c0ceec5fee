import { describe, expect, it } from 'vitest';
import { isAfterDeed } from '../../../../src/parse/doubts/orders/after-deed.ts';
import { commands, read } from '../../read.ts';

const ABOVE = 'Drain the node and swap its disk.';

describe('what comes after a deed', () => {
  it.each(['Restart it after the freeze:', 'Restart it, after the freeze.', 'With the pool empty, restart it', 'With the writers off, restart it', 'After moving the coordinator, recreate the pod', 'After replacing the card, restart it', 'Having renewed the certificate, reload it', 'After you have merged the change, deploy it', 'After the switch of the record, restart it', 'Once you have informed the customer, delete it', 'As soon as the lag is at zero, promote it', 'Once traffic has moved, stop it', 'With the index mounted, start it', 'With writes paused, restore it', 'Restart it once more after the alert has cleared', 'Delete it after you have asked the owner', 'Drop it (after the backup has been verified)', 'Remove it, but not before the customer has agreed'])('of which nothing above speaks: %s', (words) => expect(isAfterDeed(words, () => ABOVE)).toBe(true));
  it.each(['Restart it after the drain of the node', 'Restart them one after the other', 'With kubectl, restart it', 'After draining the node, restart it', 'After swapping the disk, restart it', 'Having drained the node, restart it', 'After running this command, restart it', 'Restart it after draining the node', 'Delete it after the node has been drained', 'Restart it after the upgrade', 'Restart it', 'After the swap of the disk, restart it', 'Once the node is drained, restart it', 'With the node drained, restart it', 'After that, restart it', 'Once this is done, restart it', 'With kubectl, restart it', 'After the installation, restart it'])('or something does: %s', (words) => expect(isAfterDeed(words, () => ABOVE)).toBe(false));

  const held = (lead: string, above: string, code = 'systemctl restart web'): readonly string[] =>
    commands(read(`# Web\n\n## Move the disk\n\n${above}\n\n${lead}\n\n'''sh\n${code}\n'''\n`)).at(-1)!.pieces.flatMap(({ doubts }) => doubts.map(({ kind, text }) => `${kind}: ${text}`));
  it('holds what acts, whatever the heading says', () => expect(held('After moving the disk, restart it:', 'It has a disk.')).toEqual(['conditional: After moving the disk, restart it:']));
  it('not below the command that does it, nor above a look', () => expect([held('After moving the disk, restart it:', "Move the disk:\n\n'''sh\nzpool replace a b\n'''"), held('After moving the disk, look:', 'It has a disk.', 'uptime')]).toEqual([[], []]));
});
