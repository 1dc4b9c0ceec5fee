import type { Io } from '../../model/index.ts';

/** Whether somebody sits at a terminal and can answer. */
export function canAsk({ stdin, stdout }: Pick<Io, 'stdin' | 'stdout'>): boolean {
  return stdin.isTTY && stdout.isTTY;
}
