import { expect, it, vi } from 'vitest';
import { readReply } from '../../src/plain/read-reply.ts';
import type { Prompt, Walk } from '../../src/walk/index.ts';
import { terminal } from './terminal.ts';

const TARGET = { kind: 'choose-target', id: 'w-1', name: 'App', line: 3, choices: ['shop-prod', 'shop-stg'], production: [] } as unknown as Prompt;
const VALUE = { kind: 'enter-parameter', id: 'w-1', name: 'release', suggestions: ['v85', 'v84'] } as unknown as Prompt;
const ROW = { kind: 'record-row', id: 'w-1', columns: ['Bad release'], cells: [{ column: 'Bad release', value: '—', open: true, suggestions: ['v86', 'v85'], above: 'v431' }] } as unknown as Prompt;
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

it('a part of its name takes no target', async () => {
  const { prompter, shown, type } = terminal();
  const replied = readReply({} as Walk, TARGET, prompter);
  for (const [question, line] of [[/name: /, 'r'], [/by its number or its whole name: shop-prod[^]*name: /, 'sho'], [/several match: shop-prod, shop-stg[^]*name: /, 'Shop-STG']] as const) {
    await vi.waitFor(() => expect(shown()).toMatch(question));
    type(`${line}\n`);
  }
  expect(await replied).toMatchObject({ kind: 'choose', choice: 'shop-stg' });
});

it.each([['a target', TARGET], ['a value', VALUE]])('where letters are answers, ? asks for a key: %s', async (_, prompt) => {
  const { prompter, shown, type } = terminal();
  const replied = readReply({} as Walk, prompt, prompter);
  for (const [question, line] of [[/(?:name|above\)): /, '?'], [/n {2}note: [^]*Enter for none: /, 'n'], [/Enter for none: [^]*note: /, 'the lead is here']] as const) {
    await vi.waitFor(() => expect(shown()).toMatch(question));
    type(`${line}\n`);
  }
  expect(await replied).toMatchObject({ kind: 'note', text: 'the lead is here' });
});

it('a date that cannot be read is asked for again', async () => {
  const { prompter, shown, type } = terminal();
  const row = { kind: 'record-row', id: 'w-1', columns: ['Date'], cells: [{ column: 'Date', value: '—', open: true, suggestions: [], above: '' }] } as unknown as Prompt;
  const replied = readReply({} as Walk, row, prompter);
  for (const [question, line] of [[/no row > /, '1'], [/0JDate: /, 'soon'], [/"soon" is no date[^]*0JDate: /, '2026-05-14'], [/no row > [^]*Date: 2026-05-14[^]*no row > /, '']] as const) {
    await vi.waitFor(() => expect(shown()).toMatch(question));
    type(`${line}\n`);
  }
  expect(await replied).toMatchObject({ kind: 'write', cells: ['2026-05-14'] });
});

it.each([['2', 'v85'], ['v87', 'v87'], ['', '—']])('an open cell begins empty, and takes a suggestion by its number: %j is %s', async (typed, value) => {
  const { prompter, shown, type } = terminal();
  const replied = readReply({} as Walk, ROW, prompter);
  await vi.waitFor(() => expect(shown()).toMatch(/no row > /));
  type('1\n');
  await vi.waitFor(() => expect(shown()).toMatch(/ 1 {2}v86\n {2}2 {2}v85\n[^]*Bad release \(a value, or the number of one above\): /));
  type(`${typed}\n`);
  await vi.waitFor(() => expect(shown()).toMatch(/no row > [^]*no row > /));
  type('\n');
  expect(await replied).toMatchObject({ kind: 'write', cells: [value] });
});

it('a check by eye takes a note by N, since n says no', async () => {
  const { prompter, shown, type } = terminal();
  const replied = readReply({} as Walk, { kind: 'judge', id: 'w-1' } as unknown as Prompt, prompter);
  for (const [question, line] of [[/quit > /, '?'], [/N {2}note: [^]*quit > /, 'N'], [/N {2}note: [^]*quit > [^]*note: /, 'two pods were slow']] as const) {
    await vi.waitFor(() => expect(shown()).toMatch(question));
    type(`${line}\n`);
  }
  expect(await replied).toMatchObject({ kind: 'note', text: 'two pods were slow' });
});

it('a row takes none of the common keys, and says that the run has ended', async () => {
  const { prompter, shown, type } = terminal();
  const replied = readReply({} as Walk, ROW, prompter);
  await vi.waitFor(() => expect(shown()).toMatch(/no row > /));
  type('g\n');
  await vi.waitFor(() => expect(shown()).toMatch(/the run has ended, and only its row is asked: [^]*no row > /));
  type('-\n');
  expect(await replied).toMatchObject({ kind: 'keep-none' });
});
