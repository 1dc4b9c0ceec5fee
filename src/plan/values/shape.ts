/** The build of a value: `v84` and `v430` are `v0`, `main-abc123` is `a-x`; a word alone has no shape. */
export function shapeOf(text: string): string | null {
  const tokens = text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? [];
  if (text.length > 120 || tokens.length > 15 || /\s/.test(text)) return null;
  const shape = tokens.map(tokenShape).join('');
  return /^a?$/.test(shape) ? null : shape;
}

/** Whether two values are built alike, so that one may stand where the other did. */
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
