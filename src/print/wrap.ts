import { stripVTControlCharacters } from 'node:util';
import { displayWidth, graphemes } from '../model/index.ts';

/** Lines of at most `width` cells, broken at blanks where there are any; all but the first begin with `hang`. */
export function wrapText(text: string, width: number, hang = ''): readonly string[] {
  return fold(text.split(/\s+/).filter((word) => word !== ''), ' ', width, hang);
}

/** A line of code in lines of at most `width` cells: nothing of it is lost, and `↪` says where it goes on. */
export function wrapCode(line: string, width: number): readonly string[] {
  if (displayWidth(line) <= width) return [line];
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  return fold(line.trimStart().split(/(?<= )(?=\S)/), '', width, `${indent}  ↪ `, indent);
}

function fold(words: readonly string[], glue: string, width: number, hang: string, first = ''): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of words.flatMap((whole) => chunks(whole, Math.max(8, width - displayWidth(hang))))) {
    if (!isEmpty && displayWidth(line) + displayWidth(glue) + displayWidth(word.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = hang;
      isEmpty = true;
    }
    line += isEmpty ? word : glue + word;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}

/** A word that no line can hold, in pieces. */
function chunks(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  // Its colour goes: a code cut in two would be text.
  for (const segment of graphemes(stripVTControlCharacters(word))) {
    if (displayWidth(part) + displayWidth(segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
