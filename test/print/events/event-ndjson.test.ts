import { expect, test } from 'vitest';
import { OutputEvent, type RunEvent } from '../../../src/events/index.ts';
import { EventNdjson } from '../../../src/print/index.ts';

const PLACE = { time: '2026-11-23T03:12:00.000Z', run: 'r', step: 'überprüfen-1', piece: 0, attempt: 1, stream: 'stdout' } as const;

/** What is printed while the reader has not taken what came before. */
function printed(events: readonly RunEvent[]): string {
  const written: (string | Uint8Array)[] = [];
  const printer = new EventNdjson((bytes) => written.push(bytes) > 0);
  for (const event of events) printer.print(event);
  return written.map((bytes) => Buffer.from(bytes).toString('utf8')).join('');
}

test.each([
  ['every byte of ASCII', Buffer.from(Array.from({ length: 128 }, (_, code) => code))],
  ['UTF-8', Buffer.from('é ⬢ 🚀 "\\"\n\u2028')],
  ['bytes that are no text', Buffer.from([0x61, 0xff, 0xfe, 0xc3, 0x28, 0x0a])],
  ['nothing', Buffer.alloc(0)],
])('output reads back as it was, and hides nothing: %s', (_, bytes) => {
  const event = new OutputEvent(PLACE, bytes);
  const line = printed([event]);
  expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(event)));
  expect(line).toMatch(/^[^\u0000-\u001f\u007f-\u00a0\u2028]*\n$/);
});

test('a line that is still being written is not written over', () => {
  const events = ['one', 'two', 'a much longer three'].map((text) => new OutputEvent(PLACE, Buffer.from(text)));
  expect(printed(events).trimEnd().split('\n').map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(['one', 'two', 'a much longer three']);
});

test('the buffer is used again once its bytes are gone', () => {
  const buffers = new Set<ArrayBufferLike>();
  const printer = new EventNdjson((bytes, done) => {
    if (typeof bytes !== 'string') buffers.add(bytes.buffer);
    done();
    return true;
  });
  for (let i = 0; i < 5; i++) printer.print(new OutputEvent(PLACE, Buffer.alloc(5000, 120)));
  expect(buffers.size).toBe(1);
});
