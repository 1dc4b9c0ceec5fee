import type { Callout } from '../../model/index.ts';

/** What a callout says, without the label that says its kind once more: `**Warning** This takes the site down`, `Note: …`. */
export function calloutText({ severity, text }: Pick<Callout, 'severity' | 'text'>): string {
  if (!text.toLowerCase().startsWith(severity)) return text;
  const rest = text.slice(severity.length);
  const said = /^\s*[:!.—–-]+\s*(?=\S)|^\s+(?=\p{Lu})/u.exec(rest);
  return said === null ? text : rest.slice(said[0].length);
}
