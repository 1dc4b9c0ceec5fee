import { expect, it } from 'vitest';
import type { ParsedArgs } from '../../../src/commands/command-line/parsed-args.ts';
import { givenCells, givenValues } from '../../../src/commands/given/given-values.ts';

const args = (texts: Readonly<Record<string, readonly string[]>>): ParsedArgs => ({ positionals: [], flag: () => false, text: () => undefined, texts: (name: string) => texts[name] ?? [] }) as unknown as ParsedArgs;

it('a name has one value', () => {
  expect(givenValues(args({ set: ['release=v84', 'app=shop', 'release=v84'] }), { cwd: '/' })).toEqual({ release: 'v84', app: 'shop' });
  expect(givenCells(args({ record: ['Note=a=b'] }))).toEqual({ Note: 'a=b' });
});

it('of two values nobody knows which is meant, and neither is told', () => {
  expect(() => givenValues(args({ set: ['token=hunter2', 'token=hunter3'] }), { cwd: '/' })).toThrow(/^--set token: it is given twice, with two values$/);
  expect(() => givenCells(args({ record: ['Outcome=Success', 'Outcome=Failed'] }))).toThrow('--record Outcome: it is given twice');
});

it('a file that never ends is no value', () => {
  expect(() => givenValues(args({ 'set-file': ['token=/dev/zero'] }), { cwd: '/' })).toThrow('--set-file token=/dev/zero: it has more than 64 KB');
  expect(givenValues(args({ 'set-file': ['token=/dev/null'] }), { cwd: '/' })).toEqual({ token: '' });
});
