import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const held = (...codes: readonly string[]): readonly (readonly string[])[] =>
  commands(read(`# Restore\n\n${codes.map((code, index) => `## Restore ${'abc'[index]}\n\n'''sh\n${code}\n'''\n`).join('\n')}`)).map(({ pieces }) => pieces.flatMap(({ doubts }) => doubts.flatMap(({ text }) => (text.startsWith('the block repeats') ? [text] : []))));

describe('a block that is another one with its blanks filled in', () => {
  it('is held, with lines of its own too', () => {
    expect(held('export APP=<app>\n./restore.sh', '# The wiki\nexport APP=wiki\nexport NS=web\n./restore.sh')).toEqual([[], ['the block repeats another one with its blanks filled in: export APP=wiki']]);
  });
  it.each([['export APP=<app>\n./restore.sh', 'export APP=wiki\n./restore.sh --all'], ['kubectl delete pod <pod>', 'kubectl delete pod web-1'], ['export APP=shop\n./restore.sh', 'export APP=wiki\n./restore.sh'], ['APP=<app>\nkubectl get pods', 'APP=wiki\nkubectl get pods']])('not where anything else differs, for a line alone, or what only reads: %j', (first, second) => expect(held(first, second)).toEqual([[], []]));
  it('not what comes above it in another section: the old host is checked, and then the new one', () => expect(held('./check.sh 10.0.0.1\ncurl 10.0.0.1', './check.sh <new-ip>\ncurl <new-ip>')).toEqual([[], []]));
  it('which is known soon, however many ways there are to lay one over the other', () => {
    const form = Array.from({ length: 14 }, () => 'kubectl delete pod <pod>').join('\n');
    const pods = Array.from({ length: 60 }, (_, index) => `kubectl delete pod web-${index}`).join('\n');
    expect(held(form, pods, `${pods}\nkubectl get pods`).map(({ length }) => length)).toEqual([0, 1, 0]);
  });
});
