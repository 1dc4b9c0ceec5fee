import { type Doubt, type Mark, placeText, plainText, type Runbook, startsIn } from '../model/index.ts';
import type { Plan, PlannedPiece, PlannedStep } from '../plan/index.ts';
import { codeDigest, digest, wordsDigest } from './unread/index.ts';
import type { LockedDoubt, LockedParameter, LockedPiece, LockedStep, LockEntry } from './types.ts';

/** An entry before anybody has signed it. */
export type Coming = Omit<LockEntry, 'locked' | 'digest' | 'reader'>;

/** The entry for the plan of a runbook with nothing chosen and nothing from outside the file. */
export function comingOf(plan: Plan): Coming {
  const { runbook } = plan;
  return {
    targets: runbook.targets.map(({ name }) => name),
    parameters: plan.parameters.filter(({ parameter }) => parameter.steps.length > 0).map(({ parameter, secret }): LockedParameter => {
      const { name, kind, example, pattern, column } = parameter;
      return { name, kind, example: secret ? null : example, default: secret ? null : parameter.default, secret, pattern, column };
    }),
    alternatives: plan.alternatives.map(({ labels }) => ({ choices: labels })),
    steps: plan.steps.map((planned) => lockedStep(runbook, planned)),
  };
}

function lockedStep(runbook: Runbook, { step, included, reason, pieces }: PlannedStep): LockedStep {
  return {
    id: step.id,
    title: step.title,
    kind: step.kind,
    out: included ? null : withoutLines(reason),
    for: step.appliesTo.map(({ value }) => value),
    words: step.kind === 'manual' ? wordsDigest(plainText(step.text)) : null,
    callouts: step.callouts.map(({ severity, text }) => `${severity} ${wordsDigest(text)}`),
    pieces: step.kind === 'manual' ? [] : pieces.map((piece) => lockedPiece(runbook, piece, step.code.text.slice(piece.piece.start, piece.piece.end), step.pins)),
  };
}

/** Positions are left out, since a new paragraph above would change them. */
function withoutLines(reason: string): string {
  return reason.replace(/ ?\(lines? \d+(?:[–-]\d+)?\)/g, '');
}

function lockedPiece(runbook: Runbook, { piece, title, doubts }: PlannedPiece, code: string, pins: PlannedStep['step']['pins']): LockedPiece {
  const pinned = Object.entries(pins).filter(([key]) => key !== 'name' && key !== 'title').map(([key, pin]) => `${key}=${JSON.stringify((pin as { readonly value: unknown }).value)}`).sort();
  const slots = runbook.steps.flatMap((step) => (step.kind === 'command' && step.pieces.includes(piece) ? step.slots.filter((each) => startsIn(each, piece)) : []));
  const names = slots.map((slot) => (slot.kind === 'parameter' ? slot.parameter : `target ${slot.column ?? 'name'}`));
  return {
    title,
    kind: 'command',
    code: codeDigest(code),
    effect: piece.effect.effect,
    word: piece.effect.word,
    lowered: null,
    on: placeText(piece.on),
    interactive: wordOf(piece.interactive),
    follow: wordOf(piece.follow),
    revealing: wordOf(piece.revealing),
    pins: pinned.length === 0 ? null : pinned.join(' '),
    parameters: [...new Set(names)],
    checks: piece.expectations.map(({ kind, text, pattern, parts, anyPart, similarity }) => `${kind} ${digest(JSON.stringify([text, pattern, parts.map((part) => part.text), anyPart, similarity]))}`),
    doubts: doubts.map(lockedDoubt),
  };
}

function lockedDoubt({ kind, text }: Doubt): LockedDoubt {
  return { kind, words: wordsDigest(text), settled: null };
}

function wordOf(mark: Mark | null): string | null {
  return mark?.word ?? null;
}
