/** The same function, called once for each path; its values are kept for as long as it is. */
export function remembered<Value>(read: (path: string) => Value): (path: string) => Value {
  const values = new Map<string, Value>();
  return (path) => {
    const known = values.get(path);
    if (known !== undefined) return known;
    const value = read(path);
    values.set(path, value);
    return value;
  };
}
