import { type Capture, compilePattern } from '../../model/index.ts';
import type { PinKind } from './pin-keys.ts';

/** What a pin's text comes to: its value, or what was expected instead. */
type PinValue = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly expected: string };

const ok = (value: unknown): PinValue => ({ ok: true, value });
const wrong = (expected: string): PinValue => ({ ok: false, expected });

/** A host, namespace, pod or container is a plain name: never an option, never another word of the shell. */
const PLACE = /^(?:here|ssh:(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*|docker:[A-Za-z0-9][\w.-]*|kubectl:[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*){1,2})$/;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, sec: 1000, m: 60_000, min: 60_000, h: 3_600_000 };

/** Reads the text of a pin. */
export function readPinValue(kind: PinKind, text: string): PinValue {
  switch (kind) {
    case 'text':
      return text.trim() === '' ? wrong('some text') : ok(text.trim());
    case 'name': {
      // Runme's names may have blanks.
      const name = text.trim().replace(/\s+/g, '-');
      return /^[\p{L}\p{N}][\p{L}\p{N}_.:-]*$/u.test(name) ? ok(name) : wrong('a name of letters, digits, "-", "_" and "."');
    }
    case 'boolean':
      if (/^(?:true|yes|on|1)$/i.test(text)) return ok(true);
      return /^(?:false|no|off|0)$/i.test(text) ? ok(false) : wrong('true or false');
    case 'duration':
      return readDuration(text);
    case 'count':
      return /^\d{1,4}$/.test(text) ? ok(Number(text)) : wrong('a whole number, e.g. 5');
    case 'statuses':
      return readStatuses(text);
    case 'globs':
    case 'names':
      return readNames(text);
    case 'captures':
      return readCaptures(text, CAPTURE_EXAMPLE);
    case 'patterns':
      return readPatterns(text);
    case 'place':
      return readPlace(text);
    case 'passed':
      return text === 'passed' ? ok(text) : wrong('passed');
    case 'expectation':
      return readExpected(text);
    case 'effect':
      return /^(?:reads|changes|unknown|destroys)$/i.test(text) ? ok(text.toLowerCase()) : wrong('reads, changes, unknown or destroys');
  }
}

function readPlace(text: string): PinValue {
  if (PLACE.test(text)) return ok(text);
  const forms = 'here, ssh:<host>, kubectl:<namespace>/<pod>[/<container>] or docker:<name>';
  return wrong(/[<>{}$]/.test(text) ? `a name as it is, for a pin takes no placeholder and no variable (the name of a target follows --target): ${forms}` : forms);
}

function readDuration(text: string): PinValue {
  const { amount = '', unit = '' } = /^(?<amount>\d+(?:\.\d+)?)(?<unit>ms|s|sec|m|min|h)$/.exec(text)?.groups ?? {};
  const factor = UNITS[unit];
  return factor === undefined ? wrong('a duration with its unit, e.g. 500ms, 3s or 2m') : ok(Number(amount) * factor);
}

function readStatuses(text: string): PinValue {
  const numbers = text.split(',').map((part) => part.trim());
  return numbers.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256) ? ok(numbers.map(Number)) : wrong('exit statuses from 0 to 255, e.g. 0,1');
}

function readNames(text: string): PinValue {
  const names = text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
  return names.length > 0 ? ok(names) : wrong('one or more names');
}

function readExpected(text: string): PinValue {
  const pattern = /^\/(?<source>.*)\/(?<flags>[a-z]*)$/s.exec(text)?.groups;
  if (text.trim() === '') return wrong('/a pattern/ or the words to see');
  if (pattern === undefined) return ok(text.trim());
  const error = patternError(pattern['source'] ?? '', pattern['flags'] ?? '');
  return error === null ? ok(text) : wrong(`a regular expression (${error})`);
}

const CAPTURE_EXAMPLE = 'bad-release:/Current: (v\\d+)/';
const PATTERN_EXAMPLE = 'bad-release:/v\\d+/';

/** What parameters must match: `bad-release:/v\d+/, ticket:/OPS-\d+/`. Flags would have nowhere to go: a value is tried as a whole and as it stands. */
function readPatterns(text: string): PinValue {
  const read = readCaptures(text, PATTERN_EXAMPLE);
  if (!read.ok) return read;
  const captures = read.value as readonly Capture[];
  if (captures.some(({ flags }) => flags !== '')) return wrong(`a pattern without flags, e.g. ${PATTERN_EXAMPLE}`);
  return ok(captures.map(({ parameter, pattern }) => ({ parameter, pattern })));
}

/** Parameters with a regular expression each, separated by commas. */
function readCaptures(text: string, example: string): PinValue {
  const captures: Capture[] = [];
  const one = /\s*,?\s*(?<parameter>[\p{L}\p{N}_-]+):\/(?<pattern>(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+)\/(?<flags>[a-z]*)/uy;
  while (one.lastIndex < text.trimEnd().length) {
    const { parameter = '', pattern = '', flags = '' } = one.exec(text)?.groups ?? {};
    if (parameter === '') return wrong(`name:/pattern/, e.g. ${example}`);
    const error = patternError(pattern, flags);
    if (error !== null) return wrong(`a regular expression after "${parameter}:" (${error})`);
    captures.push({ parameter, pattern, flags });
  }
  return captures.length > 0 ? ok(captures) : wrong(`name:/pattern/, e.g. ${example}`);
}

/** Why a text is no regular expression, or `null`. */
export function patternError(source: string, flags: string): string | null {
  const compiled = compilePattern(source, flags);
  return compiled.ok ? null : compiled.reason;
}
