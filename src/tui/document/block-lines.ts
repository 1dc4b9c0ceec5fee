import { pieceState } from '../../events/index.ts';
import { getsTerminal, type PlannedPiece, type PlannedStep, stepOf } from '../../plan/index.ts';
import { calloutText, outWords } from '../../print/index.ts';
import type { RunPiece } from '../../walk/index.ts';
import { markOf, sign } from '../glyphs.ts';
import { beside } from '../rows/beside.ts';
import { type Row, row, type Segment, segment } from '../rows/rows.ts';
import { foldCode, widthOf, wrapWords } from '../rows/wrap.ts';
import type { OutputView } from '../output/output-view.ts';
import type { DocumentBlock, ManualBlock, PieceBlock } from './document-block.ts';
import { type DocumentView, isFocus } from './document-view.ts';
import { foldsOf, isChoiceAhead } from './folds.ts';
import { afterLines, framedLines, type Line, plainLines } from './lines.ts';
import { codeRows } from './piece-code.ts';
import { doubtPhrases, phrases, placeFact, placeWords, planFacts, runFacts } from './piece-facts.ts';
import { indented, plainRows, plainRowsOf, shownRows } from './plain-rows.ts';
import { outputRows, resultRows } from './result-rows.ts';
import { isToDo, pieceMark } from './states.ts';

/** Cells on each side of a block: the margin with the mark, or the frame. */
const MARGIN = 2;

/** The current rows of a block. Pure: its height is the number of lines, and nothing is measured on screen. */
export function blockLines(block: DocumentBlock, view: DocumentView, width: number): readonly Line[] {
  const room = Math.max(12, width - 2 * MARGIN);
  const fold = foldsOf(view.plan, view.toggled).get(block.section);
  if (fold !== undefined) return block.kind === 'heading' && block.section === fold.by ? foldedLines(block, fold.reason, view, room) : [];
  switch (block.kind) {
    case 'piece':
      return pieceLines(block, view, room);
    case 'manual':
      return manualLines(block, view, room);
    default:
      return [...gapOf(block), ...plainLines(plainRows(block, room))];
  }
}

/** A section that is not shown, in one dim line with the reason. */
function foldedLines({ text: heading, section }: { readonly text: string; readonly section: number }, reason: string | null, view: DocumentView, room: number): readonly Line[] {
  const whyOut = (out: string): string => (isChoiceAhead(view.plan, section) ? 'a choice, asked when it is reached' : `out: ${outWords(out)}`);
  const why = reason === null ? 'folded' : whyOut(reason);
  return [{ kind: 'gap' }, ...plainLines(plainRowsOf(wrapWords([segment(`${sign(view, 'fold')} `, 'muted'), segment(heading, 'muted'), segment(`  ${why}`, 'muted')], room)))];
}

function gapOf({ gap }: DocumentBlock): readonly Line[] {
  return gap ? [{ kind: 'gap' }] : [];
}

function pieceLines(block: PieceBlock, view: DocumentView, room: number): readonly Line[] {
  const planned = stepOf(view.plan, block.step);
  const piece = planned?.pieces[block.piece];
  if (planned === undefined || piece === undefined) return [];
  const inner = Math.max(12, room - widthOf(block.rest));
  const command = commandRows(block, view, planned, piece, inner);
  const focus = isFocus(view, block.step, block.piece);
  const marked = focus ? command : withMark(command, view, planned, block.piece);
  const below = { first: block.rest, rest: block.rest };
  const place = sampleOf(block, view);
  const sample = place === 'same' || place === 'below' ? sampleRows(block.ownSample, inner, place) : [];
  return [...(focus ? framedLines(indented(marked, block)) : [...gapOf(block), ...plainLines(indented(marked, block))]), ...afterLines(indented(afterRows(block, view, piece, inner), below)), ...plainLines(indented(sample, below))];
}

