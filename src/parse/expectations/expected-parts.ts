import { oneLine, overlap } from '../../model/index.ts';
/** A quoted stretch of an expectation, with its place in the words. */
interface QuotedPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const QUOTED = /(`+)(?<code>[\s\S]*?[^`])\1(?!`)|"(?<double>[^"]+)"|“(?<curly>[^”]+)”|(?<![\w'])'(?<single>[^']+)'(?![\w'])/g;
const JSON_OBJECT = /(?<!`)\{\s*(?:"[^"]*"\s*:[^{}]*)\}/g;
const JSON_MEMBER = /"(?:[^"\\]|\\.)*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/g;

/** The quoted, backquoted and JSON stretches of a text, in order. */
export function quotedParts(text: string): readonly QuotedPart[] {
  const objects = [...text.matchAll(JSON_OBJECT)].map(({ 0: raw, index }) => ({ text: raw, start: index, end: index + raw.length }));
  const quotes = [...text.matchAll(QUOTED)].map((match) => ({ text: inside(match), start: match.index, end: match.index + match[0].length }));
  const outside = objects.filter((object) => !quotes.some(({ start, end }) => start < object.start && object.end < end));
  return [...quotes.filter((quote) => !outside.some((object) => overlap(object, quote))), ...outside].sort((a, b) => a.start - b.start);
}

function inside(match: RegExpMatchArray): string {
  const { code, double, curly, single } = match.groups ?? {};
  return oneLine(code ?? double ?? curly ?? single ?? '');
}

/** What must be found for one part: the members of a JSON object, else the part itself. */
export function findable(part: string): readonly string[] {
  if (/^\{\s*"/.test(part)) {
    const members = part.match(JSON_MEMBER) ?? [];
    const rest = part.replace(JSON_MEMBER, '');
    if (members.length > 0 && /^[{},\s]*$/.test(rest)) return members;
  }
  return [part];
}

/** The words of a text outside its parts: all of them, those between two, and those behind the last. */
export function wordsBetween(text: string, parts: readonly QuotedPart[]): { readonly around: string; readonly gaps: readonly string[]; readonly behind: string } {
  const gaps = parts.slice(1).map((part, index) => text.slice(parts[index]?.end ?? 0, part.start));
  const behind = text.slice(parts.at(-1)?.end ?? text.length);
  return { around: [text.slice(0, parts[0]?.start ?? text.length), ...gaps, behind].join(' '), gaps, behind };
}

/** How parts are joined: all are needed, one is enough, or the words say both. */
export function joining(gaps: readonly string[]): 'all' | 'any' | 'mixed' {
  const isOr = (gap: string): boolean => /(?<![\w-])or(?![\w-])|^\s*\|\|?\s*$/i.test(gap);
  if (!gaps.some(isOr)) return 'all';
  return gaps.every((gap) => isOr(gap) || /^\s*(?:\([^)]*\)\s*)?[,/]\s*$/.test(gap)) ? 'any' : 'mixed';
}
