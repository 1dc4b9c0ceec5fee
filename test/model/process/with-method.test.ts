import { expect, it } from 'vitest';
import { withMethod } from '../../../src/model/index.ts';

it('has one method of its own, and the others with what they belong to', () => {
  class Counter {
    #count = 2;
    count = (): number => this.#count;
    add(by: number): void {
      this.#count += by;
    }
    label(): string {
      return `at ${this.#count}`;
    }
  }
  const counter = new Counter();
  const twice = withMethod(counter, 'add', (by) => counter.add(2 * by));
  twice.add(3);
  expect([twice.label(), counter.label(), twice.count()]).toEqual(['at 8', 'at 8', 8]);
});
