import { expect, test } from 'vitest';
import type { StepSkipped } from '../../../src/events/index.ts';
import { notRunWords } from '../../../src/print/index.ts';

const skipped: StepSkipped = { type: 'step-skipped', run: 'r', time: '', step: 'do-1', piece: 0, title: 'Clear it', reason: 'x.test belongs to no cell of y', by: 'unbound-host' };

test.each([
  [{}, 'a check did not run: x.test belongs to no cell of y'],
  [{ effect: 'reads', effectWord: 'curl' }, 'a check did not run: x.test belongs to no cell of y'],
  [{ effect: 'destroys', effectWord: 'curl -X DELETE' }, 'a step that destroys something did not run: "Clear it" (curl -X DELETE): x.test belongs to no cell of y'],
  [{ effect: 'unknown', effectWord: './sync.sh' }, 'a step of unknown effect did not run: "Clear it" (./sync.sh): x.test belongs to no cell of y'],
] as const)('%o', (would, said) => expect(notRunWords({ ...skipped, ...would })).toBe(said));
