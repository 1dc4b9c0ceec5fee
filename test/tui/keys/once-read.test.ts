import { stat } from 'node:fs';
import { expect, it } from 'vitest';
import { onceRead } from '../../../src/tui/keys/once-read.ts';

/** Holds everything up, as a machine under load does. */
function heldUp(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until; );
}

it('comes after what was pressed while the program was held up', async () => {
  const order: string[] = [];
  await new Promise<void>((done) => {
    onceRead(30, () => {
      order.push('counts');
      done();
    });
    stat('.', () => order.push('key'));
    heldUp(80);
  });
  expect(order).toEqual(['key', 'counts']);
});

it('does not come once it was called off, not even at the last moment', async () => {
  let came = false;
  const off = onceRead(5, () => (came = true));
  setTimeout(off, 5);
  // Both are due in one turn of the loop, however long the machine took between them.
  heldUp(20);
  await new Promise((done) => setTimeout(done, 30));
  expect(came).toBe(false);
});
