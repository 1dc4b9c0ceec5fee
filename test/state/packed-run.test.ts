import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { packRun, unpackRun } from '../../src/state/index.ts';

const run = { id: '20261128-101112123-abcd', runbook: 'docs/r.md', files: { 'events.ndjson': Buffer.from('{}\n'), 'output/steps-1.0.1.log': Buffer.from([0, 255, 10]) } };

it('comes back as it was packed', () => expect(unpackRun(packRun(run))).toEqual({ ok: true, run }));

it('with any byte changed, cut or added it is refused', () => {
  const packed = packRun(run);
  fc.assert(fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), fc.constantFrom('change', 'cut', 'add'), (at, by, how) => {
    const bytes = Buffer.from(packed);
    bytes[at] = (bytes[at]! + by) % 256;
    const damaged = how === 'change' ? bytes : how === 'cut' ? packed.subarray(0, at) : Buffer.concat([packed, Buffer.from([by])]);
    expect(unpackRun(damaged).ok).toBe(false);
  }), { numRuns: 100 });
});

it.each([
  ['a path out of the folder', { ...run, files: { ...run.files, '../../evil': Buffer.from('x') } }],
  ['a file that runs have none of', { ...run, files: { ...run.files, 'shell/piece/prelude': Buffer.from('x') } }],
  ['an id that is none', { ...run, id: '../20261128' }],
  ['no journal', { ...run, files: { 'runbook.md': Buffer.from('x') } }],
])('%s is refused', (_, other) => expect(unpackRun(packRun(other))).toEqual({ ok: false, reason: 'it is not what runbook packs' }));

it('what unfolds to more than may be is refused', () => {
  const body = gzipSync(Buffer.alloc(20_000));
  expect(unpackRun(Buffer.concat([Buffer.from(`runbook-run 1 ${createHash('sha256').update(body).digest('hex')}\n`), body]), 10_000)).toEqual({ ok: false, reason: 'it is not what runbook packs' });
});
