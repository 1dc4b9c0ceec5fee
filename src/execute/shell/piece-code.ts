import type { CodeText, SourceText } from '../../model/index.ts';
import { firstLine, withRunbookLines } from './runbook-lines.ts';

/** The code for the shell, padded to the line numbers of the runbook; an operator's version begins at the line of the piece. */
export function shellCode(code: CodeText, edited: string | undefined, source: SourceText): string {
  return edited === undefined ? withRunbookLines(code, source) : '\n'.repeat(Math.max(0, firstLine(code, source) - 1)) + edited;
}
