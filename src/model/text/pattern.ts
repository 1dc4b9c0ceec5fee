import { type Compiled, compileLinear } from './linear-engine.ts';

/** A pattern from a file: matched in time that grows with the text, whatever its author wrote. */
export interface Pattern {
  readonly test: (text: string) => boolean;
  /** The first match, with its groups; `null` where there is none. */
  readonly exec: (text: string) => PatternMatch | null;
  /** Longest text that is searched whole; of a longer one the end is. */
  readonly reach: number;
}

export interface PatternMatch {
  readonly index: number;
  readonly text: string;
  /** From 1; `undefined` for one that took no part. */
  readonly groups: readonly (string | undefined)[];
}

export type CompiledPattern = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly reason: string };

const LONGEST_SOURCE = 1_000;
/** Instructions of a compiled pattern, and of those times the characters of a text: some seconds at the very worst. */
const MOST_INSTRUCTIONS = 5_000;
const MOST_WORK = 100_000_000;
const FLAGS = /^[dgimsuy]*$/;

/** The patterns asked for so far: a check is made again with each attempt, a value with each plan. */
const known = new Map<string, CompiledPattern>();
const MOST_KNOWN = 200;

/** Compiles a pattern that comes from a file, or says why it is none; look-around and back references cannot be matched in linear time. */
export function compilePattern(source: string, flags = ''): CompiledPattern {
  const key = `${flags}/${source}`;
  let found = known.get(key);
  if (found === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = compile(source, flags);
    known.set(key, found);
  }
  return found;
}

function compile(source: string, flags: string): CompiledPattern {
  if (source.length > LONGEST_SOURCE) return { ok: false, reason: `it has ${source.length} characters; the most is ${LONGEST_SOURCE}` };
  if (!FLAGS.test(flags)) return { ok: false, reason: `invalid flags "${flags}"` };
  try {
    const compiled = compileLinear(source, flags);
    const size = compiled.programSize();
    if (size > MOST_INSTRUCTIONS) return { ok: false, reason: 'its counts ({n,m}) make it too large' };
    return { ok: true, pattern: patternOf(compiled, Math.floor(MOST_WORK / size)) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error, source) };
  }
}

function patternOf(compiled: Compiled, reach: number): Pattern {
  const within = (text: string): string => (text.length > reach ? text.slice(-reach) : text);
  return {
    reach,
    test: (text) => compiled.test(within(text)),
    exec: (text) => {
      const searched = within(text);
      // Whether it matches is known far sooner than where.
      if (!compiled.test(searched)) return null;
      const matcher = compiled.matcher(searched);
      if (!matcher.find()) return null;
      const groups = Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1) ?? undefined);
      return { index: text.length - searched.length + matcher.start(), text: matcher.group() ?? '', groups };
    },
  };
}

function reasonOf(error: unknown, source: string): string {
  if (/\(\?<?[=!]/.test(source)) return 'look-around is not taken: patterns are matched in linear time, as RE2 does';
  const message = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
  return /\\(?:[1-9]|k<)/.test(source) && message.startsWith('invalid escape sequence') ? 'back references are not taken: patterns are matched in linear time, as RE2 does' : message;
}
