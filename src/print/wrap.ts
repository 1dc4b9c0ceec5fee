import wrapAnsi from 'wrap-ansi';
import { displayWidth } from '../model/index.ts';

/** Lines of at most `width` cells, broken at blanks where there are any; all but the first begin with `hang`. */
export function wrapText(text: string, width: number, hang = ''): readonly string[] {
  const words = text.trim().replace(/\s+/g, ' ');
  return folded(words, width - displayWidth(hang), true).map((line, at) => (at === 0 ? line : hang + line));
}

/** A line of code in lines of at most `width` cells: nothing of it is lost, and `↪` says where it goes on. */
export function wrapCode(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line];
  const [indent = ''] = /^\s*/.exec(line) ?? [];
  const hang = `${indent}  ↪ `;
  return folded(line.slice(indent.length), width - displayWidth(hang), false).map((part, at) => (at === 0 ? indent : hang) + part.trimEnd());
}

function folded(text: string, width: number, trim: boolean): readonly string[] {
  return wrapAnsi(text, Math.max(8, width), { hard: true, trim }).split('\n');
}
