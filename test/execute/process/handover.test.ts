import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Handover } from '../../../src/execute/process/handover.ts';

const END = '\0end\0';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** A pipe that stays open, as where a child of the program still has it. */
async function handOver(chunks: readonly string[], most = 100): Promise<{ readonly text: string; readonly tooLong: boolean; readonly waited: boolean }> {
  const pipe = new PassThrough();
  const handover = new Handover(pipe, most, END);
  for (const chunk of chunks) {
    pipe.write(chunk);
    await new Promise((resolve) => setImmediate(resolve));
  }
  let waited = true;
  const rest = handover.rest();
  void rest.then(() => (waited = false));
  await new Promise((resolve) => setImmediate(resolve));
  const waits = waited;
  vi.runAllTimers();
  const { bytes, tooLong } = await rest;
  return { text: bytes.toString(), tooLong, waited: waits };
}

it.each([[['a\nb', END]], [['a\nb\0e', 'nd\0']], [[`a\nb${END}`]], [['a', '\n', 'b\0', 'end\0']]])('is complete with its last word, wherever that is cut: %j', async (chunks) => {
  expect(await handOver(chunks)).toEqual({ text: `a\nb${END}`, tooLong: false, waited: false });
});

it('waits for the rest where the last word did not come', async () => {
  expect(await handOver(['a\nb\0', 'end'])).toEqual({ text: 'a\nb\0end', tooLong: false, waited: true });
});

it('keeps nothing of what is more than the limit', async () => {
  expect(await handOver(['x'.repeat(60), 'x'.repeat(60)])).toMatchObject({ text: '', tooLong: true });
});
