/** Caches what was made from an object for a width, as long as the object lives. Only one width at a time, since a screen has one. */
export class ByWidth<K extends object, V> {
  private readonly kept = new WeakMap<K, { readonly key: string; readonly value: V }>();

  get(of: K, key: string, make: () => V): V {
    const known = this.kept.get(of);
    if (known?.key === key) return known.value;
    const value = make();
    this.kept.set(of, { key, value });
    return value;
  }
}
