import { type CodeRange, lineStart } from '../../model/index.ts';
import { hasProgram } from './has-program.ts';
import { BRACED_PLACEHOLDER, PATTERN_PROGRAMS } from './placeholder-words.ts';
import type { PlaceholderHit } from './placeholder.ts';

/** What braces hold in a text of several words that stands for a value there too: `'systemctl restart {service}'`. */
const THING =
  /^(?:app|application|branch|bucket|cluster|commit|container|customer|database|date|db|deployment|domain|email|env|environment|file|filename|host|hostname|id|image|instance|ip|job|key|name|namespace|node|password|path|pid|pod|port|project|queue|region|release|revision|server|service|snapshot|table|tag|tenant|token|topic|url|user|username|uuid|version|volume|zone)$|[_-]/i;
/** Programs to which braces mean something of their own. */
const READS_BRACES = /^(?:jq|yq|tr|parallel|mongosh?|xmllint|mlr|lnav|prettier|graphql)$/;
/** Options and texts in a language that has braces. */
const TEMPLATE = /jsonpath|template|custom-columns|--format|\bquery\b|\$\(|\bfunction\b|=>/i;

/** Code with more of them is data. */
const MOST_VALUES = 200;

/** `{service}` that stands for a value: the file speaks of it, or it is all or a part of an argument that no program reads in its own way. */
export function findBraced(code: string, named: ReadonlySet<string>): readonly PlaceholderHit[] {
  if (!code.includes('{')) return [];
  const found = [...code.matchAll(BRACED_PLACEHOLDER)];
  return found.flatMap(({ 0: raw, 1: label = '', index }) => {
    const hit = { start: index, end: index + raw.length, label };
    const replaces = code.includes('-I') && new RegExp(`-I ?\\{${label}\\}`).test(code);
    return !replaces && (named.has(label) || (found.length <= MOST_VALUES && standsForValue(code, hit))) ? [hit] : [];
  });
}

function standsForValue(code: string, hit: PlaceholderHit): boolean {
  const line = commandBefore(code, hit);
  if (/^\s*$/.test(line) || isPrinted(line, lineAfter(code, hit)) || TEMPLATE.test(line) || usesBraces(line) || /\)\s*$/.test(line)) return false;
  const word = `${/\S*$/.exec(line)?.[0] ?? ''}${/^\S*/.exec(code.slice(hit.start))?.[0] ?? ''}`;
  if (/[()]/.test(word)) return false;
  const isPlain = [`"`, `'`].every((quote) => word.split(quote).length % 2 === 1) && !/["']\s[^"']*$/.test(unquoted(line));
  return isPlain || (THING.test(hit.label) && /[\s"'=/@:-]$/.test(line));
}

/** What is only shown: `echo {namespace}`, without a pipe or a file behind it. */
function isPrinted(before: string, after: string): boolean {
  return /(?:^|[;&|]\s*)(?:echo|printf)\s[^;&|]*$/.test(before) && !/[|>]/.test(after);
}

function lineAfter(code: string, { end }: CodeRange): string {
  return /^.*/.exec(code.slice(end))?.[0] ?? '';
}

/** A line without the texts between quotes that end in it. */
function unquoted(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '');
}

function usesBraces(line: string): boolean {
  return hasProgram(line, (name) => PATTERN_PROGRAMS.has(name) || READS_BRACES.test(name));
}

/** The line of a command up to a place, with the lines that it goes on from. */
export function commandBefore(code: string, { start }: CodeRange): string {
  let from = lineStart(code, start);
  while (from > 1 && code.charAt(from - 2) === '\\') from = lineStart(code, from - 1);
  return code.slice(from, start);
}
