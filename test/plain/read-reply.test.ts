import { expect, it, vi } from 'vitest';
import { readReply } from '../../src/plain/read-reply.ts';
import type { Prompt, Walk } from '../../src/walk/index.ts';
import { terminal } from './terminal.ts';

const TARGET = { kind: 'choose-target', id: 'w-1', name: 'App', line: 3, choices: ['shop-prod', 'shop-stg'], production: [] } as unknown as Prompt;
const VALUE = { kind: 'enter-parameter', id: 'w-1', name: 'release', suggestions: ['v85', 'v84'] } as unknown as Prompt;
const BY_HAND = { kind: 'do-by-hand', id: 'w-1' } as unknown as Prompt;

it.each([
  ['a target', TARGET, [[/name: /, ''], [/Enter chooses nothing here; give a number or a name[^]*name: /, '2']], { kind: 'choose', choice: 'shop-stg' }],
  ['a value', VALUE, [[/above\): /, ''], [/Enter gives no value; type one[^]*above\): /, '2']], { kind: 'answer', value: 'v84' }],
  ['a reason', BY_HAND, [[/quit > /, 's'], [/reason: /, ''], [/a reason is needed[^]*reason: /, 'known']], { kind: 'skip', reason: 'known' }],
] as const)('an empty answer is told what is missing: %s', async (_, prompt, lines, reply) => {
  const { prompter, shown, type } = terminal();
  const replied = readReply({} as Walk, prompt, prompter);
  for (const [question, line] of lines) {
    await vi.waitFor(() => expect(shown()).toMatch(question));
    type(`${line}\n`);
  }
  expect(await replied).toMatchObject(reply);
});
