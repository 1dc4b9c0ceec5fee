import { describe, expect, it } from 'vitest';
import type { RunState } from '../../../src/events/index.ts';
import { askFor } from '../../../src/walk/asking/ask.ts';

const what = { step: 'a-1', effect: 'destroys', effectWord: 'stop', target: 'logs-staging', production: { yes: false, why: '' }, unboundHosts: ['esd2'], attempt: 1 } as Parameters<typeof askFor>[1];
const state = { confirmed: [] as readonly unknown[] } as RunState;

describe('what is asked before a piece that names a host of another target', () => {
  it('says so where it destroys', () => {
    expect(askFor(state, what)).toEqual({ key: 'word', word: 'logs-staging', why: 'stop destroys or overwrites, and esd2 may not belong to logs-staging' });
    expect(askFor(state, { ...what, unboundHosts: [] })).toEqual({ key: 'word', word: 'logs-staging', why: 'stop destroys or overwrites' });
  });
  it('says so where nobody knows what it does in production', () => {
    expect(askFor(state, { ...what, effect: 'unknown', effectWord: 'fix.sh', target: 'logs-live', production: { yes: true, why: 'logs-live' } })).toEqual({ key: 'y', why: "unknown what fix.sh does, and logs-live is production, and esd2 may not belong to logs-live" });
  });
  it('is said alone where it reads', () => expect(askFor(state, { ...what, effect: 'reads' })).toEqual({ key: 'y', why: 'esd2 may not belong to logs-staging' }));
});
