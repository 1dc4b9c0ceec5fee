import { expect, test } from 'vitest';
import { declarations } from '../../src/execute/shell/declarations.ts';

test('only those that are wanted', () => {
  expect(declarations('declare -- a="1"\ndeclare -- b="x\ny"\ndeclare -x c="3"\n', (name) => name !== 'b').map(({ name }) => name)).toEqual(['a', 'c']);
});

test.each([
  ['a plain value', 'declare -- x="a b"', 'x', '', 'a b'],
  ['what double quotes escape', 'declare -x x="\\$HOME \\"q\\" \\\\ \\`c\\`"', 'x', 'x', '$HOME "q" \\ `c`'],
  ['line breaks as bash 5.2 writes them', "declare -x x=$'one\\ntwo\\'s\\E\\303\\251'", 'x', 'x', "one\ntwo's\x1b\u00c3\u00a9"],
  ['line breaks as older ones do', 'declare -- x="one\ndeclare -- y=\\"2\\"\nthree"', 'x', '', 'one\ndeclare -- y="2"\nthree'],
  ['an array', 'declare -a x=([0]="a b" [1]="c\nd")', 'x', 'a', null],
  ['an array of bash 3.2', `declare -a x='([0]="a")'`, 'x', 'a', null],
  ['a name without a value', 'declare -x x', 'x', 'x', null],
])('%s', (_, text, name, flags, value) => {
  expect(declarations(`${text}\ndeclare -i last="1"\n`)).toEqual([
    { name, flags, text, value },
    { name: 'last', flags: 'i', text: 'declare -i last="1"', value: '1' },
  ]);
});
