import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { enterPressed } from '../../src/tui/keyboard.ts';

/** Whether a key ends the wait for Enter. */
async function goesOn(key: string): Promise<boolean> {
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => stdin }) as unknown as NodeJS.ReadStream & PassThrough;
  let end = (): void => undefined;
  const until = new Promise<void>((done) => (end = done));
  let went = false;
  const waited = enterPressed(stdin, { ask: () => void setImmediate(() => stdin.write(key)), until }).then(() => (went = true));
  await pause(150);
  const before = went;
  end();
  await waited;
  return before;
}

it.each([['Enter', '\r'], ['Ctrl-C', '\u0003'], ['Ctrl-D', '\u0004'], ['Esc', '\u001b'], ['q', 'q']])('%s goes on', async (_, key) => expect(await goesOn(key)).toBe(true));

it.each([['an arrow', '\u001b[A'], ['a page key, pressed to look further up', '\u001b[5~'], ['what the terminal answers', '\u001bP1$r2 q\u001b\\'], ['another key', 'x']])('%s does not', async (_, key) => expect(await goesOn(key)).toBe(false));
