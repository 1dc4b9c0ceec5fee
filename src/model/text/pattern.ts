import { type Compiled, compileLinear } from './linear-engine.ts';

/** A pattern from a file, matched in linear time, whatever its author wrote. */
interface Pattern {
  readonly test: (text: string) => boolean;
  /** The first match, with its groups; `null` if there is none. */
  readonly exec: (text: string) => PatternMatch | null;
  /** The longest text that is searched whole; of a longer one, only the end. */
  readonly reach: number;
}

interface PatternMatch {
  readonly index: number;
  readonly text: string;
  /** A group by its number, from 1; `undefined` if it did not take part. */
  readonly groups: readonly (string | undefined)[];
}

type CompiledPattern = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly reason: string };

const LONGEST_SOURCE = 1_000;
/** Limits on the instructions of a compiled pattern, and on instructions times characters, so that the worst case takes some seconds. */
const MOST_INSTRUCTIONS = 5_000;
const MOST_WORK = 100_000_000;
const FLAGS = /^[dgimsuy]*$/;

/** The patterns compiled so far, since a check is repeated with each attempt and a value is matched in each plan. */
const known = new Map<string, CompiledPattern>();
const MOST_KNOWN = 200;

/** Compiles a pattern from a file, or says what is wrong with it. Look-around and back references cannot be matched in linear time, so they are refused. */
export function compilePattern(source: string, flags: string): CompiledPattern {
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
      // Testing for a match is much faster than finding where it is.
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
