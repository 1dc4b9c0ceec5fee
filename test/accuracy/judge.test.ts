import { describe, expect, it } from 'vitest';
import { judge, placeOf } from './judge.ts';
import type { Judgement } from './mark.ts';
import { readAnswer } from './read-answer.ts';
import { readingOf, type StepWords } from './reading.ts';

type Piece = Readonly<Record<string, unknown>>;

function judged(yaml: string, pieces: readonly Piece[], rest: Piece = {}, words: StepWords = { own: '', all: '' }): Judgement {
  const steps = pieces.map((piece, index) => ({ id: `s-${index}`, kind: 'command', title: 'A step', line: 7, included: true, pieces: [piece] }));
  return judge(readAnswer(yaml), readingOf({ steps, ...rest }, new Map([['s-0', words]])), placeOf('a/b', 'first\nrm -r x\nlast'));
}

function wrong({ marks }: Judgement): readonly string[] {
  return marks.filter(({ right }) => !right).map(({ kind, line, wanted, found }) => `${line} ${kind}: ${wanted} / ${found}`);
}

function findings({ findings: all }: Judgement): readonly string[] {
  return all.map(({ kind, text }) => `${kind}: ${text}`);
}

const DESTROYS = 'steps: [{command: rm -r x, effect: destroys}]';

describe('right and wrong', () => {
  it('finds nothing wrong where all is as the answer has it', () => {
    const judgement = judged(DESTROYS, [{ code: 'rm -r x', effect: 'destroys', on: null, doubts: [] }]);
    expect([wrong(judgement), findings(judgement), judgement.free]).toEqual([[], [], 1]);
  });

  it('takes a field that is absent for wrong', () => {
    expect(wrong(judged(DESTROYS, [{ code: 'rm -r x' }]))).toEqual(['2 effects: destroys / absent']);
  });

  it('counts a missing step, a strange one and one that ought to be none', () => {
    const judgement = judged('steps: [{command: rm -r x}]\nnothing: [pasted]', [{ code: 'strange' }, { code: 'pasted' }]);
    expect(wrong(judgement)).toEqual(['2 steps: a command step / no step', '1 steps: no step / a command step', '7 steps: no step / a command step "A step"']);
  });

  it('takes a command that was read as a step by hand for wrong once', () => {
    const steps = [{ id: 's-0', kind: 'manual', title: 'Run rm -r x', line: 7, included: true, pieces: [] }];
    expect(wrong(judged('steps: [{command: rm -r x, effect: destroys, doubts: [gate]}]', [], { steps }))).toEqual(['2 steps: a command step / a manual step']);
  });

  it('knows alternatives and options among doubts, passes over settled ones, and counts a gate apart', () => {
    const held = [{ kind: 'unparsed' }, { kind: 'literal', settledBy: 'pin' }];
    expect(wrong(judged('steps: [{command: x, doubts: [not-a-command|unparsed, gate?]}]', [{ code: 'x', doubts: held }]))).toEqual([]);
    expect(wrong(judged('steps: [{command: x, doubts: [gate]}]', [{ code: 'x', doubts: held }]))).toEqual(['2 gates: gate / unparsed', '2 doubts: none / unparsed']);
  });

  it('judges a check by its words and its kind, and one that nobody wanted', () => {
    const expectations = [{ text: 'up: yes', kind: 'literal' }, { text: 'more', kind: 'judgement' }];
    expect(wrong(judged('steps: [{command: x, expects: [{text: "up: yes", kind: quoted}]}]', [{ code: 'x', expectations }]))).toEqual(['2 expectations: up: yes (quoted) / up: yes (literal)', '2 expectations: none / more (judgement)']);
  });

  it('judges a place by its words', () => {
    const yaml = 'steps: [{command: x, on: web1, doubts: [elsewhere]}]';
    expect(wrong(judged(yaml, [{ code: 'x', on: 'ssh op@web1', doubts: [{ kind: 'elsewhere' }] }]))).toEqual([]);
    expect(wrong(judged(yaml, [{ code: 'x', on: null, doubts: [{ kind: 'elsewhere' }] }]))).toEqual(['2 place: web1 / here']);
  });

  it('takes any of the names of a parameter, whether it is a secret, and its example', () => {
    const yaml = 'parameters: [{name: [tag, good-tag], example: v1}, {name: [TOKEN], secret: true}]';
    const parameters = [{ name: 'good_tag', secret: false, example: 'v1', line: 2 }, { name: 'TOKEN', secret: false, example: null, line: 3 }, { name: 'screen', secret: false, example: null, line: 4 }];
    expect(wrong(judged(yaml, [], { parameters }))).toEqual(['1 parameters: TOKEN, secret / TOKEN', '4 parameters: none / screen']);
  });

  it('judges choices, menus, metadata and targets', () => {
    const yaml = 'alternatives: [[A, B], {menu: true, labels: [C]}]\nmetadata: {last reviewed: 2026-01-02}\ntargets: [one]';
    const rest = { alternatives: [{ sections: ['Option A', 'Option B'] }, { sections: ['C'], menu: true }], metadata: { lastReviewed: '2026-01-02' }, targets: ['one', 'two-*'] };
    expect(wrong(judged(yaml, [], rest))).toEqual([]);
    expect(wrong(judged(yaml, [], {}))).toHaveLength(4);
  });
});

