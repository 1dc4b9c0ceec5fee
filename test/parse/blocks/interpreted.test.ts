import { describe, expect, it } from 'vitest';
import { commands, read } from '../read.ts';

const step = (info: string, code: string) => commands(read(`# X\n\n## Do\n\n'''${info}\n${code}\n'''\n`))[0]!;
const CODE = '# Add them\nx = (1,\n     2)\n\n# 2. Show\nprint(f"${x}", <name>)\n# Expected: ok';

describe('a block whose pin names a program that is no shell', () => {
  it.each(['python3', '/usr/bin/python3 -u'])('is one text of unknown effect, in which no shell is looked for: %s', (program) => {
    const { pieces, effect, slots, shell } = step(`bash {interpreter="${program}"}`, CODE);
    expect(pieces).toMatchObject([{ kind: 'command', title: 'Add them', doubts: [], effect: { effect: 'unknown', word: 'python3' }, expectations: [{ text: 'ok' }] }]);
    expect([effect.effect, slots.length, shell.reads]).toEqual(['unknown', 1, []]);
  });
  it('has no harmless words', () => expect(step('bash {interpreter=ruby}', 'puts "a"\nls').effect.effect).toBe('unknown'));
  it.each(['bash -x', '/bin/sh', 'zsh'])('is read as ever where it is a shell: %s', (program) => expect(step(`bash {interpreter="${program}"}`, 'ls').effect.effect).toBe('reads'));
});