/** A framed command: doubts above it, and facts about it below. */
function commandRows(block: PieceBlock, view: DocumentView, planned: PlannedStep, piece: PlannedPiece, room: number): readonly Row[] {
  const { prompt } = view;
  const focus = isFocus(view, block.step, block.piece);
  const asked = focus && prompt !== null && 'step' in prompt ? prompt : null;
  const dot = sign(view, 'dot');
  const doubts = asked?.kind === 'settle-doubt' ? doubtPhrases(asked, view.heldWhole).flatMap((words) => plainRowsOf(wrapWords([words], room))) : [];
  const callouts = asked?.kind === 'run-piece' ? farCallouts(asked.callouts, planned, view).flatMap((callout) => calloutRow(callout, view, room)) : [];
  const facts = factsBelow(asked, block, view, piece);
  return [
    ...doubts,
    ...callouts,
    ...codeRows(view, planned, piece, room),
    ...(block.piece === 0 ? unlikeRows(view, block.step, room) : []),
    ...typedRows(view, block, room),
    ...(focus ? replacedRows(view, piece, room) : []),
    ...(facts.length === 0 ? [] : plainRowsOf(wrapWords(phrases(facts, dot), room))),
    ...(planned.included ? [] : plainRowsOf(wrapWords([segment(outWords(planned.reason), 'muted')], room))),
  ];
}

/** What is said below a command: what running it means while that is asked, where it belongs once the walk is there, and before that what the plan knows. */
function factsBelow(asked: DocumentView['prompt'], block: PieceBlock, view: DocumentView, piece: PlannedPiece): readonly Segment[] {
  if (asked?.kind === 'run-piece') return runFacts(asked);
  if (asked?.kind === 'settle-doubt' && asked.on !== null) return [segment(placeWords(asked.on), 'warn')];
  return reached(view, block) ? placeFact(piece) : planFacts(piece, view.plan);
}

/** How a step differs from what was locked. */
function unlikeRows(view: DocumentView, step: string, room: number): readonly Row[] {
  return (view.unlike.get(step) ?? []).flatMap((text) => plainRowsOf(wrapWords([segment('not as locked: ', 'bad'), segment(text, 'warn')], room)));
}

/** A reminder in one row: the warning was read whole where it stands, and a command below six rows of it would be read last. */
function calloutRow(callout: RunPiece['callouts'][number], view: DocumentView, room: number): readonly Row[] {
  const words = (most: number): ReturnType<typeof wrapWords> => wrapWords([segment(`${callout.severity.toUpperCase()}: `, 'warn', 'strong'), segment(calloutText(callout), 'warn')], most);
  const more = ` ${sign(view, 'more')}`;
  const [whole = [], ...others] = words(room);
  if (others.length === 0) return [row(...whole)];
  return [row(...(words(room - more.length)[0] ?? []), segment(more, 'muted'))];
}

/** Warnings that are not right above the command, because another step is in between. */
function farCallouts(callouts: RunPiece['callouts'], { step }: PlannedStep, { plan }: DocumentView): RunPiece['callouts'] {
  return callouts.filter(({ text }) => {
    const own = step.callouts.find((callout) => callout.text === text);
    return own === undefined || plan.steps.some(({ step: other }) => other.index < step.index && other.span.start.offset > own.span.end.offset);
  });
}

function reached({ state }: DocumentView, block: PieceBlock): boolean {
  return pieceState(state, block) !== undefined;
}

/** The lines to type once the first line of the block has opened a session. */
function typedRows(view: DocumentView, { step, piece: index }: PieceBlock, room: number): readonly Row[] {
  const { prompt } = view;
  const asked = prompt?.kind === 'run-piece' && isFocus(view, step, index) ? prompt.typedThere : null;
  if (asked === null || asked.length === 0) return [];
  return [row(segment('type in the remote session:', 'muted')), ...asked.flatMap((line) => plainRowsOf(foldCode([segment(`  ${line}`, 'warn')], room)))];
}

/** The values that were filled in, spelled out if the operator asks. */
function replacedRows(view: DocumentView, { replaced }: PlannedPiece, room: number): readonly Row[] {
  if (!view.values) return [];
  const said = new Set(replaced.filter(({ was, now }) => was !== now).map(({ was, now, because, name }) => `${was} ${sign(view, 'arrow')} ${view.mask(now)} (${because === 'target' ? 'the target' : name})`));
  return [...said].flatMap((text) => plainRowsOf(wrapWords([segment(text, 'accent')], room)));
}

