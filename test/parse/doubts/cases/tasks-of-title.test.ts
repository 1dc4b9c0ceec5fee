import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const section = (heading: string, code: string): string => `## ${heading}\n\n'''sh\n${code}\n'''\n`;
/** The headings of the sections that are held, each with a command that acts. */
const held = (title: string, ...headings: readonly string[]): readonly string[] => {
  const steps = commands(read(`# ${title}\n\n${headings.map((heading) => section(heading, 'systemctl restart web')).join('\n')}`));
  return headings.filter((_, index) => steps[index]!.pieces[0]!.doubts.length > 0);
};

describe('a title that names tasks of which one is wanted at a time holds the sections of each', () => {
  it.each([
    ['Wiki backup and restore', 'Restore'],
    ['Export & import of the catalog', 'Importing it'],
    ['Upgrade / Resync / Migrate Node', 'Resyncing nodes'],
    ['Add or remove a broker', 'Remove a broker'],
    ['Mount and unmount the archive', 'Unmounting'],
    ['Encrypting and decrypting the vault', 'Decrypting the vault'],
  ])('%s: %s', (title, heading) => expect(held(title, 'Preparations', heading)).toContain(heading));
  it.each([
    ['Drain and reboot a node', ['Drain', 'Reboot']],
    ['Stop and start the web', ['Stop it', 'Start it']],
    ['Backup and restore drill', ['1. Backup', '2. Restore']],
    ['Restore the wiki', ['Restore']],
    ['Upgrade and verify', ['Upgrade', 'Verify it']],
  ])('and not: %s', (title, headings) => expect(held(title, ...headings)).toEqual([]));
  it('so does a heading above them', () => {
    const text = `# Wiki troubles\n\n## Restore or back up\n\n### Back up the wiki\n\n'''sh\nsystemctl restart web\n'''\n\n### Restore the wiki\n\n'''sh\nsystemctl restart web\n'''\n`;
    const both = (above: string): readonly number[] => commands(read(text.replace('Restore or back up', above))).map(({ pieces: [piece] }) => piece!.doubts.length);
    expect(both('Backup & Restore')).toEqual([1, 1]);
    expect(both('Restore or back up')).toEqual([1, 1]);
  });
  it('a file called no more than maintenance is a menu', () => expect(read(`# 🏗️ Maintenance\n\n${section('Go - Update', 'frob a')}\n${section('Prune it', 'frob b')}`).alternatives.map(({ menu }) => menu)).toEqual([true]));
});
