/** Called with what happens; the teller waits for a promise that it returns. */
export type Listener<T> = (what: T) => void | Promise<void>;

/** Those who are told what happens. */
export class Listeners<T> {
  private readonly all = new Set<Listener<T>>();

  /** Adds one; returns how to take it away. */
  add(listener: Listener<T>): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  /** Tells all of them at once; returns a promise only if one of them makes the teller wait, which with most output none does. */
  tell(what: T): Promise<void> | undefined {
    let waits: Promise<void>[] | null = null;
    for (const listener of this.all) {
      const wait = listener(what);
      if (wait !== undefined) (waits ??= []).push(wait);
    }
    return waits === null ? undefined : Promise.all(waits).then(() => undefined);
  }
}