/** Below the command: its output, how it ended, its checks; on a wide screen with the file's sample output beside them. */
function afterRows({ step, piece, sample }: PieceBlock, view: DocumentView, planned: PlannedPiece, room: number): readonly Row[] {
  const state = pieceState(view.state, { step, piece });
  const again = isFocus(view, step, piece) && isToDo(view.prompt);
  if (state === undefined) return skippedRows(again ? undefined : view.state.steps[step]?.skipped?.reason, room);
  const skipped = (width: number): readonly Row[] => skippedRows(state.status === 'skipped' && !again ? state.skipped?.reason : undefined, width);
  if (state.status === 'skipped' && state.attempt === 0) return skipped(room);
  const output = view.output(step, piece);
  const wrote = output !== null && output.end !== output.first;
  const interrupted = state.finished === null && view.running === null && !state.background;
  const came = (width: number): readonly Row[] => [
    // What ran before somebody skipped it stays to be seen.
    ...(wrote ? outputRows(output, width, view.outputRows, view) : []),
    ...(interrupted ? plainRowsOf(wrapWords([segment('interrupted: unknown how far it got', 'bad')], width)) : []),
    ...resultRows(state, { wrote, interactive: getsTerminal(planned), asked: isFocus(view, step, piece) ? view.prompt : null }, width, view),
    ...skipped(width),
  ];
  return sampleOf({ step, piece, sample }, view) === 'beside' ? beside(came, (width) => sampleRows(sample, width, 'beside'), room) : came(room);
}

/** The place of the file's sample output for a command; it is not shown again where the same came. */
function sampleOf({ step, piece, sample }: Pick<PieceBlock, 'step' | 'piece' | 'sample'>, view: DocumentView): 'beside' | 'below' | 'same' | null {
  if (sample === null) return null;
  const output = view.output(step, piece);
  if (output === null || output.end === output.first) return 'below';
  const isOver = pieceState(view.state, { step, piece })?.finished != null;
  if (isOver && isAllShown(output, view) && textOf(output.lines(output.first, output.end)) === textOf(sample.split('\n'))) return 'same';
  return view.wide ? 'beside' : 'below';
}

function isAllShown({ first, end }: OutputView, { outputRows: most }: DocumentView): boolean {
  return first === 0 && end <= most;
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => line.trimEnd()).join('\n').trim();
}

function sampleRows(sample: string | null, width: number, place: 'beside' | 'below' | 'same'): readonly Row[] {
  if (sample === null) return [];
  return place === 'same' ? [row(segment('the same as the runbook shows', 'muted'))] : [row(segment('the runbook shows', 'muted')), ...shownRows(sample, width)];
}

function skippedRows(reason: string | undefined, room: number): readonly Row[] {
  return reason === undefined ? [] : plainRowsOf(wrapWords([segment(`skipped: ${reason}`, 'muted')], room));
}

function manualLines(block: ManualBlock, view: DocumentView, room: number): readonly Line[] {
  const planned = stepOf(view.plan, block.step);
  if (planned === undefined) return [];
  const focus = isFocus(view, block.step, 0);
  const children = block.children.flatMap((child, i) => [...(i > 0 && child.gap ? [row()] : []), ...plainRows(child, room)]);
  const offers = !focus ? [] : planned.offers.flatMap((offer) => plainRowsOf(foldCode([segment('run by hand: ', 'muted'), segment(view.mask(offer), 'code')], room)));
  const state = view.state.steps[block.step];
  const skipped = skippedRows(focus ? undefined : (state?.skipped?.reason ?? state?.pieces[0]?.skipped?.reason), room);
  const out = planned.included ? [] : plainRowsOf(wrapWords([segment(outWords(planned.reason), 'muted')], room));
  const rows = [...unlikeRows(view, block.step, room), ...children, ...offers, ...skipped, ...out];
  return focus ? framedLines(rows) : [...gapOf(block), ...plainLines(withMark(rows, view, planned, 0))];
}

/** Puts the sign of the state into the margin of the first row. */
function withMark(rows: readonly Row[], view: DocumentView, planned: PlannedStep, piece: number): readonly Row[] {
  const { text, role } = markOf(view, pieceMark(view, planned, piece));
  const mark: Segment = segment(text, role);
  return rows.map((own, i) => (i === 0 ? { ...own, mark } : own));
}
