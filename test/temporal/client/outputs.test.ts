import { expect, it } from 'vitest';
import { Outputs } from '../../../src/temporal/client/outputs.ts';

const at = { step: 's', piece: 0, attempt: 1 };
const event = (text: string, before: number): Parameters<Outputs['heard']>[0] => ({ type: 'output', time: '', run: 'r', ...at, stream: 'stdout', text, at: before });

it('each character is told once, by heartbeats while it runs and by the events after', () => {
  const outputs = new Outputs();
  expect(outputs.fresh({ ...at, tail: 'one\n', total: 4 })).toBe('one\n');
  expect(outputs.fresh({ ...at, tail: 'one\ntwo\n', total: 8 })).toBe('two\n');
  expect(outputs.fresh({ ...at, tail: 'one\ntwo\n', total: 8 })).toBe('');
  expect(outputs.heard(event('one\ntwo\nthree\n', 0)).text).toBe('three\n');
  expect(outputs.tail('s', 0)).toBe('one\ntwo\nthree\n');
  expect(outputs.fresh({ ...at, attempt: 2, tail: 'again\n', total: 6 })).toBe('again\n');
});

it('what was too much for a heartbeat is left out, and nothing is told twice', () => {
  const outputs = new Outputs();
  expect(outputs.fresh({ ...at, tail: 'b\nc\n', total: 100 })).toBe('b\nc\n');
  expect(outputs.heard(event('a\nb\nc\n', 94)).text).toBe('');
  expect(outputs.heard(event('d\n', 100)).text).toBe('d\n');
});
