import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/lint/index.ts';
import { applyFixes } from '../../src/lint/fixing/fix.ts';
import { lintExample } from './lint-example.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { docs, severity, fixable }) => {
  const on = { severities: { [id]: severity } };
  test('speaks of the bad example, at its severity and inside the file', () => {
    const findings = lintExample(docs.bad, on).filter(({ rule }) => rule === id);
    expect(findings).not.toEqual([]);
    for (const finding of findings) {
      expect(finding.severity).toBe(severity);
      expect(finding.span.end.offset).toBeLessThanOrEqual(docs.bad.text.length);
      expect(finding.message).not.toMatch(/undefined|null|\[object/);
    }
  });

  test('has nothing to say of the good example', () => {
    expect(lintExample(docs.good, on).filter(({ rule }) => rule === id)).toEqual([]);
  });

  test('is documented in a sentence and a reason', () => {
    expect(docs.why.length).toBeGreaterThan(60);
  });

  if (fixable === true) {
    test('is gone from the bad example after its repair, which a second repair leaves alone', () => {
      const fixed = applyFixes(docs.bad.text, lintExample(docs.bad, on));
      expect(fixed.count).toBeGreaterThan(0);
      const again = lintExample({ ...docs.bad, text: fixed.text }, on);
      expect(again.filter(({ rule, fix }) => rule === id && fix !== undefined)).toEqual([]);
      expect(applyFixes(fixed.text, again.filter(({ rule }) => rule === id))).toEqual({ text: fixed.text, count: 0 });
    });
  } else {
    test('repairs nothing', () => {
      expect(lintExample(docs.bad, on).filter(({ rule, fix, inEditor }) => rule === id && fix !== undefined && inEditor !== true)).toEqual([]);
    });
  }
});

test('rule ids are unique and in kebab case', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
});
