import { type CodeRange, overlap, type ShellPlaceholder } from '../../model/index.ts';
import { findBlanks } from './blanks.ts';
import { findBraced } from './braces.ts';
import { BARE_PLACEHOLDER } from './placeholder-words.ts';
import { placeholderAt, type PlaceholderHit } from './placeholder.ts';
import { meets } from '../ranges.ts';
import type { Scan, ScannedHeredoc } from './scanned.ts';

/** What stands for each character of a placeholder: a letter, so that a name stays a name. */
export const MASK = 'x';

/** Every placeholder of the code in order: those in angle brackets, those that are bare words, other blanks, and those in braces. */
export function findPlaceholders(code: string, scan: Scan, braces: ReadonlySet<string> = new Set()): readonly ShellPlaceholder[] {
  const taken = [...scan.comments, ...scan.heredocs.map(({ bodyStart, end }) => ({ start: bodyStart, end })), ...scan.placeholders].sort((a, b) => a.start - b.start);
  const hits: PlaceholderHit[] = [...scan.placeholders, ...scan.heredocs.flatMap((heredoc) => inHeredoc(code, heredoc))];
  for (const match of code.matchAll(BARE_PLACEHOLDER)) {
    const hit = { start: match.index, end: match.index + match[0].length, label: match[0] };
    if (!meets(taken, hit) && !isOwnName(code, hit)) hits.push(hit);
  }
  for (const hit of findBlanks(code)) if (!meets(taken, hit) && !overlaps(hits, hit)) hits.push(hit);
  for (const hit of findBraced(code, braces)) if (!meets(taken, hit) && !overlaps(hits, hit)) hits.push(hit);
  hits.sort((a, b) => a.start - b.start);
  return hits.map((hit) => ({ ...hit, raw: code.slice(hit.start, hit.end) }));
}

/** Whether a range meets one of those found so far, in whatever order. */
function overlaps(hits: readonly CodeRange[], hit: CodeRange): boolean {
  return hits.some((each) => overlap(each, hit));
}

/** Placeholders in angle brackets in the text of a heredoc that is no markup. */
function inHeredoc(code: string, { bodyStart, end }: ScannedHeredoc): readonly PlaceholderHit[] {
  const body = code.slice(bodyStart, end);
  if (!body.includes('<') || /<\/|\/>|<[!?]/.test(body)) return [];
  return [...body.matchAll(/</g)].flatMap(({ index }) => placeholderAt(code, { at: bodyStart + index, quoting: 'double', until: end, commandStart: bodyStart }) ?? []);
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
