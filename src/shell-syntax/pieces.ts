import type { CodeRange, ShellAnalysis, ShellComment } from '../model/index.ts';
import { titledLines, type TitleBlock } from './title-blocks.ts';
import { unbreakable } from './unbreakable.ts';

/** A part of the code that can run by itself. Together the pieces are the code, in order. */
export interface ShellPiece extends CodeRange {
  /** Words of the comment that titles it, number stripped, or `null`. */
  readonly title: string | null;
  /** The comment lines that the title was read from. */
  readonly titleRange: CodeRange | null;
  /** Indices into `analysis.comments` of the comments that stand in it. */
  readonly comments: readonly number[];
  /** Index into `analysis.remotes` of the session it is, or `null`. */
  readonly remote: number | null;
}

/** What the caller decides. */
export interface PieceOptions {
  /** Whether a comment says what one should see: it ends a piece. */
  readonly isExpectation: (comment: ShellComment) => boolean;
}

interface Cut {
  readonly at: number;
  readonly title: TitleBlock | null;
}

/** Cuts code into pieces: before a comment that titles what follows, after an expectation, after an endless command, around a session. */
export function cutPieces(code: string, analysis: ShellAnalysis, options: PieceOptions): readonly ShellPiece[] {
  const cuts = analysis.errors.length > 0 ? [{ at: 0, title: firstTitle(code, analysis, options) }] : findCuts(code, analysis, options);
  return cuts.map(({ at, title }, index) => {
    const range = { start: index === 0 ? 0 : at, end: cuts[index + 1]?.at ?? code.length };
    return {
      ...range,
      title: title?.text ?? null,
      titleRange: title?.range ?? null,
      comments: analysis.comments.flatMap((comment, position) => (comment.start >= range.start && comment.start < range.end ? [position] : [])),
      remote: indexOrNull(analysis.remotes.findIndex(({ start }) => start >= range.start && start < range.end)),
    };
  });
}

function indexOrNull(index: number): number | null {
  return index < 0 ? null : index;
}

function firstTitle(code: string, analysis: ShellAnalysis, options: PieceOptions): TitleBlock | null {
  const first = analysis.statements[0]?.start ?? Infinity;
  return titledLines(code, analysis, options.isExpectation).blocks.find(({ range, before }) => before && range.start < first) ?? null;
}

function findCuts(code: string, analysis: ShellAnalysis, options: PieceOptions): readonly Cut[] {
  const units = commandUnits(analysis);
  const { blocks, expectations } = titledLines(code, analysis, options.isExpectation);
  const kept = unbreakable(analysis);
  const cuts: Cut[] = [];
  let nextBlock = 0;
  let previousEnd = 0;
  units.forEach((unit, index) => {
    let title: TitleBlock | null = null;
    let lead: TitleBlock | null = null;
    for (; (blocks[nextBlock]?.range.start ?? Infinity) < unit.start; nextBlock += 1) {
      const block = blocks[nextBlock];
      if (block === undefined || !block.before) continue;
      lead ??= block;
      title ??= block.text === null ? null : block;
    }
    const at = index === 0 ? 0 : cutPlace(code, analysis, unit.start, previousEnd, (lead ?? title)?.range.start);
    const wanted = index === 0 || title !== null || unit.session || (units[index - 1]?.closes ?? false) || expectations.some((end) => end > previousEnd && end <= unit.start);
    if (wanted && at !== null && !(index > 0 && kept.some(({ start, end }) => start < at && at < end))) cuts.push({ at, title });
    previousEnd = unit.end;
  });
  return cuts.length > 0 ? cuts : [{ at: 0, title: firstTitle(code, analysis, options) }];
}

interface Unit extends CodeRange {
  /** It opens a session. */
  readonly session: boolean;
  /** What follows is another piece: it never ends, or was a session. */
  readonly closes: boolean;
}

/** Top-level commands, a session with what is typed in it as one. */
function commandUnits(analysis: ShellAnalysis): readonly Unit[] {
  const endless = analysis.hazards.filter(({ hazard }) => hazard === 'follow');
  return analysis.statements.flatMap((statement): readonly Unit[] => {
    const session = analysis.remotes.find(({ start }) => start >= statement.start && start < statement.end);
    const follows = endless.some(({ start }) => start >= statement.start && start < statement.end);
    if (session !== undefined) return [{ start: statement.start, end: Math.max(statement.end, session.end), session: true, closes: true }];
    return [{ ...statement, session: false, closes: follows }];
  });
}

/** Start of the line where the next piece begins, or `null` where two commands share a line. */
function cutPlace(code: string, analysis: ShellAnalysis, unitStart: number, previousEnd: number, titleStart: number | undefined): number | null {
  const first = titleStart ?? ownCommentsBefore(analysis, unitStart, previousEnd, code) ?? unitStart;
  const lineStart = code.lastIndexOf('\n', first - 1) + 1;
  return lineStart >= previousEnd && code.slice(previousEnd, lineStart).includes('\n') ? lineStart : null;
}

/** Comment lines that stand right above a command go with it. */
function ownCommentsBefore(analysis: ShellAnalysis, unitStart: number, previousEnd: number, code: string): number | undefined {
  let first: number | undefined;
  let at = unitStart;
  for (const comment of analysis.comments.filter(({ start, ownLine }) => ownLine && start >= previousEnd && start < unitStart).reverse()) {
    if (code.slice(comment.end, at).split('\n').length > 2) break;
    first = comment.start;
    at = comment.start;
  }
  return first;
}
