import { stripVTControlCharacters } from 'node:util';
import { displayWidth, graphemes } from '../../model/index.ts';

/** Breaks a text into lines of at most `width` cells, at blanks if there are any; all lines but the first begin with `hang`. */
export function wrapText(text: string, width: number, hang = ''): readonly string[] {
  return fold(text.split(/\s+/).filter((word) => word !== ''), ' ', width, hang);
}

/** Breaks a line of code into lines of at most `width` cells without losing anything; `↪` marks continuations. */
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

/** Breaks a word that is too long for a line. */
function chunks(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  // Its colours are dropped, since a colour code cut in two would show as text.
  for (const segment of graphemes(stripVTControlCharacters(word))) {
    if (displayWidth(part) + displayWidth(segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
