import { type CodeRange, lineStart, type ShellComment } from '../../model/index.ts';
import type { ScannedComment } from './scanned.ts';

/** The comments of the code, those on typed lines left out, with what stands around each. */
export function readComments(code: string, scanned: readonly ScannedComment[], statements: readonly CodeRange[], typed: readonly CodeRange[]): readonly ShellComment[] {
  const comments: ShellComment[] = [];
  let statement = 0;
  let session = 0;
  for (const { start, end, outer } of scanned) {
    while ((statements[statement]?.end ?? Infinity) <= start) statement += 1;
    while ((typed[session]?.end ?? Infinity) <= start) session += 1;
    if ((typed[session]?.start ?? Infinity) <= start) continue;
    const inside = (statements[statement]?.start ?? Infinity) < start;
    const line = lineStart(code, start);
    const ownLine = code.slice(Math.max(line, start - 400), start).trim() === '' && start - line < 400 && !goesOn(code, line);
    comments.push({ start, end: trimmedEnd(code, start, end), text: code.slice(start, end).replace(/^#[ \t]*/, '').trimEnd(), ownLine, topLevel: outer && !inside });
  }
  return comments;
}

/** Below a backslash a comment still stands at the end of the command's line. */
function goesOn(code: string, line: number): boolean {
  return code.charAt(line - 2) === '\\' && code.charAt(line - 3) !== '\\';
}

function trimmedEnd(code: string, start: number, end: number): number {
  return start + code.slice(start, end).trimEnd().length;
}
