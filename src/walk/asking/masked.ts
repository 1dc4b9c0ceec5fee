import { MASK } from '../../events/index.ts';

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
