import type { CodeRange, ShellPlaceholder } from '../../model/index.ts';
import { BARE_PLACEHOLDER, BRACED_PLACEHOLDER } from './placeholder-words.ts';
import type { PlaceholderHit } from './placeholder.ts';
import { meets } from '../ranges.ts';
import type { Scan } from './scanned.ts';

/** What stands for each character of a placeholder: a letter, so that a name stays a name. */
export const MASK = 'x';

/** Every placeholder of the code in order: those in angle brackets, those that are bare words, and those in braces that the file names. */
export function findPlaceholders(code: string, scan: Scan, braces: ReadonlySet<string> = new Set()): readonly ShellPlaceholder[] {
  const taken = [...scan.comments, ...scan.heredocs.map(({ bodyStart, end }) => ({ start: bodyStart, end })), ...scan.placeholders].sort((a, b) => a.start - b.start);
  const hits: PlaceholderHit[] = [...scan.placeholders];
  for (const match of code.matchAll(BARE_PLACEHOLDER)) {
    const hit = { start: match.index, end: match.index + match[0].length, label: match[0] };
    if (!meets(taken, hit) && !isOwnName(code, hit)) hits.push(hit);
  }
  if (braces.size > 0) {
    for (const match of code.matchAll(BRACED_PLACEHOLDER)) {
      const [raw, label = ''] = match;
      const hit = { start: match.index, end: match.index + raw.length, label };
      if (braces.has(label) && !meets(taken, hit) && !new RegExp(`-I ?\\{${label}\\}`).test(code)) hits.push(hit);
    }
  }
  hits.sort((a, b) => a.start - b.start);
  return hits.map(({ start, end, label }) => ({ start, end, label, raw: code.slice(start, end) }));
}

/** The code with each range filled with `fill`; newlines stay, so that lines and offsets do. */
export function maskRanges(code: string, ranges: readonly CodeRange[], fill: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(code.slice(at, start), code.slice(start, end).replace(/[^\n]/g, fill));
    at = end;
  }
  parts.push(code.slice(at));
  return parts.join('');
}

/** `YOUR_APP=…` and `${YOUR_APP}` name a variable; `mktemp x.XXX` is a template. */
function isOwnName(code: string, hit: PlaceholderHit): boolean {
  const before = code.slice(Math.max(0, hit.start - 200), hit.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (code.charAt(hit.end) === '=' && /(^|\s)$/.test(line)) return true;
  return /\$\{[!#]?$/.test(line) || (/^x+$/i.test(hit.label) && /\bmktemp\b/.test(line));
}
