/** A line of `declare -p`, which may hold line breaks in quotes. */
export interface Declaration {
  readonly name: string;
  /** Without the dash; `''` for a plain variable. */
  readonly flags: string;
  /** The whole command. */
  readonly text: string;
  /** The value; `null` for an array, or a name without a value. */
  readonly value: string | null;
}

/** Parses what `declare -p` printed, whatever quotes the version of bash uses; returns the variables that are wanted. */
export function declarations(text: string, wanted: (name: string) => boolean = () => true): readonly Declaration[] {
  const found: Declaration[] = [];
  for (let at = 0; at < text.length; ) {
    // Goes character by character only where needed, since this is parsed after every piece.
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(text);
    const end = plain === null ? commandEnd(text, at) : PLAIN.lastIndex;
    const parts = plain ?? ANY.exec(text.slice(at, end));
    if (parts !== null && wanted(parts[2] ?? '')) found.push(declaration(parts));
    at = end + 1;
  }
  return found;
}

/** The common case: a name alone, or with a value in double quotes. */
const PLAIN = /declare -([-A-Za-z]+) ([A-Za-z_]\w*)(="[^"\\]*(?:\\[^][^"\\]*)*")?(?=\n|$)/y;
const ANY = /^declare -([-A-Za-z]+) ([A-Za-z_]\w*)(=[^]*)?[^]*/;

/** The line break that ends the command at an offset: the first one outside quotes. */
function commandEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '') {
      if (char === '\n') return at;
      if (char === '"') quote = '"';
      else if (char === "'") quote = text.charAt(at - 1) === '$' ? "$'" : "'";
      else if (char === '\\') at++;
    } else if (char === '\\' && quote !== "'") at++;
    else if (char === quote.at(-1)) quote = '';
  }
  return text.length;
}

function declaration([text, dashed = '', name = '', assigned]: RegExpExecArray): Declaration {
  const flags = dashed.replaceAll('-', '');
  return { name, flags, text, value: assigned === undefined || /[aA]/.test(flags) ? null : unquoted(assigned.slice(1)) };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', v: '\v' };

function unquoted(value: string): string {
  if (value.startsWith('"') && !value.includes('\\')) return value.slice(1, -1);
  if (value.startsWith('"')) return value.slice(1, -1).replace(/\\(["\\$`])/g, '$1').replaceAll('\\\n', '');
  if (!value.startsWith("$'")) return value;
  return value.slice(2, -1).replace(/\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([^]))/g, (_, hex: string | undefined, octal: string | undefined, char: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return ESCAPES[char] ?? char;
  });
}
