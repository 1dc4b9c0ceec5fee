import { codeSpan, type CommandStep, type Doubt, type DoubtKind, type Piece, type Runbook, type Span, spanAt } from '../../model/index.ts';
import { EMPTY_REQUEST, planRun, settleByPin } from '../../plan/index.ts';

/** A piece that is held, and the place of the words that hold it. */
interface DoubtfulPiece {
  readonly step: CommandStep;
  readonly piece: Piece;
  readonly doubt: Doubt;
  readonly span: Span;
}

/** The first piece of each step that is held by a doubt of a kind; doubts settled by a pin do not count. */
export function doubtfulPieces(runbook: Runbook, kind: DoubtKind): readonly DoubtfulPiece[] {
  return runbook.steps.flatMap((step) => {
    if (step.kind !== 'command') return [];
    const held = step.pieces.flatMap((piece) => piece.doubts.filter((doubt) => doubt.kind === kind && settleByPin(doubt, step.pins).answer === null).map((doubt) => ({ step, piece, doubt })));
    return held.slice(0, 1).map((one) => ({ ...one, span: placeOfWords(runbook, one) }));
  });
}

/** The pieces that words above them hold in a run without choices, as the plan has them: not what waits by itself, or only reads. */
export function gatedPieces(runbook: Runbook): readonly Omit<DoubtfulPiece, 'step' | 'piece'>[] {
  const byHand = runbook.steps.some((step) => step.kind === 'command' && step.pieces.some(({ kind }) => kind === 'manual'));
  if (runbook.gates.length === 0 && !byHand) return [];
  const planned = planRun(runbook, EMPTY_REQUEST).plan.steps.filter(({ included }) => included).flatMap(({ pieces }) => pieces);
  return planned.flatMap(({ doubts }) => doubts.filter(({ kind, settledBy }) => kind === 'gate' && settledBy === null)).map((doubt) => ({ doubt, span: placeOfGate(runbook, doubt) }));
}

function placeOfGate({ gates, source }: Runbook, { line, text }: Doubt): Span {
  const from = source.lineStarts[line - 1] ?? 0;
  const offset = gates.find((gate) => gate.line === line && text.startsWith(gate.text))?.offset ?? from + source.text.slice(from).search(/\S/);
  return spanAt(source, offset, offset + 1);
}

/** The place of a doubt's words on their line, else the piece's first line. */
function placeOfWords({ source }: Runbook, { step, piece, doubt }: Omit<DoubtfulPiece, 'span'>): Span {
  const from = source.lineStarts[doubt.line - 1] ?? 0;
  const line = source.text.slice(from, source.lineStarts[doubt.line] ?? source.text.length).trimEnd();
  const words = doubt.text.replace(/^.*? in: /, '');
  const at = line.indexOf(words);
  if (words !== '' && at >= 0) return spanAt(source, from + at, from + at + words.length);
  if (doubt.line >= step.span.start.line && line.trim() !== '') return spanAt(source, from + line.search(/\S/), from + line.length);
  const code = step.code.text.slice(piece.start, piece.end);
  const start = piece.start + Math.max(0, code.search(/\S/));
  const end = step.code.text.indexOf('\n', start);
  return codeSpan(source, step.code, start, end < 0 || end > piece.end ? piece.end : end);
}
