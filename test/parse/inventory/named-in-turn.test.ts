import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../cpu-time.ts';
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
    ['forms for each, by the name alone', [['alpha:', 'ssh rtr-a reboot'], ['beta:', 'ssh rtr-b restart --now']]],
    ['the same in one go for each', [['Restart alpha, then look at it:', 'ssh rtr-a reboot'], ['Restart beta, then look at it:', 'ssh rtr-b reboot']]],
    ['another example each time', [['Check the site, e.g. beta:', 'ping -c1 rtr-b'], ['Reboot the router (here that of alpha):', 'ssh rtr-a reboot']]],
    ['the name of one in brackets', [['Check the site (beta):', 'ping -c1 rtr-b'], ['Reboot its router (alpha):', 'ssh rtr-a reboot']]],
    ['only one is named', [['Restart alpha:', 'ssh rtr-a reboot'], ['Look at it:', 'ping -c1 rtr-a']]],
    ['the words name one and the command another', [['Restart alpha:', 'ssh rtr-b reboot'], ['Look at beta:', 'ping -c1 rtr-a']]],
  ] as const)('but they are where there is %s', (_, blocks) => expect(targets(SITES, ...blocks)).toEqual(['alpha', 'beta']));
});

it('what the System line names is a target, whatever the steps name', () => {
  const named = (system: string): number => read(`# Switch\n\n**System:** ${system}\n\n| Site | Router |\n|---|---|\n${SITES}\n\nCheck that beta answers:\n\n'''sh\nping -c1 rtr-b\n'''\n\nLower alpha's priority:\n\n'''sh\nssh rtr-a lower\n'''\n`).inventories.length;
  expect([named('routers'), named('alpha, beta'), named('alpha*')]).toEqual([0, 1, 1]);
});

describe('a name alone', () => {
  const FORMS = '| Host | Router |\n|---|---|\n| beta | rtr-b |\n| backup-production | rtr-c |';
  const form = (lead: string): string | undefined => commands(read(`# Switch\n\n${FORMS}\n\n## Steps\n\nLook:\n\n'''sh\nssh rtr-b uptime\n'''\n\n${lead}\n\n'''sh\nssh rtr-b restart\n'''\n`)).at(-1)?.variant?.word;
  it.each([['Beta:', 'Beta'], ['For beta:', 'beta'], ['Production:', 'Production'], ['For backup:', 'backup']])('tells which target the block below it is for, as "For beta:" does: %s', (lead, word) => expect(form(lead)).toBe(word));
  it.each(['Note:', 'Backup:', 'Back up:'])('is none where it may be what is done: %s', (lead) => expect(form(lead)).toBeUndefined());
  it('takes nothing from a lead above it', () => expect(form('For beta:\n\nRun:')).toBe('beta'));
});

it('thousands of rows cost no more than what else is read of them', () => {
  const cost = (lead: string): number => {
    const text = `# T\n\n| Site | Router |\n|---|---|\n${Array.from({ length: 3000 }, (_, index) => `| site-${index} | rtr-${index} |`).join('\n')}\n\n## Do\n\n${Array.from({ length: 300 }, (_, index) => `${lead} ${index}:\n\n'''sh\nkubectl delete pod x-${index}\n'''\n\n`).join('')}`;
    read(text);
    return cpuTime(() => read(text));
  };
  // What orders nothing is not looked through for names.
  expect(cost('Restart number')).toBeLessThan(2 * cost('Number of it'));
});
