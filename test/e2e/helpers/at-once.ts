import { AsyncLocalStorage } from 'node:async_hooks';
import { it, onTestFinished } from 'vitest';

type Cleanup = () => void;

const own = new AsyncLocalStorage<(cleanup: Cleanup) => void>();

/** Does this when the test that asks for it ends, also where several run at once. */
export function whenDone(cleanup: Cleanup): void {
  (own.getStore() ?? onTestFinished)(cleanup);
}

/** A test that runs beside its neighbours: one that mostly waits (for a key to count, for a screen) leaves them the time. */
export function itAtOnce(name: string, test: () => Promise<void>, timeoutMs?: number): void {
  it.concurrent(name, ({ onTestFinished: finished }) => own.run(finished, test), timeoutMs);
}
