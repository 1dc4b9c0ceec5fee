/** A copy of a value in which each text, wherever it is, has been changed; `field` is the name of the field that it is in. With `name`, so are the names of the fields. */
export function eachText<T>(value: T, change: (text: string, field: string) => string, name: (name: string) => string = (same) => same): T {
  const changed = (some: unknown, field: string): unknown => {
    if (typeof some === 'string') return change(some, field);
    if (Array.isArray(some)) return some.map((item: unknown) => changed(item, field));
    if (typeof some !== 'object' || some === null || some instanceof Date || some instanceof Uint8Array) return some;
    return Object.fromEntries(Object.entries(some).map(([key, item]: [string, unknown]) => [name(key), changed(item, key)]));
  };
  return changed(value, '') as T;
}
