import { type CommandStep, interpreterOf, isFar, isShellName, liesIn, namesListedIn, type Opener, overlap, type Piece, type Place, type Slot, startsIn, type Step } from '../model/index.ts';
import { type Assigned, type Binding, type Bindings, bindPlace, bindSlot, fillCode, hostOf, isName, planExpectation, type SlotPlace } from './binding/index.ts';
import type { Decision } from './choices/index.ts';
import { secretVariable } from './secrets/index.ts';
import type { PlannedPiece, PlannedStep } from './types.ts';

/** A step with known values filled in. `assigned` has the variables set by earlier steps, in the shells of their places. `skipped` are its pieces that set nothing because they are skipped. */
export function planStep(known: Bindings, step: Step, decision: Decision, assigned: Assigned, skipped: ReadonlySet<number>): PlannedStep {
  const { included, reason } = decision;
  if (step.kind === 'manual') {
    const offers = step.offers.map(({ code, shell, slots }) => fillCode(code, { start: 0, end: code.text.length }, slots, (slot) => shownSlot(known, slot, { text: code.text, shell, expands: true })).code.text);
    const expectations = step.expectations.map((expectation) => planExpectation(known, expectation));
    const slots = [...step.offers.flatMap((offer) => offer.slots), ...step.expectations.flatMap(({ parts }) => parts.flatMap((part) => part.slots))];
    return { step, included, reason, code: '', pieces: [], offers, expectations, parameters: parameterNames(slots), missing: [], unboundHosts: [] };
  }
  const before: Before = { assigned, skipped: step.pieces.filter(({ index }) => skipped.has(index)) };
  const pieces = step.pieces.map((piece) => planPiece(known, step, piece, before));
  return {
    step,
    included,
    reason,
    code: pieces.map(({ code }) => code.text).join(''),
    pieces,
    offers: [],
    expectations: [],
    parameters: unique(usedParameters(known, step, pieces, before)),
    missing: unique(pieces.flatMap(({ missing }) => missing)),
    unboundHosts: unique(pieces.flatMap(({ unboundHosts }) => unboundHosts)),
  };
}

/** What comes before a piece: the variables set by other steps, and the pieces of its own step that are skipped. */
interface Before {
  readonly assigned: Assigned;
  readonly skipped: readonly Piece[];
}

function planPiece(known: Bindings, step: CommandStep, piece: Piece, before: Before): PlannedPiece {
  const { assigned } = before;
  const around = { text: step.code.text, shell: step.shell, expands: isShellName(interpreterOf(step.pins)) };
  const filled = fillCode(step.code, piece, step.slots, (slot) => bindSlot(known, slot, around));
  const expectations = piece.expectations.map((expectation) => planExpectation(known, expectation));
  const { unbound, ...place } = placed(known, piece);
  const variables = variablesIn(known, step, piece, place.on, before);
  const setElsewhere = Object.fromEntries(variables.flatMap((name) => withName(name, assigned.elsewhere(name, place.on))));
  // A value in the environment here is not the one that the step at the other place sets.
  const values = variables.map((name) => [name, known.inherited.has(name) && Object.hasOwn(setElsewhere, name) ? null : (known.values.get(name) ?? null)] as const);
  const secrets = unique(filled.replaced.flatMap(({ because, name }) => (because === 'parameter' && known.secrets.has(name) ? [name] : [])));
  const environment = Object.fromEntries([...values, ...secrets.map((name) => [secretVariable(name), known.values.get(name) ?? null] as const)].flatMap(([name, value]) => withName(name, value)));
  const fromSlots = filled.missing.filter((name) => known.parameters.get(name)?.kind !== 'environment' || !assigned.has(name, place.on));
  const unset = values.flatMap(([name, value]) => (value === null ? [name] : []));
  return {
    piece,
    title: piece.title,
    code: filled.code,
    replaced: filled.replaced,
    refused: filled.refused,
    missing: unique([...fromSlots, ...unset, ...expectations.flatMap(({ missing }) => missing)]),
    environment,
    setElsewhere,
    expectations,
    unboundHosts: unique([...filled.unbound, ...unboundHosts(known, step, piece), ...unbound]),
    ...place,
  };
}

/** The place of a piece with values filled into its opener, and the doubt that names it. */
function placed(known: Bindings, piece: Piece): Pick<PlannedPiece, 'on' | 'doubts'> & { readonly unbound: readonly string[] } {
  const { on, doubts } = piece;
  if (on?.kind !== 'elsewhere' || piece.openers.length === 0) return { ...bindPlace(known.runbook, known.target, on), doubts };
  const written = piece.openers.map(({ text }) => text).join(', then ');
  const opener = `${piece.openers.map((each) => openerNow(known, each)).join(', then ')}${on.opener.startsWith(written) ? on.opener.slice(written.length) : ''}`;
  return { unbound: [], on: { kind: 'elsewhere', opener }, doubts: doubts.map((doubt) => (doubt.kind === 'elsewhere' ? { ...doubt, text: opener } : doubt)) };
}

