import { type CommandStep, type Doubt, DOUBT_ANSWERS, type DoubtKind, enclosingSections, oneLine, type Piece, positionAt, type Step } from '../../model/index.ts';
import type { StepDraft } from '../blocks/index.ts';
import { type Document, isEnglish } from '../markdown/index.ts';
import { askedByHand } from './orders/index.ts';
import { elsewhere } from './places/index.ts';
import { caseLists, type CaseSources, conditional, contextsTold, filledIn, leftOpen, ownCases } from './cases/index.ts';
import { literal, notACommand, nothing, notLabelled, unparsed } from './code/index.ts';
import { acts, type DoubtSources, type Found, parses, withoutComments } from './sources.ts';

/** A kind of doubt: finds what in a piece raises it, or `null`. */
type Maker = (sources: DoubtSources, piece: Piece, step: CommandStep) => Found | null;

/** Kinds about whether a text is a command for this machine's shell, which do not apply to lines typed elsewhere. */
const OF_THIS_SHELL: ReadonlySet<DoubtKind> = new Set(['unparsed', 'not-a-command', 'nothing']);
/** Those for which nobody can have it run here as it stands. */
const NO_SHELL: ReadonlySet<DoubtKind> = new Set(['unparsed', 'not-a-command']);

const MAKERS: readonly (readonly [DoubtKind, Maker])[] = [
  ['elsewhere', elsewhere],
  ['unparsed', unparsed],
  ['not-a-command', notACommand],
  ['nothing', nothing],
  ['not-labelled', notLabelled],
  ['conditional', conditional],
  ['literal', literal],
];

const NO_SECTIONS: ReadonlySet<number> = new Set();

/** The steps with the doubts that the text alone raises about their pieces. */
export function withDoubts(facts: Omit<DoubtSources, 'isEnglish' | 'chosen' | 'draft' | 'before' | 'last' | 'ownCases' | 'contexts' | 'caseLists' | 'examples' | 'byHand' | 'bareCode'> & Omit<CaseSources, 'acting' | 'destroying'>, drafts: readonly StepDraft[], steps: readonly Step[]): readonly Step[] {
  const sectionsWith = (holds: (piece: Piece) => boolean): ReadonlySet<number> =>
    new Set(steps.flatMap((step, index) => (step.kind === 'command' && step.pieces.some((piece) => piece.kind === 'command' && holds(piece)) ? [drafts[index]?.section ?? -1] : [])));
  const cases = ownCases({ ...facts, acting: sectionsWith(acts), destroying: sectionsWith(({ effect: { effect } }) => effect === 'destroys') });
  const contexts = contextsTold(drafts);
  const lists = once(() => caseLists(facts));
  const examples = filledIn(drafts);
  const english = once(() => isEnglish(facts.collected.paragraphs.map(({ node }) => node)));
  return steps.map((step, index) => {
    const draft = drafts[index];
    if (step.kind !== 'command' || draft?.kind !== 'command') return step;
    const above = drafts[index - 1];
    const last = above?.section === draft.section ? above : null;
    const block = { ...facts, isEnglish: english, chosen: NO_SECTIONS, ownCases: cases, contexts, caseLists: lists, examples, draft, last, before: last?.kind === 'command' ? last : null };
    const sources = { ...block, byHand: once(() => askedByHand(block)), bareCode: once(() => withoutComments(draft, { start: 0, end: draft.code.text.length })) };
    return { ...step, pieces: step.pieces.map((piece) => (piece.kind === 'manual' ? piece : { ...piece, doubts: doubtsOf(sources, piece, step) })) };
  });
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => (found ??= { value: find() }).value;
}

function doubtsOf(sources: DoubtSources, piece: Piece, step: CommandStep): readonly Doubt[] {
  const away = piece.on !== null && piece.on.kind !== 'here';
  const all = MAKERS.flatMap(([kind, make]) => {
    const found = make(sources, piece, step);
    return found === null ? [] : [whole(sources, piece, step, toDoubt(sources.document, kind, found, parses(sources.draft, piece)))];
  });
  const made = away ? thoseElsewhere(all) : all;
  // Where something holds it anyway one question is enough; `not-labelled` only asks whether it is a command.
  const open = made.every(({ kind }) => kind === 'not-labelled') ? leftOpen(sources, piece, step) : null;
  return open === null ? made : [...made, whole(sources, piece, step, toDoubt(sources.document, 'conditional', open, true))];
}

/** With what is asked in its place where its section is chosen. */
function whole(sources: DoubtSources, piece: Piece, step: CommandStep, doubt: Doubt): Doubt {
  if (doubt.section === null) return doubt;
  const chosen = new Set(enclosingSections(sources.sections, doubt.section).map(({ index }) => index));
  const within = { ...sources, chosen };
  const found = conditional(within, piece, step) ?? leftOpen(within, piece, step);
  return found === null ? doubt : { ...doubt, inChosenSection: { ...toDoubt(sources.document, 'conditional', found, parses(sources.draft, piece)), section: null } };
}

/** The doubts of what is typed elsewhere. Where no shell here can read it, nobody settles one by having it run here. */
function thoseElsewhere(doubts: readonly Doubt[]): readonly Doubt[] {
  const kept = doubts.filter(({ kind }) => !OF_THIS_SHELL.has(kind));
  if (!doubts.some(({ kind }) => NO_SHELL.has(kind))) return kept;
  return kept.map((doubt) => ({ ...doubt, answers: doubt.answers.filter((answer) => answer !== 'here') }));
}

function toDoubt(document: Document, kind: DoubtKind, { text, at, section, block, answers: taken }: Found, runs: boolean): Doubt {
  const answers = (taken ?? DOUBT_ANSWERS[kind]).filter((answer) => answer !== 'run' || runs);
  return { kind, text: oneLine(text), line: positionAt(document.source, at).line, section: section ?? null, block: block === true, answers, settledBy: null, answer: null };
}
