import { type CodeRange, isSecretName, lineStart, type ShellAnalysis, type ShellComment } from '../../model/index.ts';
import { setsUnknown } from '../assigned-value.ts';
import { meets, startingIn } from '../ranges.ts';
import { titledLines, type TitleBlock, type TitledLines } from './title-blocks.ts';
import { unbreakable } from './unbreakable.ts';

/** A part of the code that can run separately. Together the pieces are the code, in order. */
interface ShellPiece extends CodeRange {
  /** `manual`: a comment with nothing to run below it, which asks for something by hand. */
  readonly kind: 'command' | 'manual';
  /** Words of the comment that titles it, number stripped, or `null`. */
  readonly title: string | null;
  /** Indices into `analysis.comments` of the comments that stand in it. */
  readonly comments: readonly number[];
}

/** Decisions of the caller. */
interface PieceOptions {
  /** Whether a comment is an expectation, which ends a piece. */
  readonly isExpectation: (comment: ShellComment) => boolean;
  /** Whether a comment without a number, below the last command, asks for something by hand. */
  readonly asksByHand?: (title: string) => boolean;
  /** Whether a comment is an order: two of them with no command between, and the first is done by hand. */
  readonly isOrder?: (title: string) => boolean;
  /** Whether a comment says in words that a person does it: one that stands apart titles no command. */
  readonly saysByHand?: (title: string) => boolean;
}

interface Cut {
  readonly at: number;
  readonly title: TitleBlock | null;
  readonly byHand?: true;
}

/** A top-level command, or what is typed into a session. */
interface Unit extends CodeRange {
  /** Whether it opens a session, or is typed into one. */
  readonly session: boolean;
  /** Whether a new piece must follow: it never ends, belongs to a session, or makes a secret that must be known before anything can print it. */
  readonly closes: boolean;
}

/** Cuts code into pieces: before a comment that titles what follows, after an expectation, after an endless command or one that makes a secret, around a session. */
export function cutPieces(code: string, analysis: ShellAnalysis, options: PieceOptions): readonly ShellPiece[] {
  const lines = titledLines(code, analysis, options.isExpectation);
  const units = commandUnits(code, analysis);
  const cuts = findCuts(code, analysis, analysis.errors.length > 0 ? units.slice(0, 1) : units, lines, options);
  let comment = 0;
  return cuts.map(({ at, title, byHand }, index) => {
    const range = { start: at, end: cuts[index + 1]?.at ?? code.length };
    const comments: number[] = [];
    for (; (analysis.comments[comment]?.start ?? Infinity) < range.end; comment += 1) comments.push(comment);
    return { kind: byHand === true ? 'manual' : 'command', ...range, title: title?.text ?? null, comments };
  });
}

function commandUnits(code: string, analysis: ShellAnalysis): readonly Unit[] {
  const secrets = analysis.assignments.filter(({ name, start, end }) => isSecretName(name) && code.slice(start, end).includes('=') && setsUnknown(code.slice(start, end)));
  const endless = analysis.hazards.filter(({ hazard }) => hazard === 'follow');
  const typed = analysis.remotes.filter(({ typed: { start, end } }) => code.slice(start, end).trim() !== '').map(({ typed: { start, end } }): Unit => ({ start, end, session: true, closes: true }));
  const commands = analysis.statements.map((statement): Unit => {
    if (startingIn(analysis.remotes, statement).length > 0) return { ...statement, session: true, closes: true };
    return { ...statement, session: false, closes: startingIn(endless, statement).length > 0 || startingIn(secrets, statement).length > 0 };
  });
  return typed.length === 0 ? commands : [...commands, ...typed].sort((a, b) => a.start - b.start);
}

