import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bashWord, readBashLine } from '../../../src/commands/completing/bash-line.ts';

const BREAKS = ' \t\n"\'><=;|&(:';

it.each([
  ['runbook ', ['runbook', ''], '', ''],
  ['runbook  run a.md', ['runbook', 'run', 'a.md'], '', ''],
  ['runbook run a\\ b.md "c d.md" --on', ['runbook', 'run', 'a b.md', 'c d.md', '--on'], '', ''],
  ['runbook run --section="Option A', ['runbook', 'run', '--section=Option A'], '"', '--section='],
  ["runbook run 'it", ['runbook', 'run', 'it'], "'", ''],
  ['runbook lint --rule=a=w', ['runbook', 'lint', '--rule=a=w'], '', '--rule=a='],
  ['runbook run a\\:b', ['runbook', 'run', 'a:b'], '', ''],
] as const)('reads the words of %s', (line, words, quote, kept) => {
  expect(readBashLine(line, BREAKS)).toEqual({ words, quote, kept });
});

it('keeps nothing where the user took = and : from the word breaks', () => {
  expect(readBashLine('runbook lint --rule=a=w', ' \t\n').kept).toBe('');
});

it('puts a candidate in without what bash keeps, quoted like the rest of the word', () => {
  expect(bashWord('--format=json', readBashLine('runbook lint --format=j', BREAKS))).toBe('json');
  expect(bashWord("What's $HOME?", readBashLine('runbook run ', BREAKS))).toBe("What\\'s\\ \\$HOME\\?");
  expect(bashWord('say "$x"', readBashLine('runbook run "s', BREAKS))).toBe('say \\"\\$x\\"');
  expect(bashWord("it's", readBashLine("runbook run 'i", BREAKS))).toBe("it'\\''s");
});

it('reads back what it has put in, however it was quoted', () => {
  const text = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => !/\s/.test(value.replaceAll(' ', '')));
  fc.assert(
    fc.property(text, fc.constantFrom('', '"', "'"), (value, open) => {
      const line = `runbook run ${open}`;
      const again = readBashLine(`${line}${bashWord(value, readBashLine(line, BREAKS))}${open}`, BREAKS);
      expect(again.words).toEqual(['runbook', 'run', value]);
    }),
  );
});
