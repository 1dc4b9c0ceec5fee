import wrapAnsi from 'wrap-ansi';
import { displayWidth } from '../../model/index.ts';
import { type Segment, textOf } from './rows.ts';

/** Prose folded at blanks into lines of at most so many cells; a word that is longer is broken. Line feeds break. */
export function wrapWords(segments: readonly Segment[], width: number): readonly (readonly Segment[])[] {
  return linesOf(segments).flatMap((line) => {
    const text = textOf(line);
    // Where a word fills the width, wrap-ansi leaves a row of one blank behind it: prose has no use for that.
    const rows = sliced(line, folded(text, width)).map(trimmed).filter((parts) => parts.length > 0);
    return rows.length === 0 ? [[]] : rows;
  });
}

/** Code folded at blanks where it can be, every character of it kept; what goes on is indented by two. */
export function foldCode(segments: readonly Segment[], width: number): readonly (readonly Segment[])[] {
  return linesOf(segments).flatMap((line) => {
    const text = textOf(line);
    if (fits(text, width)) return [line];
    const rows = sliced(line, folded(text, Math.max(1, width - 2))).filter((parts) => textOf(parts).trim() !== '');
    return rows.map((parts, i) => (i === 0 ? parts : [{ text: '  ', roles: [] }, ...parts]));
  });
}

/** A line of output, colours of its own included, in rows of at most so many cells: cut at a blank where there is one, so that no word and no number is cut in two. */
export function foldOutput(line: string, width: number): readonly string[] {
  return fits(line, width) ? [line] : folded(line, width).filter((part) => part.trim() !== '');
}

/** Cells of segments side by side. */
export function widthOf(segments: readonly Segment[]): number {
  return displayWidth(textOf(segments));
}

function folded(text: string, width: number): string[] {
  return fits(text, width) ? [text] : wrapAnsi(text, Math.max(1, width), { hard: true, trim: false }).split('\n');
}

function fits(text: string, width: number): boolean {
  return displayWidth(text) <= width;
}

/** Segments cut at line feeds. */
function linesOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const lines: Segment[][] = [[]];
  for (const { text, roles } of segments) {
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, roles });
    }
  }
  return lines;
}

/** Segments cut where the rows of their joined text end. */
function sliced(segments: readonly Segment[], rows: readonly string[]): readonly (readonly Segment[])[] {
  const rest = [...segments];
  return rows.map((line) => {
    const parts: Segment[] = [];
    let open = line.length;
    while (open > 0) {
      const next = rest.shift();
      if (next === undefined) break;
      parts.push({ text: next.text.slice(0, open), roles: next.roles });
      if (next.text.length > open) rest.unshift({ text: next.text.slice(open), roles: next.roles });
      open -= Math.min(open, next.text.length);
    }
    return parts;
  });
}

/** Without blanks at both ends. */
function trimmed(segments: readonly Segment[]): readonly Segment[] {
  const first = segments.findIndex(({ text }) => text.trim() !== '');
  const last = segments.findLastIndex(({ text }) => text.trim() !== '');
  return segments.slice(Math.max(0, first), last + 1).map(({ text, roles }, i, all) => {
    const begun = i === 0 ? text.trimStart() : text;
    return { text: i === all.length - 1 ? begun.trimEnd() : begun, roles };
  });
}
