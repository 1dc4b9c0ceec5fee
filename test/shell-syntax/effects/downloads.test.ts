import { expect, test } from 'vitest';
import { strongestEffect } from '../../../src/model/index.ts';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';

const effectOf = (interpreter: string): string => strongestEffect(analyzeShell(`curl -s https://shop.test/x | ${interpreter}`).effects)?.effect ?? 'reads';

test.each(['bash', 'bash -e', 'sh -s -- --yes', 'sudo bash', 'python3', 'python3 -', 'perl', 'node'])('what is downloaded runs: %s', (interpreter) => expect(effectOf(interpreter)).toBe('destroys'));
test.each([["python3 -c 'print(1)'", 'unknown'], ["node -e 'x()'", 'unknown'], ["perl -ne 'print'", 'unknown'], ['python3 report.py', 'unknown'], ['python3 -m json.tool', 'reads'], ["bash -ec 'cat'", 'reads']])('it is data where the code is given: %s', (interpreter, effect) =>
  expect(effectOf(interpreter)).toBe(effect));
