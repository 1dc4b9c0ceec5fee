import { inertLines, visible } from '../../model/index.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text escaped for XML 1.0, which does not allow most control characters, and without workflow commands, since the XML may go to a CI log. */
export function xmlText(text: string): string {
  return inertLines(visible(text), false).replace(/[\ufffe\uffff]/g, '\u{fffd}').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
