import type { CodeText, CommandStep, SourceText } from '../../model/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';
import { firstLine, withRunbookLines } from './runbook-lines.ts';

/** The part of a piece that runs here: what is to be typed on another machine is left out. */
export function ownCode(step: CommandStep, { piece, code }: PlannedPiece): CodeText {
  const typed = piece.remote?.typed;
  if (typed === undefined || typed.end <= typed.start) return code;
  // Values have no line breaks, so lines are where they were.
  const lineOf = (offset: number): number => step.code.text.slice(piece.start, offset).split('\n').length - 1;
  const first = lineOf(typed.start) + (step.code.text[typed.start - 1] === '\n' || typed.start === piece.start ? 0 : 1);
  const last = lineOf(typed.end - (step.code.text[typed.end - 1] === '\n' ? 1 : 0));
  const keep = (_: unknown, index: number): boolean => index < first || index > last;
  return { text: code.text.split('\n').filter(keep).join('\n'), lineOffsets: code.lineOffsets.filter(keep) };
}

/** What the shell gets, with the line numbers of the runbook; an operator's version begins where the piece does. */
export function shellCode(code: CodeText, edited: string | undefined, source: SourceText): string {
  return edited === undefined ? withRunbookLines(code, source) : '\n'.repeat(Math.max(0, firstLine(code, source) - 1)) + edited;
}

/** The text of what runs here. */
export function runnable(step: CommandStep, piece: PlannedPiece): string {
  return ownCode(step, piece).text;
}
