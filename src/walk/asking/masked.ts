const MASK = '***';

/** Masks the secrets in every string of a value. */
export function maskAll<T>(value: T, mask: (text: string) => string): T {
  if (typeof value === 'string') return mask(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => maskAll(item, mask)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]: [string, unknown]) => [name, maskAll(item, mask)])) as T;
}

/** An edited text with its secrets back in place; `null` if a mask was added or removed. */
export function unmasked(edited: string, own: string, mask: (text: string) => string): string | null {
  const secrets = hiddenIn(own, mask(own));
  const parts = edited.split(MASK);
  if (secrets.length === 0) return edited;
  if (parts.length - 1 !== secrets.length) return null;
  return parts.map((part, index) => `${index === 0 ? '' : (secrets[index - 1] ?? '')}${part}`).join('');
}

/** The secrets behind the masks of a text, in order. */
function hiddenIn(own: string, masked: string): readonly string[] {
  if (own === masked) return [];
  const [first = '', ...rest] = masked.split(MASK);
  const secrets: string[] = [];
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const next = index === rest.length - 1 ? own.length - part.length : own.indexOf(part, at);
    secrets.push(own.slice(at, next));
    at = next + part.length;
  }
  return secrets;
}
