import type { Callout } from '../../model/index.ts';

/** Signs before the words, as characters or as a forge writes them: `⚠️`, `:warning:`. */
const SIGNS = /^(?:(?::[a-z][a-z_]*:|\p{Extended_Pictographic}\uFE0F?)\s*)+(?=\S)/u;

/** What a callout says, without the sign and the label that say its kind once more: `**Warning** This takes the site down`, `:warning: Note: …`. */
export function calloutText({ severity, text }: Pick<Callout, 'severity' | 'text'>): string {
  return text.replace(SIGNS, '').replace(label(severity), '').replace(SIGNS, '');
}

function label(severity: Callout['severity']): RegExp {
  const [first = ''] = severity;
  // The word may be written as it likes; the sentence after it begins with a capital, or behind a mark.
  return new RegExp(`^(?:${first}|${first.toUpperCase()})(?:${severity.slice(1)}|${severity.slice(1).toUpperCase()})(?:\\s*(?!:[a-z][a-z_]*:)[:!.—–-]+\\s*(?=\\S)|\\s+(?=\\p{Lu}|:[a-z]|\\p{Extended_Pictographic}))`, 'u');
}