function openerNow(known: Bindings, { step, text, slots, start, end }: Opener): string {
  if (end === 0) return fillCode({ text, lineOffsets: [0] }, { start: 0, end: text.length }, slots, (slot) => shownSlot(known, slot, null)).code.text;
  const opened = known.runbook.steps[step];
  if (opened?.kind !== 'command') return text;
  return fillCode(opened.code, { start, end }, opened.slots, (slot) => shownSlot(known, slot, { text: opened.code.text, shell: opened.shell, expands: isShellName(interpreterOf(opened.pins)) })).code.text;
}

/** The text to show in a slot; secrets are not shown. */
function shownSlot(known: Bindings, slot: Slot, place: SlotPlace | null): Binding {
  return slot.kind === 'parameter' && known.secrets.has(slot.parameter) ? { kind: 'keep' } : bindSlot(known, slot, place);
}

/** The lines to type in the session that a piece opens. */
export function typedThere(pieces: readonly PlannedPiece[], opener: PlannedPiece): readonly string[] {
  return piecesThere(pieces, opener).flatMap(({ code }) => code.text.trim().split('\n'));
}

/** The following pieces that belong in the session that a piece opens. */
export function piecesThere(pieces: readonly PlannedPiece[], opener: PlannedPiece): readonly PlannedPiece[] {
  const after = pieces.slice(pieces.indexOf(opener) + 1);
  const here = after.findIndex(({ piece }) => !opensHere(piece, opener.piece));
  return after.slice(0, here < 0 ? after.length : here);
}

/** Whether the first session that a piece is typed into was opened by the other. */
function opensHere({ on, openers: [first] }: Piece, other: Piece): boolean {
  return on?.kind === 'elsewhere' && other.on?.kind !== 'elsewhere' && first !== undefined && first.end > 0 && startsIn(first, other);
}

/** Environment parameters that a piece reads and no piece before it has set. In another place, what `${NAME:?}` demands may be set there: the shell there tells. */
function variablesIn({ parameters }: Bindings, step: CommandStep, piece: Piece, on: Place | null, { assigned, skipped }: Before): readonly string[] {
  const ran = step.shell.assignments.filter((each) => !skipped.some((other) => other !== piece && startsIn(each, other)));
  const isSetBefore = (name: string, at: number): boolean => ran.some((assignment) => assignment.name === name && assignment.end <= at);
  const own = step.shell.reads.filter((each) => liesIn(each, piece));
  const isDemanded = (name: string, at: number): boolean => isFar(on) && own.some((read) => read.name === name && read.demanded && read.start <= at);
  const reads = own.filter(({ name, start, hasDefault }) => !hasDefault && !isSetBefore(name, start) && !isDemanded(name, start));
  return unique(reads.map(({ name }) => name).filter((name) => parameters.get(name)?.kind === 'environment' && !assigned.has(name, on)));
}

/** Hosts of a piece that are not the chosen target's, where its block names another target. */
function unboundHosts(known: Bindings, step: CommandStep, piece: Piece): readonly string[] {
  const { runbook, target } = known;
  const named = step.slots.flatMap((slot) => (slot.kind === 'target' ? [slot.target] : []));
  if (target === null || named.length === 0 || named.includes(target.name)) return [];
  const own = new Set(Object.values(target.row).flatMap((cell) => [cell, ...namesListedIn(cell)].flatMap((name) => [name.toLowerCase(), hostOf(name) ?? ''])));
  const bound = step.slots.filter((slot) => isName(runbook, slot) || bindSlot(known, slot, null).kind === 'replace');
  return piece.hosts.filter((place) => !own.has(place.host) && !bound.some((slot) => overlap(slot, place))).map(({ host }) => host);
}

function usedParameters(known: Bindings, step: CommandStep, pieces: readonly PlannedPiece[], before: Before): readonly string[] {
  return pieces.flatMap(({ piece, on }) => [
    ...parameterNames(step.slots.filter((each) => liesIn(each, piece))),
    ...variablesIn(known, step, piece, on, before),
    ...parameterNames(piece.expectations.flatMap(({ parts }) => parts.flatMap(({ slots }) => slots))),
  ]);
}

function parameterNames(slots: CommandStep['slots']): readonly string[] {
  return unique(slots.flatMap((slot) => (slot.kind === 'parameter' ? [slot.parameter] : [])));
}

/** A name with its value as the entry of a record; nothing without a value. */
function withName(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, value]];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** Whether a piece has the operator's terminal while it runs. Other places have none. */
export function getsTerminal({ piece, on }: Pick<PlannedPiece, 'piece' | 'on'>): boolean {
  return piece.interactive !== null && !isFar(on);
}