describe('the leading figures', () => {
  it.each([
    ['a weaker effect', DESTROYS, { effect: 'changes' }, 'silent danger: "rm -r x" is read as changes and is destroys'],
    ['no effect at all', DESTROYS, {}, 'silent danger: "rm -r x" is read as reads and is destroys'],
    ['out', 'steps: [{command: rm -r x, out: alternative}]', {}, 'silent danger: "rm -r x" would run and is out'],
    ['held', 'steps: [{command: rm -r x, doubts: [conditional]}]', {}, 'silent danger: "rm -r x" would run and is held: conditional'],
    ['elsewhere', 'steps: [{command: rm -r x, on: web1, doubts: any}]', {}, 'silent danger: "rm -r x" would run here and belongs on web1'],
    ['no step', 'steps: []', {}, 'silent danger: "A step" would run and is no step'],
    ['held for nothing', DESTROYS, { effect: 'destroys', doubts: [{ kind: 'gate' }] }, 'needless doubt: "rm -r x" is held for nothing: gate'],
    ['a label missing', DESTROYS, { effect: 'destroys', doubts: [{ kind: 'not-labelled' }] }, 'needless label: "rm -r x" is held for nothing: not-labelled'],
  ])('says so: %s', (_, yaml, piece, text) => {
    expect(findings(judged(yaml, [{ code: 'rm -r x', ...piece }]))).toEqual([text]);
  });

  it.each([
    ['another doubt than the wanted one', 'steps: [{command: rm -r x, doubts: [conditional]}]', { doubts: [{ kind: 'gate' }] }],
    ['a stronger effect', 'steps: [{command: rm -r x, effect: reads}]', { effect: 'unknown' }],
    ['a doubt that the answer allows', 'steps: [{command: rm -r x, doubts: [gate?]}]', { doubts: [{ kind: 'gate' }] }],
  ])('is content with %s', (_, yaml, piece) => {
    expect(findings(judged(yaml, [{ code: 'rm -r x', ...piece }]))).toEqual([]);
  });

  it('calls lost what is neither a step nor in the prose of one', () => {
    const yaml = 'steps: [{command: one}, {manual: Call the vendor}]';
    expect(findings(judged(yaml, [{ code: 'one' }], {}, { own: '', all: 'Call the vendor first.' }))).toEqual([]);
    expect(findings(judged(yaml, [{ code: 'one' }]))).toEqual(['lost: "Call the vendor" is no step and in no prose of one']);
  });
});

it('refuses an answer with a word that no answer has', () => {
  expect(() => readAnswer('steps: [{command: x, effekt: reads}]')).toThrow('no answer has a "effekt"');
  expect(() => readAnswer('steps: [{command: x, effect: deletes}]')).toThrow('no command has the effect "deletes"');
});
