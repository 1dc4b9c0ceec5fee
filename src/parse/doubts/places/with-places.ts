import { type CommandStep, isStronger, type Opener, type Piece, type PieceEffect, type Place, type Step } from '../../../model/index.ts';
import type { CommandDraft, StepDraft, TypedElsewhere } from '../../blocks/index.ts';
import { type PartSources, textSlots } from '../../steps/index.ts';
import { machineTold, namedPlace } from './named-places.ts';

/** The steps with the place of each of their pieces. What is typed elsewhere counts for the piece that opens the session, in whatever block. */
export function withPlaces(drafts: readonly StepDraft[], steps: readonly Step[], parts: PartSources): readonly Step[] {
  const counted = new Map<number, readonly (PieceEffect & { readonly at: number })[]>();
  for (const draft of drafts) {
    if (draft.kind !== 'command') continue;
    for (const { openers: [opener], effect } of draft.elsewhere) {
      if (opener !== undefined && opener.end > 0 && effect !== null) counted.set(opener.step, [...(counted.get(opener.step) ?? []), { ...effect, at: opener.start }]);
    }
  }
  return steps.map((step, index) => {
    const draft = drafts[index];
    if (step.kind !== 'command' || draft?.kind !== 'command') return step;
    const placed = step.pieces.map((piece) => (piece.kind === 'manual' ? piece : { ...piece, on: placeOf(draft, piece, step), openers: openersOf(typedIn(draft, piece, step), index).map((opener) => (opener.end > 0 ? opener : { ...opener, slots: textSlots(opener.text, parts, step.span) })) }));
    return (counted.get(index) ?? []).reduce(raise, { ...step, pieces: placed });
  });
}

/** The lines of a piece that are typed elsewhere, where some are; all of it where words name a place. What stands in for another block is for a target of that name. */
export function typedIn(draft: CommandDraft, piece: Piece, { variant, headings }: Pick<CommandStep, 'variant' | 'headings'>): TypedElsewhere | undefined {
  const { start, end } = piece;
  const typed = draft.elsewhere.find((lines) => draft.code.text.slice(Math.max(start, lines.start), Math.min(end, lines.end)).trim() !== '');
  if (typed !== undefined) return typed.program && typed.openers.length === 0 ? onMachine(typed, machineTold(draft)) : typed;
  return variant !== null ? undefined : namedPlace(draft, piece, headings);
}

/** What is typed at a program's prompt on a machine that words name: "On the primary:" above `SQL>`. */
function onMachine(typed: TypedElsewhere, machine: string | undefined): TypedElsewhere {
  return machine === undefined ? typed : { ...typed, place: [machine, ...typed.place] };
}

/** The openers of the sessions that lines are typed into, with the places that only a prompt or words name. */
function openersOf(typed: TypedElsewhere | undefined, step: number): readonly Opener[] {
  if (typed === undefined) return [];
  return [...typed.openers, ...typed.place.slice(typed.openers.length).map((text): Opener => ({ step, text, slots: [], start: 0, end: 0 }))];
}

function placeOf(draft: CommandDraft, piece: Piece, step: CommandStep): Place | null {
  const pinned = draft.pins.on === undefined ? null : readPlace(draft.pins.on.value);
  if (pinned !== null) return pinned;
  const typed = typedIn(draft, piece, step);
  return typed === undefined ? null : { kind: 'elsewhere', opener: typed.place.join(', then ') };
}

/** A place as an author pins it: `here`, `ssh:web1`, `kubectl:shop/web-1[/app]`, `docker:web`. */
function readPlace(text: string): Place | null {
  const { kind, rest = '' } = /^(?<kind>here|ssh|kubectl|docker)(?::(?<rest>.+))?$/.exec(text)?.groups ?? {};
  const [namespace = '', pod = '', container = null] = rest.split('/');
  if (kind === 'here') return { kind };
  if (kind === 'ssh') return { kind, host: rest };
  if (kind === 'kubectl') return { kind, namespace, pod, container };
  return kind === 'docker' ? { kind, container: rest } : null;
}

function raise(step: CommandStep, { at, ...typed }: PieceEffect & { readonly at: number }): CommandStep {
  const pieces = step.pieces.map((piece) => (at >= piece.start && at < piece.end && isStronger(typed.effect, piece.effect.effect) ? { ...piece, effect: typed, destructive: typed.effect === 'destroys' ? { word: typed.word, from: 'word' as const, marks: [] } : piece.destructive } : piece));
  const effect = isStronger(typed.effect, step.effect.effect) ? typed : step.effect;
  return { ...step, pieces, effect, destructive: step.destructive ?? pieces.find(({ destructive }) => destructive !== null)?.destructive ?? null };
}
