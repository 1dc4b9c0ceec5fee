import type { CodeRange } from '../../model/index.ts';
import { AMBIGUOUS_TAGS, MARKUP_TAGS, OUTPUT_WORDS, PATTERN_PROGRAMS } from './placeholder-words.ts';

/** A placeholder's place and the words inside it. */
export interface PlaceholderHit extends CodeRange {
  readonly label: string;
  readonly isKind?: boolean;
}

/** What stands around a `<`. */
export type Quoting = 'none' | 'single' | 'double';

/** Where to look for a placeholder. `until` is the end of the quoted string that holds it. */
interface PlaceholderPlace {
  readonly at: number;
  readonly quoting: Quoting;
  readonly until: number;
  /** Where the command that holds it starts. */
  readonly commandStart: number;
}

const ANGLE = /<([\p{L}\p{N}_](?:[^<>\n\r"`$;{}\\]{0,78}[^<>\n\r"`$;{}\\\s])?)>/uy;
/** A blank whose words stand in quotes: `<"LATEST_VERSION">`, `<"amd64|arm64">`; in small letters, as a file to read from is, only where no file to write to stands behind it: `<"my node"> --force`. */
const QUOTED = /<(["'])([A-Z][A-Z\d]*(?:[ _-][A-Z\d]+)*|[\w-]+(?:\|[\w-]+)+|[a-z][\w-]*(?: [\w-]+){0,5}(?=["']>(?:[^\S\n]*(?:[|;&)\n]|(?![^]))|[^\S\n]+[-<])))\1>/y;
const FILE_LIKE = /^(in|input|infile)$|\.(sql|txt|log|json|ya?ml|csv|gz|dump|conf)$/i;

/** Reads `<words>` at a place as a placeholder, or `null` where it is a redirection, output, markup or a comparison. */
export function placeholderAt(code: string, place: PlaceholderPlace): PlaceholderHit | null {
  ANGLE.lastIndex = place.at;
  QUOTED.lastIndex = place.at;
  const quoted = place.quoting === 'none' ? QUOTED.exec(code) : null;
  const label = quoted?.[2] ?? ANGLE.exec(code)?.[1];
  if (label === undefined) return null;
  const hit = { start: place.at, end: place.at + (quoted?.[0].length ?? label.length + 2), label };
  if (hit.end > place.until || OUTPUT_WORDS.has(label.toLowerCase()) || !isLabel(label, place.quoting)) return null;
  if (isOperand(code, hit)) return null;
  const other = place.quoting === 'none' ? isRedirection(code, hit) : isMarkup(code, hit, place);
  return other ? null : hit;
}

function isLabel(label: string, quoting: Quoting): boolean {
  if (!/\p{L}/u.test(label) || /&&|\|\|| [|&] ?-|(^|\s)-\w|\s[012&]$|^\w+:\/\/|\.h$|^[\w.+-]+@[\w-]+\.\w/u.test(label)) return false;
  if (label.includes('=') && label.includes(' ')) return false;
  if (label.includes("'") && (quoting !== 'none' || !/^[^']*\p{L}'\p{L}[^']*$/u.test(label))) return false;
  return label.split('(').length === label.split(')').length;
}

/** Comparisons (`$1<min`), named groups (`(?<name>…)`), word boundaries (`\<word\>`), formats (`%<name>s`), descriptors (`0<in>`). */
function isOperand(code: string, hit: PlaceholderHit): boolean {
  const before = code.slice(Math.max(0, hit.start - 24), hit.start);
  if (/[<\\%]$|\(\?P?$|\$\w+$|include $|(^|\s)\d$/.test(before)) return true;
  return /[\w)\]]$/.test(before) && hit.label.includes(' ') && !/^[a-z]+ [a-z]+$/i.test(hit.label);
}

function isRedirection(code: string, hit: PlaceholderHit): boolean {
  const before = code.charAt(hit.start - 1);
  const after = code.slice(hit.end, hit.end + 10);
  if (/^&[\d-]|^\/dev\//.test(after)) return true;
  if (before !== '' && !/\s/.test(before)) return false;
  return /^[A-Za-z0-9$]/.test(after) || (FILE_LIKE.test(hit.label) && /^>?\s*[^\s;|&<#]/.test(after) && !/^\s*\n/.test(after));
}

function isMarkup(code: string, hit: PlaceholderHit, place: PlaceholderPlace): boolean {
  const name = hit.label.toLowerCase().replace(/[\s/].*$/s, '');
  if (MARKUP_TAGS.has(name)) return true;
  const end = Math.min(place.until, hit.end + 2000);
  if (code.slice(hit.end, end).includes(`</${name}>`)) return true;
  return AMBIGUOUS_TAGS.has(name) && PATTERN_PROGRAMS.has(programAt(code, place.commandStart));
}

function programAt(code: string, start: number): string {
  return /^\s*(?:sudo\s+)?([\w./-]+)/.exec(code.slice(start, start + 80))?.[1] ?? '';
}
