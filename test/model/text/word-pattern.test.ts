import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningWith, having, oneOf } from '../../../src/model/text/index.ts';
import { patternsWithWords } from '../../../src/model/text/word-pattern.ts';
// The patterns are made when their modules are loaded.
import '../../../src/lint/index.ts';
import '../../../src/parse/index.ts';

const MADE = patternsWithWords().slice();

describe('a pattern that is tried only where one of its words stands', () => {
  const drained = having('drain|cordon', /\b(?:drain|cordon)(?<end>ed|ing)?\b/i);

  it('finds what the pattern alone finds', () => {
    expect(drained.exec('Node DRAINED.')?.groups?.['end']).toBe('ED');
    expect(drained.exec('a cordoned node')?.index).toBe(2);
    expect(drained.without('a cordoned node')).toBe('a  node');
    expect(drained.test('a node')).toBe(false);
  });

  it('goes by the first word where a match stands at the beginning', () => {
    const order = beginningWith('ask|tell', /^(?:please\s+)?(?:ask|tell)\b/i);
    expect(['Ask the lead', 'please  tell them', 'Task', 'They tell you'].map((text) => order.test(text))).toEqual([true, true, false, false]);
  });

  it('is one of several, of which the match that begins first counts', () => {
    const either = oneOf(drained, having('node', /\bnodes? \w+/i));
    expect(either.exec('a node drained')?.[0]).toBe('node drained');
    expect(either.exec('drain a node first')?.[0]).toBe('drain');
    expect(either.test('a pod')).toBe(false);
  });

  it('is found everywhere', () => {
    const each = having('node', /\bnodes?\b/gi);
    expect(each.all('a node, two Nodes').map(({ index }) => index)).toEqual([2, 12]);
    expect(each.all('a pod')).toEqual([]);
  });
});

describe('the words of a pattern', () => {
  const patterns = MADE.map((pattern) => [pattern.pattern.source.slice(0, 60), pattern] as const);

  it('are given for many', () => expect(patterns.length).toBeGreaterThan(150));

  it.each(patterns)('stand in each text that matches: %s', (_, words) => {
    const { pattern } = words;
    const plain = new RegExp(pattern.source, pattern.flags.replace('g', ''));
    fc.assert(fc.property(fc.stringMatching(withoutLooks(pattern.source)), (text) => {
      if (plain.test(text)) expect(words.mayMatch(text)).toBe(true);
    }), { numRuns: 300, seed: 1 });
  });
});

/** A pattern of which texts can be made: what looks ahead or behind, or for the edge of a word, is left out; a quoted mark ends in the mark that it can begin with. */
function withoutLooks(source: string): RegExp {
  let left = source.replace(/\\[bB]/g, '').replace(/\\k<\w+>/g, '`').replace(/\\p\{[^}]*\}/gu, 'a').replace(/\(\?<\w+>/g, '(');
  for (let at = left.search(/\(\?<?[=!]/); at >= 0; at = left.search(/\(\?<?[=!]/)) left = left.slice(0, at) + left.slice(closing(left, at) + 1).replace(/^[?*+]/, '');
  return new RegExp(left);
}

/** Where a group that begins there ends. */
function closing(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') at = source.indexOf(']', at + (source[at + 1] === ']' ? 2 : 1));
    else if (source[at] === '(') depth++;
    else if (source[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`no end: ${source}`);
}
