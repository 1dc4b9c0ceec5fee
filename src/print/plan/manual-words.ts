import { type ManualStep, oneLine } from '../../model/index.ts';
import { proseLines } from '../layout/prose-text.ts';

const LONGEST = 300;

/** The text of a manual step besides its title, as one paragraph, shortened if it is long. */
export function wordsBeyondTitle({ title, text }: ManualStep): string {
  const words = oneLine(proseLines(text.filter(({ type }) => type !== 'code' && type !== 'table'), Infinity).map((line) => line.replace(/^\s*[-•*]\s+/, '· ')).join(' ').replace(/ \(https?:[^\s)]*\)/g, ''));
  const start = title.replace(/…$/, '').trim();
  const other = words === title ? '' : words;
  const rest = words.startsWith(start) && !title.endsWith('…') ? words.slice(start.length).replace(/^[\s.:;,)—–-]+/, '') : other;
  if (rest.length <= LONGEST) return rest;
  const cut = rest.slice(0, LONGEST - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).trimEnd()}…`;
}
