import xterm from '@xterm/headless';
import { expect, it, vi } from 'vitest';
import { ExitCode } from '../../src/model/index.ts';
import { LeftAtQuestion, Superseded } from '../../src/plain/prompter.ts';
import { terminal } from './terminal.ts';

it('whoever has to leave before the question is shown leaves there', async () => {
  const { prompter, shown } = terminal();
  const asked = prompter.ask('go on? ');
  setImmediate(() => prompter.leave('SIGTERM', ExitCode.interrupted));
  await expect(asked).rejects.toThrow(LeftAtQuestion);
  await expect(prompter.ask('then? ')).rejects.toThrow(LeftAtQuestion);
  expect(shown()).not.toContain('go on?');
});

it('of questions that were answered elsewhere at once, only the last is asked', async () => {
  const { prompter, shown, type } = terminal();
  const first = prompter.ask('first? ');
  await vi.waitFor(() => expect(shown()).toContain('first? '));
  const answered = [first];
  for (const question of ['second? ', 'third? ']) {
    prompter.supersede();
    answered.push(prompter.ask(question));
  }
  setImmediate(() => prompter.supersede());
  expect((await Promise.allSettled(answered)).map((asked) => asked.status === 'rejected' && asked.reason instanceof Superseded)).toEqual([true, true, true]);
  const last = prompter.ask('last? ');
  await vi.waitFor(() => expect(shown()).toContain('last? '));
  type('yes\n');
  expect(await last).toBe('yes');
  expect(shown()).toMatch(/first\? [^]*\n[^]*last\? /);
  expect(shown()).not.toMatch(/second|third/);
});

it.each([['Ctrl-D', '\u0004', 'the input ended'], ['Ctrl-C', '\u0003', 'Ctrl-C']])('%s at a question leaves there, and what follows stands on a line of its own', async (_, typed, why) => {
  const { prompter, shown, type } = terminal();
  const asked = prompter.ask('go on? ');
  await vi.waitFor(() => expect(shown()).toContain('go on? '));
  type(typed);
  await expect(asked).rejects.toThrow(why);
  expect(shown()).toMatch(/go on\? [^\n]*\n$/);
});

it('an input that ended before the question, while a command ran, leaves there too', async () => {
  const { prompter, shown, end } = terminal();
  end();
  await expect(prompter.ask('go on? ')).rejects.toThrow('the input ended');
  expect(shown()).not.toContain('go on?');
});

it('nothing of a secret is shown, and what follows stands on a line of its own', async () => {
  const { prompter, shown, type } = terminal();
  const asked = prompter.askSecret('token');
  await vi.waitFor(() => expect(shown()).toContain('token (not shown): '));
  type('hunter');
  type('2\n');
  expect(await asked).toBe('hunter2');
  expect(shown()).toMatch(/token \(not shown\): [^\n]*\n$/);
  expect(shown()).not.toMatch(/hun|er2/);
  const next = prompter.ask('then? ');
  await vi.waitFor(() => expect(shown()).toContain('then? '));
  type('yes\n');
  expect(await next).toBe('yes');
  expect(shown()).toContain('yes');
});

it('a terminal that is closed at a question ends it as the signal says', async () => {
  const { prompter, shown, close } = terminal();
  const asked = prompter.ask('go on? ');
  await vi.waitFor(() => expect(shown()).toContain('go on? '));
  close();
  prompter.leave('SIGHUP', ExitCode.hangup);
  await expect(asked).rejects.toMatchObject({ exitCode: ExitCode.hangup });
});

it('SIGINT at a question is what Ctrl-C is, and afterwards nobody waits for it', async () => {
  const { prompter, shown } = terminal();
  const before = process.listenerCount('SIGINT');
  const asked = prompter.ask('go on? ');
  await vi.waitFor(() => expect(shown()).toContain('go on? '));
  const [added] = process.listeners('SIGINT').slice(before);
  added?.('SIGINT');
  await expect(asked).rejects.toThrow('Ctrl-C');
  expect(process.listenerCount('SIGINT')).toBe(before);
});

it('a question that is wider than the terminal is folded at words', async () => {
  const { prompter, shown, type } = terminal(30);
  const asked = prompter.ask('leave? l leave and resume later, a abort and write the row, Enter stay > ');
  await vi.waitFor(() => expect(shown()).toContain('stay > '));
  expect(shown()).toMatch(/leave\? l leave and resume\r?\n {2}later, a abort and write\r?\n {2}the row, Enter stay > /);
  type('a\n');
  expect(await asked).toBe('a');
});

it('what comes while a question stands open is shown above it, and what was typed stays', async () => {
  const { prompter, shown, type } = terminal(30);
  const question = 'Enter run, e edit, s skip, ? more, q quit > ';
  const asked = prompter.ask(question);
  await vi.waitFor(() => expect(shown()).toContain('quit > '));
  type('no');
  await vi.waitFor(async () => expect((await screen(shown(), 30)).at(-1)).toBe('  more, q quit > no'));
  prompter.writeAside('message to ops sent\n');
  prompter.writeAside(Buffer.from('output without an end'));
  expect(await screen(shown(), 30)).toEqual(['message to ops sent', 'output without an end', 'Enter run, e edit, s skip, ?', '  more, q quit > no']);
  type('w\n');
  expect(await asked).toBe('now');
});

it('a secret is asked for again without what was typed, and nothing is drawn again where no question stands open', async () => {
  const { prompter, shown, type } = terminal();
  prompter.writeAside('before\n');
  expect(shown()).toBe('before\n');
  const asked = prompter.askSecret('token');
  await vi.waitFor(() => expect(shown()).toContain('token (not shown): '));
  type('hunter');
  prompter.writeAside('message to ops sent\n');
  expect(await screen(shown(), 80)).toEqual(['before', 'message to ops sent', 'token (not shown): ']);
  type('2\n');
  expect(await asked).toBe('hunter2');
});

/** The lines of a terminal that was shown this. */
async function screen(text: string, cols: number): Promise<readonly string[]> {
  const shown = new xterm.Terminal({ cols, rows: 24, convertEol: true, allowProposedApi: true });
  await new Promise<void>((done) => shown.write(text, done));
  const lines = Array.from({ length: 24 }, (_, row) => shown.buffer.active.getLine(row)?.translateToString(true) ?? '');
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}
