import { expect, test } from 'vitest';
import { mergeConflicts } from '../../../src/model/index.ts';

const found = (text: string): readonly string[] => mergeConflicts(text).map(({ start, end }) => text.slice(start, end));

test('two versions of some lines, with their marks', () => {
  const conflict = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other';
  expect(found(`x\n${conflict}\ny\n${conflict}\n`)).toEqual([conflict, conflict]);
  expect(found(conflict.replaceAll('\n', '\r\n'))).toEqual([conflict.replaceAll('\n', '\r\n')]);
});
test('and what both came from', () => expect(found('<<<<<<< HEAD\na\n||||||| 1a2b3c\nc\n=======\nb\n>>>>>>> other\n')).toHaveLength(1));
test.each(['Title\n=======\n', '<<<<<<< HEAD\na\n', '>>>>>>> other\n', '<<<<<<< HEAD\na\n>>>>>>> other\n', '<<<<<<<< not\n=======\n>>>>>>> x\n', 'cat <<<<<<< x\n=======\n>>>>>>> x\n'])('none: %j', (text) => expect(found(text)).toEqual([]));
