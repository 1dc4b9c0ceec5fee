import { type CodeText, fileOffset, positionAt, type SourceText } from '../../model/index.ts';

/**
 * The code with as many line breaks before and between its lines as the runbook has there, so that the line numbers of the
 * shell's own messages are the runbook's. Lines are moved apart only between commands.
 */
export function withRunbookLines(code: CodeText, source: SourceText): string {
  const lines = code.text.split('\n');
  let text = '';
  let at = 1;
  let joined = false;
  for (const [index, line] of lines.entries()) {
    const offset = code.lineOffsets[index];
    const wanted = offset === undefined ? at : positionAt(source, offset).line;
    if (wanted > at && !joined) {
      text += '\n'.repeat(wanted - at);
      at = wanted;
    }
    text += index === lines.length - 1 ? line : `${line}\n`;
    at++;
    joined = line.endsWith('\\');
  }
  return text;
}

/** The line of the runbook on which some code begins. */
export function firstLine(code: CodeText, source: SourceText): number {
  return positionAt(source, fileOffset(code, 0)).line;
}
