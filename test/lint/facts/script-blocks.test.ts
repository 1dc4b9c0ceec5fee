import { describe, expect, it } from 'vitest';
import { wouldRun } from '../../../src/lint/facts/index.ts';
import { readDocument } from '../../../src/lint/lint.ts';
import { parseRunbook } from '../../../src/parse/index.ts';
import { DEFAULT_LINT_OPTIONS } from '../../../src/settings/index.ts';

const block = (code: string, label = 'bash'): string => `\`\`\`${label}\n${code}\n\`\`\`\n\n`;
const CLEAN = block('kubectl get pods');
const PROMPTED = block('$ kubectl get pods');
const read = (body: string) => readDocument(parseRunbook(`# Pods restart\n\n${body}`, 'runbooks/a.md'), DEFAULT_LINT_OPTIONS).reading;

it.each([
  ['kubectl get pods', true],
  ['lrwxrwxrwx 1 root root 7 bin -> usr/bin', true],
  ['steps: build => deploy', true],
  ['web-0   1/1   Running   <none>   worker', false],
  ['10.0.0.7', false],
  ['"a > b" is false', false],
  ['Name:  web', false],
])('a line of output %j does something where it is pasted: %s', (line, runs) => expect(wouldRun(line)).toBe(runs));

describe('what teams do with the prompts of blocks labelled as a script', () => {
  const kept = (body: string) => read(body).habits.filter(({ rule }) => rule === 'prompt-in-fence').map((habit) => habit.kept);

  it.each([
    ['all without', CLEAN, [true]],
    ['a third of them with', CLEAN + PROMPTED + CLEAN, [true]],
    ['half of them with', CLEAN + PROMPTED, [false]],
    ['none labelled so', block('$ kubectl get pods', 'console'), []],
  ])('%s', (_, body, habit) => expect(kept(body)).toEqual(habit));
});

it('output that would run is told whatever others do, other output only where they keep it out', () => {
  const habits = (output: string) => read(block(`$ ls -l /\n${output}`)).findings.filter(({ rule }) => rule === 'mixed-output').map(({ habit }) => habit ?? false);
  expect(habits('total 68')).toEqual([true]);
  expect(habits('lrwxrwxrwx 1 root root 7 bin -> usr/bin')).toEqual([false]);
});
