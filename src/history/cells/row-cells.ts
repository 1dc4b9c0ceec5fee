/** A line of a table cut into cells. */
export interface RowCells {
  /** List indentation and quote marks before the row. */
  readonly prefix: string;
  readonly leadingPipe: boolean;
  readonly trailingPipe: boolean;
  /** Between the pipes, padding included. */
  readonly padded: readonly string[];
  /** Without padding. */
  readonly cells: readonly string[];
}

/** Cuts a line at its pipes as GFM does: a backslash escapes a backslash or pipe after it, and code spans do not protect. */
export function rowCells(line: string): RowCells {
  const prefix = /^[ \t]*(?:>[ \t]*)*/.exec(line)?.[0] ?? '';
  const body = line.slice(prefix.length).trimEnd();
  const parts = cutAtPipes(body);
  const leadingPipe = body.startsWith('|');
  const trailingPipe = parts.length > 1 && parts.at(-1) === '';
  const padded = parts.slice(leadingPipe ? 1 : 0, trailingPipe ? -1 : undefined);
  return { prefix, leadingPipe, trailingPipe, padded, cells: padded.map((cell) => cell.trim()) };
}

function cutAtPipes(body: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < body.length; at++) {
    const character = body.charCodeAt(at);
    if (character === 92 && (body.charCodeAt(at + 1) === 92 || body.charCodeAt(at + 1) === 124)) at++;
    else if (character === 124) {
      parts.push(body.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(body.slice(start));
  return parts;
}
