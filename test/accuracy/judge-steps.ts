import type { Pair, PlacedPair } from './align.ts';
import type { Answer, WantedStep } from './answer.ts';
import { holds } from './fields.ts';
import { effectMarks, judgePiece } from './judge-pieces.ts';
import type { Mark, Place } from './mark.ts';
import { mark, onLine } from './mark.ts';
import type { Reading, ReadStep } from './reading.ts';

/** The marks of all steps: those wanted, those that ought to be none, and those that nobody wanted. */
export function judgeSteps(answer: Answer, pairs: readonly PlacedPair[], reading: Reading, place: Place): readonly Mark[] {
  const wanted = answer.steps.flatMap((step) => judgeStep(step, pairs.filter((pair) => pair.step === step), reading, place));
  const extra = extraSteps(pairs, reading);
  const nothing = answer.nothing.map((text) => {
    const wrong = extra.find((step) => standsIn(text, step));
    return mark('steps', place, text, { right: wrong === undefined, wanted: 'no step', found: wrong === undefined ? 'no step' : `a ${wrong.kind} step` });
  });
  const strange = extra.filter((step) => !answer.nothing.some((text) => standsIn(text, step)));
  return [...wanted, ...nothing, ...strange.map((step) => strangeMark(step, place))];
}

/** Steps that were read and are in no answer. */
export function extraSteps(pairs: readonly Pair[], reading: Reading): readonly ReadStep[] {
  const used = new Set(pairs.flatMap(({ found }) => found.map(({ step }) => step)));
  return reading.steps.filter((_, index) => !used.has(index));
}

function standsIn(text: string, step: ReadStep): boolean {
  return step.pieces.some((piece) => holds(piece.text, text));
}

function strangeMark({ kind, title, line }: ReadStep, place: Place): Mark {
  return { ...mark('steps', place, title, { right: false, wanted: 'no step', found: `a ${kind} step "${title}"` }), line };
}

function judgeStep(step: WantedStep, pairs: readonly PlacedPair[], reading: Reading, file: Place): readonly Mark[] {
  const place = onLine(file, pairs[0]?.line ?? 1);
  const found = pairs.flatMap((pair) => pair.found);
  const [first] = found;
  if (step.maybe) return [];
  if (first === undefined) return [mark('steps', place, step.at, { right: false, wanted: `a ${step.kind} step`, found: 'no step' })];
  const read = reading.steps[first.step];
  const kind = read?.kind ?? first.kind;
  const own = mark('steps', place, step.at, { right: kind === step.kind, wanted: `a ${step.kind} step`, found: `a ${kind} step` });
  // What is no command has no effect, place or doubt to be judged: it is wrong once.
  if (!own.right) return [own];
  const missing = pairs.filter((pair) => pair.found.length === 0).map(({ piece, line }) => mark('pieces', onLine(place, line), piece.at, { right: false, wanted: `a ${piece.kind} piece`, found: 'none' }));
  return [
    own,
    ...inOrOutMarks(step, pairs, place),
    ...effectMarks(step, found, place),
    ...(read === undefined ? [] : codeMarks(step, read, place)),
    ...missing,
    ...pairs.filter((pair) => pair.found.length > 0).flatMap((pair) => judgePiece(pair, onLine(place, pair.line))),
  ];
}

/** One mark a step, or one a piece where pieces of a step differ. */
function inOrOutMarks(step: WantedStep, pairs: readonly PlacedPair[], place: Place): readonly Mark[] {
  const differ = pairs.some(({ piece }) => piece.included !== step.included);
  const judged = differ ? pairs : pairs.filter(({ found }) => found.length > 0).slice(0, 1);
  return judged.flatMap(({ piece, found, line }) => {
    if (piece.included === null || found.length === 0) return [];
    const included = found.some((read) => read.included);
    return [mark('in or out', onLine(place, line), piece.at, { right: included === piece.included, wanted: inOut(piece.included), found: inOut(included) })];
  });
}

function inOut(included: boolean): string {
  return included ? 'in' : 'out';
}

function codeMarks(step: WantedStep, read: ReadStep, place: Place): readonly Mark[] {
  const held = step.pieces.some(({ doubts }) => doubts?.some(({ optional }) => !optional) === true);
  const exactly = step.exactly === null || held ? [] : [mark('pieces', place, step.at, { right: read.code.trim() === step.exactly, wanted: step.exactly, found: read.code.trim() })];
  const offers = step.offers.map((offer) => mark('offers', place, offer, { right: read.offers.some((text) => holds(text, offer)), wanted: offer, found: read.offers.join(', ') || 'none' }));
  return [...exactly, ...offers];
}
