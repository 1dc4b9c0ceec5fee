import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Redactor } from '../../src/events/index.ts';

function redactorOf(...secrets: readonly string[]): Redactor {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor;
}

/** What is shown of a text that comes in chunks of these sizes. */
function shown(redactor: Redactor, text: string, sizes: readonly number[]): string[] {
  const stream = redactor.stream();
  const bytes = Buffer.from(text);
  const parts: string[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    parts.push(stream.push(bytes.subarray(at, at + size)).toString());
    at += size;
  }
  return [...parts, stream.end().toString()];
}

test('what may begin a secret waits for the next byte, and no longer', () => {
  expect(shown(redactorOf('hunter2'), 'say hun', [])).toEqual(['say ', 'hun']);
  expect(shown(redactorOf('hunter2'), 'say hunter2!', [8])).toEqual(['say ', '***!', '']);
  expect(shown(redactorOf('hunter2'), 'say hunting', [8])).toEqual(['say ', 'hunting', '']);
});

test('what is left of a secret whose program was ended is hidden', () => {
  expect(shown(redactorOf('hunter2-and-more'), 'say hunter2-an', [8]).join('')).toBe('say ***');
});

test('of secrets that begin alike the longer one is hidden whole', () => {
  expect(shown(redactorOf('secret', 'secret-and-more'), 'a secret-and-more b secret c', [9]).join('')).toBe('a *** b *** c');
});

test('each line of a secret of several lines is hidden', () => {
  expect(redactorOf('-----BEGIN KEY\nabcdefgh\n').redact('x abcdefgh y')).toBe('x *** y');
});

test('a short value is not hidden, and says so', () => {
  const redactor = new Redactor();
  expect(redactor.add('12345')).toBe(false);
  expect(redactor.redact('12345')).toBe('12345');
});

test('bytes that are no text pass as they are', () => {
  const stream = redactorOf('hunter2').stream();
  const bytes = Buffer.from([0, 255, 254, 10]);
  expect(Buffer.concat([stream.push(bytes), stream.end()])).toEqual(bytes);
});

test('no secret is shown and nothing else is lost, wherever chunks are cut', () => {
  const secret = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 6, maxLength: 9 });
  const noise = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), fc.array(noise, { maxLength: 5 }), fc.array(fc.nat(20), { maxLength: 30 }), (secrets, noises, sizes) => {
      const redactor = redactorOf(...secrets);
      const text = noises.flatMap((part, index) => [part, secrets[index % secrets.length] ?? '']).join('');
      const parts = shown(redactor, text, sizes);
      for (const value of secrets) expect(parts.join('')).not.toContain(value);
      for (const part of parts) expect(part).not.toContain('\uFFFD');
      // What stands between the masks stood there before, in this order.
      let at = 0;
      for (const kept of parts.join('').split('***')) {
        const found = text.indexOf(kept, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + kept.length;
      }
    }),
    { numRuns: 100 },
  );
});
