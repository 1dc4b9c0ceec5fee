import { codeSpan, type CodeText, type Effect, type EffectMark, type Expectation, type HazardMark, isOnNextLine, isStronger, lineStart, type Mark, type Piece, type PieceEffect, type Pins, type ShellAnalysis, type ShellComment, startsIn, strongestEffect } from '../../model/index.ts';
import { cutPieces, isNumbered, opensCase, urlHosts } from '../../shell-syntax/index.ts';
import type { Document } from '../markdown/index.ts';
import { asksByHand, saysByHand, saysWhatIsDone } from './by-hand.ts';
import { isExpectationLead, readExpectation, readExpectedBlock } from '../expectations/index.ts';

/** Cuts the code of a step into pieces, each with its checks, effect, marks and hosts. */
export function readPieces(document: Document, code: CodeText, shell: ShellAnalysis, pins: Pins): readonly Piece[] {
  const pieces = cutPieces(code.text, shell, { isExpectation: (comment) => isExpectationLead(comment.text) !== null, asksByHand, isOrder: saysWhatIsDone, saysByHand });
  const hosts = urlHosts(code.text, shell);
  return pieces.map((piece, index): Piece => {
    const within = <T extends { readonly start: number }>(items: readonly T[]): readonly T[] => items.filter((each) => startsIn(each, piece));
    const hazards = within(shell.hazards);
    const effects = within(shell.effects);
    const effect = pieceEffect(effects, pins);
    const comments = piece.comments.flatMap((at) => shell.comments[at] ?? []);
    return {
      index,
      kind: piece.kind,
      start: piece.start,
      end: piece.end,
      title: piece.title,
      expectations: readExpectations(document, code, comments),
      effect,
      destructive: destructiveMark(effect, effects, pins),
      interactive: mark('interactive', hazards, pins.interactive?.value),
      follow: mark('follow', hazards, pins.follow?.value),
      revealing: mark('revealing', hazards, undefined),
      on: null,
      openers: [],
      doubts: [],
      hosts: within(hosts),
    };
  });
}

/** The strongest effect of the commands; a pin only raises it. */
function pieceEffect(effects: readonly EffectMark[], pins: Pins): PieceEffect {
  const strongest = strongestEffect(effects);
  const read: PieceEffect = strongest === null ? { effect: 'reads', word: '' } : { effect: strongest.effect, word: strongest.word };
  const pinned = pinnedEffect(pins);
  return pinned !== null && isStronger(pinned, read.effect) ? { effect: pinned, word: 'pin' } : read;
}

function pinnedEffect({ destructive, effect }: Pins): Effect | null {
  return destructive?.value === true ? 'destroys' : (effect?.value ?? null);
}

function destructiveMark({ effect, word }: PieceEffect, effects: readonly EffectMark[], pins: Pins): Mark | null {
  if (effect !== 'destroys') return null;
  const marks = effects.filter((candidate) => candidate.effect === 'destroys');
  return pinnedEffect(pins) === 'destroys' ? { word: 'pin', from: 'pin', marks } : { word, from: 'word', marks };
}

/** What the shell's words say of a hazard, unless a pin says otherwise. */
function mark(hazard: HazardMark['hazard'], hazards: readonly HazardMark[], pin: boolean | undefined): Mark | null {
  const marks = hazards.filter((candidate) => candidate.hazard === hazard);
  if (pin === false) return null;
  if (pin === true) return { word: 'pin', from: 'pin', marks };
  const [first] = marks;
  return first === undefined ? null : { word: first.word, from: 'word', marks };
}

/** Expectations in comments; the comment lines right below belong to them. */
function readExpectations(document: Document, code: CodeText, comments: readonly ShellComment[]): readonly Expectation[] {
  const found: Expectation[] = [];
  for (let index = 0; index < comments.length; index++) {
    const first = comments[index];
    const lead = first === undefined ? null : isExpectationLead(first.text);
    if (first === undefined || lead === null) continue;
    const more: ShellComment[] = [];
    for (let next = comments[index + 1]; next !== undefined && continues(code.text, more.at(-1) ?? first, next, first); next = comments[index + 1]) {
      more.push(next);
      index++;
    }
    const span = codeSpan(document.source, code, first.start, (more.at(-1) ?? first).end);
    const rest = more.map(({ text }) => text);
    if (lead.rest !== '') found.push(readExpectation([lead.rest, ...rest].join(' '), span));
    else if (rest.length > 0) found.push(readExpectedBlock(rest.join('\n'), span));
  }
  return found;
}

function continues(code: string, before: ShellComment, comment: ShellComment, first: ShellComment): boolean {
  if (!comment.ownLine || isNumbered(comment.text) || opensCase(comment.text) || isExpectationLead(comment.text) !== null) return false;
  if (!isOnNextLine(code, before.end, comment.start) || comment.text.trim() === '') return false;
  return first.ownLine || column(code, before.start) === column(code, comment.start);
}

function column(code: string, at: number): number {
  return at - lineStart(code, at);
}
