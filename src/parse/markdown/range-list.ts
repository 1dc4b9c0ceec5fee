import { type CodeRange, firstIndex } from '../../model/index.ts';

/** Ranges in order that do not meet: the first to come stays. */
export class RangeList<T extends CodeRange> {
  private readonly list: T[] = [];

  /** Adds a range unless it meets one that is there; says whether it was added. */
  add(range: T): boolean {
    const at = this.indexAfter(range.start);
    if (this.meetsAt(at, range)) return false;
    if (at === this.list.length) this.list.push(range);
    else this.list.splice(at, 0, range);
    return true;
  }

  meets(range: CodeRange): boolean {
    return this.meetsAt(this.indexAfter(range.start), range);
  }

  get items(): readonly T[] {
    return this.list;
  }

  private meetsAt(index: number, { start, end }: CodeRange): boolean {
    return (this.list[index]?.start ?? Infinity) < end || (this.list[index - 1]?.end ?? -1) > start;
  }

  /** Index of the first range that starts at a place or after it. */
  private indexAfter(start: number): number {
    return firstIndex(this.list, (range) => range.start >= start);
  }
}
