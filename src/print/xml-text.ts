import { inertLines, visible } from '../model/index.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML 1.0, which has no place for most control characters, in a log whose reader may obey lines. */
export function xmlText(text: string): string {
  return inertLines(visible(text), false).replace(/[\ufffe\uffff]/g, '\u{fffd}').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
