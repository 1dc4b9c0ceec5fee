import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

const targets = (rows: string, ...blocks: readonly (readonly [lead: string, code: string])[]): readonly string[] =>
  read(`# Switch\n\n| Site | Router |\n|---|---|\n${rows}\n\n## Steps\n\n${blocks.map(([lead, code]) => `${lead}\n\n'''sh\n${code}\n'''`).join('\n\n')}\n`).targets.map(({ name }) => name);
const SITES = '| alpha | rtr-a |\n| beta | rtr-b |';

describe('things that take part in one procedure together', () => {
  it('are no targets: each command acts on the one that it names', () => {
    expect(targets(SITES, ['Check that beta answers:', 'ping -c1 rtr-b'], ["Lower alpha's priority:", 'ssh rtr-a lower'])).toEqual([]);
    expect(targets(SITES, ['Restart beta first:', 'ssh rtr-b reboot'], ['Then alpha:', 'ssh rtr-a reboot'])).toEqual([]);
  });
  it.each([
    ['one command for each of them', [['Restart alpha:', 'ssh rtr-a reboot'], ['Restart beta:', 'ssh rtr-b reboot']]],
    ['forms for each', [['For alpha:', 'ssh rtr-a reboot'], ['For beta:', 'ssh rtr-b restart --now']]],
    ['only one is named', [['Restart alpha:', 'ssh rtr-a reboot'], ['Look at it:', 'ping -c1 rtr-a']]],
    ['the words name one and the command another', [['Restart alpha:', 'ssh rtr-b reboot'], ['Look at beta:', 'ping -c1 rtr-a']]],
  ] as const)('but they are where there is %s', (_, blocks) => expect(targets(SITES, ...blocks)).toEqual(['alpha', 'beta']));
});

it('a name alone tells which target the block below it is for, as "For beta:" does', () => {
  const forms = (lead: string): readonly (string | undefined)[] => commands(read(`# Switch\n\n| Site | Router |\n|---|---|\n${SITES}\n\n## Steps\n\nAlpha:\n\n'''sh\nssh rtr-a reboot\n'''\n\n${lead}\n\n'''sh\nssh rtr-b restart --now\n'''\n`)).map(({ variant }) => variant?.word);
  expect([forms('Beta:'), forms('For beta:'), forms('Note:')]).toEqual([[undefined, 'Beta'], [undefined, 'beta'], [undefined, undefined]]);
});
