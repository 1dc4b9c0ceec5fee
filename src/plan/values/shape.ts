/** The shape of a value: `v0` for `v84` and `v430`, `a-x` for `main-abc123`; a plain word has none. */
export function shapeOf(text: string): string | null {
  const tokens = text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  if (text.length > 120 || tokens.length > 15 || /\s/.test(text)) return null;
  const shape = tokens.map(tokenShape).join('');
  return /^a?$/.test(shape) ? null : shape;
}

/** Whether two values have the same shape, so that one may replace the other. */
export function sameShape(a: string, b: string): boolean {
  const shape = shapeOf(a);
  return shape !== null && shape === shapeOf(b);
}

function tokenShape(token: string): string {
  if (!/[\p{L}\p{N}]/u.test(token)) return token;
  if (/^\d{1,9}$/.test(token)) return '0';
  if (/^[0-9a-f]{6,64}$/i.test(token) && /\d/.test(token)) return 'x';
  const numbered = /^(\p{L}{1,4})\d+$/u.exec(token);
  if (numbered !== null) return `${(numbered[1] ?? '').toLowerCase()}0`;
  return /\d/.test(token) ? 'x' : 'a';
}
