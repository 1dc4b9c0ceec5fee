/** A text with the places that a finding is expected at, taken from `⟦rule⟧place⟦/⟧` marks, which are gone from the text. */
interface MarkedText {
  readonly text: string;
  /** `line:column-line:column rule`, columns in UTF-16 units. */
  readonly expected: readonly string[];
}

const MARK = /⟦([^⟧]*)⟧/g;

/** Read the marks of a text. */
export function marked(source: string): MarkedText {
  let text = '';
  let from = 0;
  const open: { readonly rule: string; readonly at: string }[] = [];
  const expected: { readonly place: string; readonly line: number; readonly column: number }[] = [];
  for (const match of source.matchAll(MARK)) {
    text += source.slice(from, match.index);
    from = match.index + match[0].length;
    const at = place(text);
    const started = match[1] === '/' ? open.pop() : undefined;
    if (started === undefined) open.push({ rule: match[1] ?? '', at });
    else {
      const [line = 0, column = 0] = started.at.split(':').map(Number);
      expected.push({ place: `${started.at}-${at} ${started.rule}`, line, column });
    }
  }
  expected.sort((a, b) => a.line - b.line || a.column - b.column);
  return { text: text + source.slice(from), expected: expected.map((one) => one.place) };
}

function place(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
