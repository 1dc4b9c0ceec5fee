import { expect, it } from 'vitest';
import { align } from './align.ts';
import { readAnswer } from './read-answer.ts';
import { readingOf } from './reading.ts';

const steps = (yaml: string): ReturnType<typeof readAnswer>['steps'] => readAnswer(yaml).steps;
type Code = string | readonly string[];
const read = (...codes: readonly Code[]): ReturnType<typeof readingOf>['steps'] =>
  readingOf({ steps: codes.map((code, index) => ({ id: `s-${index}`, kind: 'command', included: true, pieces: [code].flat().map((text) => ({ code: text })) })) }, new Map()).steps;
const found = (wanted: ReturnType<typeof steps>, ...codes: readonly Code[]): readonly (readonly string[])[] =>
  align(wanted, read(...codes)).map((pair) => pair.found.map(({ text }) => text));

it('pairs steps by a part of their code, in the order of both', () => {
  expect(found(steps('steps: [{command: get pods}, {command: get pods}]'), 'kubectl get pods -A', 'echo', 'kubectl get pods')).toEqual([['kubectl get pods -A'], ['kubectl get pods']]);
});

it('leaves what was not read without a partner, and does not slip because of it', () => {
  expect(found(steps('steps: [{command: one}, {command: two}, {command: three}]'), 'one', 'three')).toEqual([['one'], [], ['three']]);
});

it('takes the whole code rather than a part of a longer one', () => {
  expect(found(steps('steps: [{command: rm x}]'), 'echo; rm x; echo', 'rm x')).toEqual([['rm x']]);
});

it('judges a step that is wanted whole by all of its pieces', () => {
  expect(found(steps('steps: [{command: drain}]'), ['cordon', 'drain'])).toEqual([['cordon', 'drain']]);
});

it('lets several wanted pieces fall on one that was not cut, and on steps that were made of one block', () => {
  const wanted = steps('steps: [{command: a1, pieces: [{at: a1}, {at: b2}]}]');
  expect(found(wanted, 'a1\nb2')).toEqual([['a1\nb2'], ['a1\nb2']]);
  expect(found(wanted, 'a1', 'b2')).toEqual([['a1'], ['b2']]);
});

it('finds words however they are spaced and marked', () => {
  expect(found(steps('steps: [{command: "Stop  the `web`"}]'), '**Stop** the web')).toEqual([['**Stop** the web']]);
});

it('makes a doubt about pasted output void where the output was taken off', () => {
  const wanted = steps('steps: [{command: list, exactly: list, doubts: [not-a-command]}]');
  const optional = (code: string): readonly boolean[] => align(wanted, read(code)).flatMap(({ piece }) => piece.doubts?.map((doubt) => doubt.optional) ?? []);
  expect([optional('list'), optional('list\nNAME STATE')]).toEqual([[true], [false]]);
});
