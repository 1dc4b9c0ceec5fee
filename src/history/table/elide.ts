/** A text with the middle of its long runs of table rows left out, and a way back to the original offsets. */
export interface ElidedText {
  readonly text: string;
  /** The offset in the whole text of an offset in the shortened one. */
  readonly original: (offset: number) => number;
}

/** Rows kept at each end of a run of rows: enough to see that it is a table, and where its last row stands. */
const KEPT_ROWS = 10;

/**
 * Leaves out the middle of every long run of lines in one container that look like table rows, so that a table of 100,000 rows is
 * found by parsing a page. This is safe because such lines are interchangeable: none can begin or end a block that its neighbours do not.
 */
export function elideRows(text: string): ElidedText {
  const cuts = /\r(?!\n)/.test(text) ? [] : longRuns(text);
  let shortened = '';
  let at = 0;
  const segments: { readonly from: number; readonly to: number }[] = [{ from: 0, to: 0 }];
  for (const cut of cuts) {
    shortened += text.slice(at, cut.start);
    at = cut.end;
    segments.push({ from: shortened.length, to: at });
  }
  const original = (offset: number): number => {
    const segment = segments.findLast(({ from }) => from <= offset) ?? { from: 0, to: 0 };
    return offset - segment.from + segment.to;
  };
  return { text: cuts.length === 0 ? text : shortened + text.slice(at), original };
}

interface Run {
  prefix: string;
  lines: number;
  /** Where the rows kept at the top end, once there are enough. */
  start: number;
  /** A ring buffer of the starts of the last lines. */
  readonly recent: number[];
}

function longRuns(text: string): readonly { readonly start: number; readonly end: number }[] {
  const cuts: { start: number; end: number }[] = [];
  let run: Run | null = null;
  const close = (): void => {
    if (run !== null && run.lines > 3 * KEPT_ROWS) cuts.push({ start: run.start, end: run.recent[run.lines % KEPT_ROWS] ?? run.start });
    run = null;
  };
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (run !== null && isRow(text, start, end, run.prefix)) {
      if (run.lines === KEPT_ROWS) run.start = start;
      run.recent[run.lines % KEPT_ROWS] = start;
      run.lines++;
    } else {
      close();
      const prefix = prefixOf(text, start, end);
      run = isRow(text, start, end, prefix) ? { prefix, lines: 1, start, recent: [start] } : null;
    }
    start = end + 1;
  }
  close();
  return cuts;
}

function prefixOf(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && isPrefix(text.charCodeAt(at))) at++;
  return text.slice(start, at);
}

function isPrefix(code: number): boolean {
  return code === 32 || code === 9 || code === 62;
}

/** Whether a line looks like a row: after the prefix either a pipe (but not a delimiter row), or a letter or digit (but not a list number) with a pipe later on. */
function isRow(text: string, start: number, end: number, prefix: string): boolean {
  if (prefix !== '' && !text.startsWith(prefix, start)) return false;
  const at = start + prefix.length;
  const first = text.charCodeAt(at);
  if (first === 124) return !isDelimiterLike(text, at, end);
  if (!isWordStart(first)) return false;
  const pipe = text.indexOf('|', at);
  return pipe !== -1 && pipe < end && !/^\d{1,9}[.)]/.test(text.slice(at, at + 10));
}

function isWordStart(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Whether the rest of the line has only pipes, dashes, colons and blanks; stops at the first other character. */
function isDelimiterLike(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 124 && code !== 45 && code !== 58 && code !== 32 && code !== 9 && code !== 13) return false;
  }
  return true;
}
