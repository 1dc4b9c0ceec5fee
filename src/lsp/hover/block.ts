import { isFar, type Piece, placeWords } from '../../model/index.ts';
import type { Plan, PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { code, list, words } from '../markdown.ts';
import { originOf } from './parameter.ts';

/** A step as understood: in or out and why, its pieces with effect, place, doubts and checks, and its parameters. `offset` selects a piece. */
export function stepCard(plan: Plan, planned: PlannedStep, offset: number): string {
  const { step, included, reason } = planned;
  const kind = step.kind === 'manual' ? ', by hand' : '';
  const head = `**${words(step.id)}**${kind}: ${included && reason.startsWith('in ') ? '' : `${included ? 'in' : 'out'}: `}${words(reason)}\n\n`;
  const body = step.kind === 'manual' ? list(planned.offers.map((offer) => `offers ${code(offer)}`)) : piecesText(planned.pieces, offset);
  const own = plan.parameters.filter(({ parameter }) => planned.parameters.includes(parameter.name));
  const parameters = own.length === 0 ? '' : `\nParameters:\n\n${list(own.map((each) => `${code(each.parameter.name)}: ${originOf(each)}`))}`;
  return head + body + parameters;
}

function piecesText(pieces: readonly PlannedPiece[], offset: number): string {
  const at = pieces.filter((planned) => isAt(planned, offset));
  const shown = at.length === 1 ? at : pieces;
  return shown.map((planned) => pieceText(planned, pieces.length > 1 ? `piece ${planned.piece.index + 1} of ${pieces.length}${planned.title === null ? '' : `, ${words(planned.title)}`}: ` : '')).join('');
}

/** Whether an offset in the file is on the lines of a piece. */
function isAt({ code: { lineOffsets, text } }: PlannedPiece, offset: number): boolean {
  const [first] = lineOffsets;
  const last = lineOffsets.at(-1);
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return first !== undefined && last !== undefined && offset >= first && offset <= last + lastLine.length;
}

function effectText({ kind, effect }: Piece): string {
  if (kind === 'manual') return 'done by hand';
  if (effect.word === '') return 'nothing runs';
  return `**${effect.effect}**${effect.word === effect.effect ? '' : ` (${code(effect.word)})`}`;
}

function placeText(on: PlannedPiece['on']): string {
  if (on === null || on.kind === 'here') return 'here';
  return isFar(on) ? `runs on ${code(placeWords(on))}` : `typed elsewhere: ${code(placeWords(on))}`;
}

function pieceText({ piece, on, doubts, expectations, unboundHosts }: PlannedPiece, name: string): string {
  const effect = effectText(piece);
  const place = placeText(on);
  const marks = [['needs a terminal', piece.interactive], ['does not end by itself', piece.follow], ['prints a secret', piece.revealing]] as const;
  const facts = [
    ...marks.flatMap(([what, mark]) => (mark === null ? [] : [`${what}: ${code(mark.word)}`])),
    ...doubts.map(({ kind, text, line, settledBy, answer }) => `${settledBy === null ? '**held**' : 'settled'} (${kind}): ${words(text)}, line ${line}${settledBy === null ? '' : `; ${answer ?? ''} by ${settledBy}`}`),
    ...unboundHosts.map((host) => `the host ${code(host)} belongs to another target`),
    ...expectations.map(({ text, expectation }) => `expects ${code(text)} (${expectation.kind === 'judgement' ? 'for your eye' : expectation.kind}, line ${expectation.span.start.line})`),
  ];
  return `- ${name}${effect}, ${place}\n${list(facts, '  ')}`;
}
