import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LentTerminal } from '../../../src/execute/session/lent-terminal.ts';

it('is a step\'s until a moment after the step has ended, and not while the operator reads what it wrote', async () => {
  const seen: boolean[] = [];
  const terminal: LentTerminal = new LentTerminal({
    async handOver(work) {
      await work();
      seen.push(terminal.isGiven);
      await pause(150);
      seen.push(terminal.isGiven);
    },
  });
  await terminal.handOver(async () => void seen.push(terminal.isGiven));
  expect(seen).toEqual([true, true, false]);
});

it('is nobody\'s once it is back, also where it could not be given', async () => {
  const terminal = new LentTerminal({ handOver: () => Promise.reject(new Error('closed')) });
  await expect(terminal.handOver(async () => undefined)).rejects.toThrow('closed');
  expect(terminal.isGiven).toBe(false);
});
