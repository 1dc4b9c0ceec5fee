import { pieceState } from '../../events/index.ts';
import { visible } from '../../model/index.ts';
import type { PlannedPiece, PlannedStep } from '../../plan/index.ts';
import { ByWidth } from '../rows/memo.ts';
import type { Row } from '../rows/rows.ts';
import { shellSegments } from '../rows/shell-segments.ts';
import { foldCode } from '../rows/wrap.ts';
import { type DocumentView, isFocus } from './document-view.ts';
import { plainRowsOf } from './plain-rows.ts';
import { exampleOf } from './piece-facts.ts';

const made = new ByWidth<PlannedPiece, readonly Row[]>();

/** The rows of a piece's command as it would run, with every character on screen; filled-in values are marked. */
export function codeRows(view: DocumentView, planned: PlannedStep, piece: PlannedPiece, width: number): readonly Row[] {
  const text = visible(codeOf(view, planned, piece));
  return made.get(piece, `${width} ${text}`, () => {
    const lead = /^(?:[ \t]*\n)+/.exec(text)?.[0].length ?? 0;
    const code = text.slice(lead).trimEnd().replaceAll('\t', '    ');
    const same = piece.code.text.startsWith(text) && !text.includes('\t');
    const replaced = same ? piece.replaced.filter(({ was, now, end }) => was !== now && end <= text.length).map(({ start, end }) => ({ start: start - lead, end: end - lead })) : [];
    const examples = piece.missing.flatMap((name) => wordsIn(code, exampleOf(view.plan, name)));
    return plainRowsOf(foldCode(shellSegments(view.readShell(code), code, { replaced, examples }), width));
  });
}

/** The places of an example as a whole word, which is asked for before the command runs. */
function wordsIn(code: string, example: string | null): readonly { readonly start: number; readonly end: number }[] {
  if (example === null || example === '') return [];
  const found: { start: number; end: number }[] = [];
  for (let start = code.indexOf(example); start >= 0; start = code.indexOf(example, start + 1)) {
    const end = start + example.length;
    if (!/[\w.-]/.test(code[start - 1] ?? '') && !/[\w-]/.test(code[end] ?? '')) found.push({ start, end });
  }
  return found;
}

/** The text that runs, or would: the prompt's where it is asked about, which has the operator's own changes. */
function codeOf(view: Pick<DocumentView, 'prompt' | 'focus' | 'state' | 'mask'>, { step }: PlannedStep, piece: PlannedPiece): string {
  const { prompt } = view;
  if (isFocus(view, step.id, piece.piece.index) && prompt !== null && 'code' in prompt && prompt.code !== '') return prompt.code;
  const ran = pieceState(view.state, { step: step.id, piece: piece.piece.index });
  if (ran !== undefined && ran.code !== '' && ran.original !== null) return ran.code;
  return step.kind === 'command' ? view.mask(piece.code.text) : '';
}