function findCuts(code: string, analysis: ShellAnalysis, units: readonly Unit[], lines: TitledLines, options: PieceOptions): readonly Cut[] {
  const kept = unbreakable(analysis);
  const cuts: Cut[] = [];
  let before: Unit | null = null;
  for (const unit of units) {
    const gap = { start: before?.end ?? 0, end: unit.start };
    const all = startingIn(lines.blocks, gap);
    const hand = kept.length > 0 ? [] : byHand(all, options, { isFirst: before === null, next: code.slice(unit.start, unit.end) });
    const blocks = all.filter(({ speaksOfNext, start }) => speaksOfNext && start > (hand.at(-1)?.start ?? -1));
    const title = blocks.findLast(({ text }) => text !== null) ?? null;
    for (const block of hand) cuts.push({ at: cuts.length === 0 ? 0 : lineStart(code, block.start), title: block, byHand: true });
    const own = hand.length > 0 ? blocks.find(({ numbered }) => numbered) : undefined;
    if (own !== undefined) cuts.push({ at: lineStart(code, own.start), title });
    else if (before === null && hand.length === 0) cuts.push({ at: 0, title });
    else if (before === null || title !== null || hand.length > 0 || unit.session || before.closes || startingIn(lines.expectations, { start: before.start, end: unit.start }).length > 0) {
      const free = { start: Math.max(endOfRemarks(lines, gap), hand.at(-1)?.end ?? 0), end: gap.end };
      const at = cutPlace(code, free, blocks[0]?.start ?? commentsAbove(code, analysis, free) ?? unit.start);
      if (at !== null && !isKept(kept, at)) cuts.push({ at, title });
    }
    before = unit;
  }
  if (cuts.length === 0) return [{ at: 0, title: null }];
  const after = kept.length > 0 || before === null || analysis.errors.length > 0 ? [] : startingIn(lines.blocks, { start: before.end, end: code.length }).filter(({ numbered, text }) => text !== null && (numbered || options.asksByHand?.(text) === true));
  return [...cuts, ...after.map((block): Cut => ({ at: lineStart(code, block.start), title: block, byHand: true }))];
}

/** Comments that title no command, since another one or a blank line stands between them and the next: numbered ones, those that ask for something by hand, and orders above another order. */
function byHand(blocks: readonly TitleBlock[], { asksByHand, isOrder, saysByHand }: PieceOptions, { isFirst, next }: { readonly isFirst: boolean; readonly next: string }): readonly TitleBlock[] {
  const lastNumbered = blocks.findLast(({ numbered }) => numbered);
  const title = blocks.findLast(({ text, speaksOfNext }) => speaksOfNext && text !== null);
  const asks = (text: string, isTitle: boolean): boolean => !isFirst && !isNamed(text, next) && (asksByHand?.(text) === true || (isTitle && isOrder?.(text) === true && isOrder(title?.text ?? '')));
  const isApart = ({ text, apart }: TitleBlock): boolean => apart && text !== null && saysByHand?.(text) === true && !isNamed(text, next);
  return blocks.filter((block) => block.text !== null && (block.numbered ? block !== lastNumbered : isApart(block) || (block !== title && asks(block.text, block.speaksOfNext))));
}

/** Whether a command speaks of what a comment begins with: `# Restart them` over `# the web` and `systemctl restart web` heads both. */
function isNamed(title: string, command: string): boolean {
  const [verb = ''] = title.toLowerCase().split(/[^a-z]+/);
  return command.toLowerCase().includes(verb);
}

/** The end of the comments that are still about the command above. */
function endOfRemarks(lines: TitledLines, gap: CodeRange): number {
  const remarks = startingIn(lines.blocks, gap).filter(({ speaksOfNext }) => !speaksOfNext);
  return Math.max(gap.start, startingIn(lines.expectations, gap).at(-1)?.end ?? 0, remarks.at(-1)?.end ?? 0);
}

function isKept(kept: readonly CodeRange[], at: number): boolean {
  return meets(kept, { start: at, end: at + 1 });
}

/** Start of the line on which the next piece begins; `null` if two commands share a line. */
function cutPlace(code: string, gap: CodeRange, first: number): number | null {
  const start = gap.start + code.slice(gap.start, first).lastIndexOf('\n') + 1;
  return start > gap.start || code.charAt(gap.start - 1) === '\n' ? start : null;
}

/** Comment lines right above a command belong to it. */
function commentsAbove(code: string, analysis: ShellAnalysis, gap: CodeRange): number | undefined {
  let first: number | undefined;
  for (const comment of startingIn(analysis.comments, gap).toReversed()) {
    if (!comment.ownLine || code.slice(comment.end, first ?? gap.end).split('\n').length > 2) break;
    first = comment.start;
  }
  return first;
}
