import { describe, expect, it } from 'vitest';
import { whoMay } from '../../../src/mcp/replies/policy.ts';
import type { AgentReply } from '../../../src/mcp/replies/reply-schema.ts';
import type { Effect } from '../../../src/model/index.ts';
import type { Ask, Prompt, RunPiece } from '../../../src/walk/index.ts';

const CODE: Readonly<Record<Effect, string>> = { reads: 'cat notes', changes: 'mkdir x', unknown: './fix.sh', destroys: 'rm -r x' };
const at = { id: 'p-1', step: 's', piece: 0, title: 'A step', section: [], line: 1, position: 1, of: 1 };
const AT_EASE = { yes: false, why: '' };
const IN_PRODUCTION = { yes: true, why: 'the target shop-prod' };

function piece(effect: Effect, over: Partial<RunPiece> = {}): RunPiece {
  return { kind: 'run-piece', ...at, code: CODE[effect], original: null, replaced: [], effect, effectWord: null, on: null, target: null, production: AT_EASE, context: [], contextChanged: [], missingPrograms: [], callouts: [], unboundHosts: [], interactive: null, follow: null, revealing: null, typedThere: [], expectations: [], attempt: 1, ask: { key: 'enter' }, ...over };
}

const failed = (effect: Effect): Prompt => ({ kind: 'piece-failed', ...at, status: 'failed', exitCode: 1, signal: null, reason: '', checks: [], attempt: 1, effect, retry: { left: 0, everyMs: 0 }, untilItHolds: true, values: [], sections: [] });
const held: Prompt = { kind: 'settle-doubt', ...at, doubts: [{ kind: 'conditional', text: 'if needed', line: 1, answers: ['run', 'skip'] }], code: 'cat notes', on: null };
const interrupted: Prompt = { kind: 'interrupted', ...at, code: 'cat notes', effect: 'reads', effectWord: null, since: '', why: 'cut off', on: null, seen: '' };

const may = (prompt: Prompt, reply: Partial<AgentReply> & Pick<AgentReply, 'kind'>, rules: { readonly allowChanges?: boolean; readonly readOnly?: boolean } = {}, production = AT_EASE): string =>
  whoMay(prompt, { to: 'p-1', ...reply } as AgentReply, { rules: { allowChanges: false, readOnly: false, ...rules }, production: () => production }).may;

describe('who may let a piece run', () => {
  it.each([
    ['reads', 'agent', 'agent', 'agent', 'agent'],
    ['changes', 'person', 'agent', 'agent', 'nobody'],
    ['unknown', 'person', 'agent', 'person', 'nobody'],
    ['destroys', 'person', 'person', 'person', 'nobody'],
  ] as const)('%s: %s by default, %s with --allow changes, %s of them in production, %s with --read-only', (effect, byDefault, allowed, production, readOnly) => {
    expect(may(piece(effect), { kind: 'run' })).toBe(byDefault);
    expect(may(piece(effect), { kind: 'run' }, { allowChanges: true })).toBe(allowed);
    expect(may(piece(effect), { kind: 'run' }, { allowChanges: true }, IN_PRODUCTION)).toBe(production);
    expect(may(piece(effect), { kind: 'run' }, { readOnly: true })).toBe(readOnly);
  });

  it('goes by what runs, where a value made more of it than was read', () => {
    expect(may(piece('reads', { code: 'kubectl delete pod web' }), { kind: 'run' }, { allowChanges: true })).toBe('person');
  });

  it('leaves to a person whatever the walk asks more than Enter for, a terminal, and secrets', () => {
    const ask: Ask = { key: 'y', why: 'db.example may not belong to shop-staging' };
    expect(may(piece('reads', { ask }), { kind: 'run' }, { allowChanges: true })).toBe('person');
    for (const over of [{ interactive: 'psql' }, { revealing: 'env' }]) {
      expect(whoMay(piece('reads', over), { kind: 'run', to: 'p-1' }, { rules: { allowChanges: true, readOnly: false }, production: () => AT_EASE })).toMatchObject({ may: 'person', terminal: true });
    }
  });
});

describe('who may go on', () => {
  it('settling a doubt counts as unknown, leaving the piece out does not', () => {
    expect([may(held, { kind: 'settle', answer: 'run' }), may(held, { kind: 'settle', answer: 'run' }, { allowChanges: true }), may(held, { kind: 'settle', answer: 'run' }, { allowChanges: true }, IN_PRODUCTION)]).toEqual(['person', 'agent', 'person']);
    expect(may(held, { kind: 'settle', answer: 'skip' })).toBe('agent');
  });

  it('so do leaving steps out and going on although one failed', () => {
    for (const [prompt, reply] of [[failed('reads'), { kind: 'accept' }], [failed('reads'), { kind: 'skip' }], [held, { kind: 'go-to' }]] as const) {
      expect([may(prompt, reply), may(prompt, reply, { allowChanges: true }), may(prompt, reply, { allowChanges: true }, IN_PRODUCTION), may(prompt, reply, { readOnly: true })]).toEqual(['person', 'agent', 'person', 'agent']);
    }
    expect(may(piece('destroys'), { kind: 'skip' })).toBe('agent');
  });

  it('a further try is as the first; what was interrupted is a person’s', () => {
    expect([may(failed('reads'), { kind: 'retry' }), may(failed('changes'), { kind: 'retry' }), may(failed('unknown'), { kind: 'until-it-holds' }, { allowChanges: true }, IN_PRODUCTION)]).toEqual(['agent', 'person', 'person']);
    for (const kind of ['retry', 'ran', 'skip'] as const) expect(may(interrupted, { kind }, kind === 'skip' ? {} : { allowChanges: true })).toBe('person');
  });

  it('filled cells of the row stand', () => {
    const row: Prompt = { kind: 'record-row', id: 'p-1', path: 'x.md', columns: ['Operator', 'Ticket'], cells: [{ column: 'Operator', value: 'bot (agent)', open: false, suggestions: [], above: '' }, { column: 'Ticket', value: '—', open: true, suggestions: [], above: '' }], unknown: [], unsaid: false };
    expect(may(row, { kind: 'write', cells: ['bot (agent)', 'OPS-1'] })).toBe('agent');
    expect(may(row, { kind: 'write', cells: ['kim', 'OPS-1'] })).toBe('nobody');
    expect(may(row, { kind: 'write', cells: [] })).toBe('nobody');
  });
});
