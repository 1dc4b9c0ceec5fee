import { expect, it } from 'vitest';
import { promptLines } from '../../src/plain/say-prompt.ts';
import type { Prompt } from '../../src/walk/index.ts';

it('of an alternative by hand, the steps are named', () => {
  const step = (title: string, code: string) => ({ step: 'a-1', title, code, effect: 'reads' });
  const prompt = { kind: 'choose-alternative', id: 'w-1', group: 0, name: 'Unlock', line: 3, menu: false, choices: [{ label: 'Command line', line: 4, chosen: false, steps: [step('Unlock: ./unlock.sh', './unlock.sh')], asks: [] }, { label: 'Console', line: 9, chosen: false, steps: [step('Go to the table', ''), step('Delete the item', '')], asks: [{ name: 'Console', labels: ['Old', 'New'] }] }] } as unknown as Prompt;
  expect(promptLines(prompt, (_, text) => text, 80)).toEqual(['', 'Unlock: which one? (line 3)', '  1  Command line', '         ./unlock.sh', '  2  Console', '         Go to the table', '         Delete the item', '         asks which: Old, New', '  0  none of them']);
});

it('folds words at the width, and neither a command nor what it wrote', () => {
  const code = 'psql -h pg-orders-2.internal -Atc "select now()"';
  const prompt = { kind: 'settle-doubt', id: 'w-1', doubts: [{ kind: 'gate', text: 'If the primary answers, stop here and go to Troubleshooting.', line: 32, answers: [] }], on: null, code } as unknown as Prompt;
  const lines = promptLines(prompt, (_, text) => `\u001b[33m${text}\u001b[39m`, 40).map((line) => line.replaceAll(/\u001b\[\d+m/g, ''));
  expect(lines.at(-1)).toBe(`    ${code}`);
  expect(lines.slice(0, -1).length).toBeGreaterThan(1);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^ {2}.{1,38}$/);
  expect(lines.slice(0, -1).join(' ').replaceAll(/ +/g, ' ')).toContain('"If the primary answers, stop here and go to Troubleshooting." (line 32)');
});

it('of an alternative that destroys says so in a word, not in a colour alone', () => {
  const step = (code: string, effect: string) => ({ step: 'a-1', title: code, code, effect });
  const prompt = { kind: 'choose-alternative', id: 'w-1', group: 0, name: 'Ways', line: 3, menu: true, choices: [{ label: 'Restart', line: 4, chosen: false, steps: [step('echo a', 'reads')], asks: [] }, { label: 'Purge', line: 9, chosen: false, steps: [step('rm -rf a', 'destroys')], asks: [] }] } as unknown as Prompt;
  expect(promptLines(prompt, (_, text) => text, 80)).toEqual(['', 'Ways: which one? (line 3, any number, one at a time)', '  1  Restart', '         echo a', '  2  Purge  destroys', '         rm -rf a', '  0  none of them']);
});

it('after a failure names what else may help, with its key', () => {
  const prompt = { kind: 'piece-failed', id: 'w-1', status: 'failed', exitCode: 1, reason: 'exit status 1', checks: [], values: ['backup', 'host'], sections: [{ heading: 'If it fails', line: 33 }] } as unknown as Prompt;
  expect(promptLines(prompt, (_, text) => text, 80)).toEqual(['  c changes backup, host', '  g goes to what was not run: "If it fails" (line 33)']);
  expect(promptLines({ ...prompt, values: ['a', 'b', 'c', 'd'], sections: [] } as unknown as Prompt, (_, text) => text, 80)).toEqual(['  c changes one of 4 values']);
  expect(promptLines({ ...prompt, gate: { step: 's-1', piece: 0, text: 'Stop here.', line: 4 } } as unknown as Prompt, (_, text) => text, 80)).toEqual(['  the runbook says: "Stop here." (line 4)']);
});
