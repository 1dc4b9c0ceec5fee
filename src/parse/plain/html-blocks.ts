import { matchAt } from './inline-patterns.ts';
import { giveUp } from './place.ts';

const OPENING = `<[A-Za-z][A-Za-z0-9-]*(?: +[A-Za-z_:][\\w.:-]*(?: *= *(?:"[^"\\r\\n]*"|'[^'\\r\\n]*'|[^\\s"'=<>\`]+))?)* */?>`;
const CLOSING = '</[A-Za-z][A-Za-z0-9-]* *>';

/** A tag that stands in one line. */
export const TAG = new RegExp(`${OPENING}|${CLOSING}`, 'y');
const TAG_ALONE = new RegExp(`(?:${OPENING}|${CLOSING}) *$`, 'y');
const NAME = /<\/?([A-Za-z][A-Za-z0-9-]*)(?=[ >]|\/>|$)/y;
const ADDRESS = /<[A-Za-z][A-Za-z0-9+.-]+[:@]/y;

// CommonMark 0.31, 4.6: what starts a block that ends at a blank line.
const BLOCKS: ReadonlySet<string> = new Set(
  ('address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset ' +
    'h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul').split(' '),
);
const RAW: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

/**
 * What a line starts that begins with `<`: a comment, a block that ends at a blank line, the same that cannot end a paragraph,
 * or `null` where it is text.
 */
export function htmlStart(text: string, at: number, end: number): 'comment' | 'block' | 'tag' | null {
  if (!/[A-Za-z/!?]/.test(text.charAt(at + 1))) return null;
  if (text.startsWith('<!--', at)) return text.startsWith('<!-->', at) || text.startsWith('<!--->', at) ? giveUp() : 'comment';
  const line = text.slice(at, end);
  const name = matchAt(NAME, line, 0)?.[1]?.toLowerCase();
  if (name !== undefined && RAW.has(name)) giveUp();
  if (name !== undefined && BLOCKS.has(name)) return 'block';
  if (matchAt(TAG_ALONE, line, 0) !== null) return 'tag';
  return matchAt(TAG, line, 0) !== null || matchAt(ADDRESS, line, 0) !== null ? null : giveUp();
}
