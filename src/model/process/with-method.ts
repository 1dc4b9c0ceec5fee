/** A stream or the like with one method of its own; everything else is its. */
export function withMethod<T extends object, K extends keyof T>(of: T, name: K, method: T[K]): T {
  return new Proxy(of, {
    get: (_, key) => {
      if (key === name) return method;
      const value: unknown = Reflect.get(of, key, of);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}
