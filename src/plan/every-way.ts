import { type Doubt, hasWords, isGlob, matchesGlob, type Runbook, wordsIn } from '../model/index.ts';
import { targetChoices } from './choices/index.ts';
import { planRun } from './plan-run.ts';
import type { Plan, PlannedPiece, PlanRequest, PlanResult } from './types.ts';

/** A plan in which each choice that is asked for has been taken. */
interface WithChoices extends PlanResult {
  /** The groups of alternatives that were asked for. */
  readonly asked: readonly number[];
}

/** Takes the choice with this number wherever one is asked for, until none is; a choice may bring in steps that ask for another. */
export function planWithChoices(runbook: Runbook, start: PlanRequest, index: number): WithChoices {
  const asked: number[] = [];
  for (let request = start; ;) {
    const result = planRun(runbook, request);
    const open = result.plan.questions.flatMap((question) => (question.kind === 'alternative' && result.problems.length === 0 ? [question] : []));
    // A label that chooses nothing would otherwise be asked for forever.
    if (open.length === 0 || asked.length > runbook.alternatives.length) return { ...result, asked };
    asked.push(...open.map(({ group }) => group));
    request = { ...request, sections: [...request.sections, ...open.flatMap(({ choices }) => choices[Math.min(index, choices.length - 1)] ?? [])] };
  }
}

/** How many rounds take each choice of each group once; at least one. */
export function choiceRounds({ alternatives }: Runbook): number {
  return Math.max(1, ...alternatives.map(({ choices }) => choices.length));
}

/**
 * A plan whose pieces have also the doubts that they come to have with a choice, a target, or a section that is out by default.
 * For this, each choice and each such section is taken once for each kind of target.
 */
export function withDoubtsOfAllWays(plan: Plan): Plan {
  const { runbook, request } = plan;
  const isSame = runbook.gates.length === 0 && !plan.steps.some(({ pieces }) => pieces.some(({ piece }) => piece.kind === 'command' && piece.doubts.some(({ inChosenSection }) => inChosenSection !== undefined)));
  if (isSame) return plan;
  const starts = [request, ...oneOfEachKind(runbook).map((target) => ({ ...request, target }))];
  const optional = runbook.sections.filter(({ role, roleFrom }) => role === 'contingency' && roleFrom !== null).map(({ heading }) => heading);
  const ways = starts.flatMap((start) => [
    ...Array.from({ length: runbook.alternatives.length === 0 ? 0 : choiceRounds(runbook) }, (_, index) => planWithChoices(runbook, start, index)),
    ...['', ...optional].map((section) => planRun(runbook, section === '' ? start : { ...start, sections: [...start.sections, section] })),
  ]);
  const sound = ways.filter(({ problems }) => problems.length === 0).map((way) => way.plan.steps);
  const steps = plan.steps.map((planned, step) => ({
    ...planned,
    pieces: planned.pieces.map((piece, index): PlannedPiece => ({ ...piece, doubts: sound.reduce<readonly Doubt[]>((doubts, way) => united(doubts, way[step]?.pieces[index]?.doubts ?? []), piece.doubts) })),
  }));
  return { ...plan, steps };
}

/** Of the targets that the same steps are for, one; none where every step is for all. */
function oneOfEachKind(runbook: Runbook): readonly string[] {
  const globs = [...new Set(runbook.steps.flatMap(({ appliesTo }) => appliesTo.map(({ value }) => value)))];
  const variants = [...new Set(runbook.steps.flatMap((step) => (step.kind === 'command' && step.variant !== null ? [step.variant.word] : [])))].map(wordsIn);
  if (globs.length + variants.length === 0) return [];
  const kindOf = (name: string): string => [...globs.map((glob) => matchesGlob(name, glob)), ...variants.map((words) => hasWords(name, words))].map(Number).join('');
  const kinds = Map.groupBy(targetChoices(runbook).filter((name) => !isGlob(name)), kindOf);
  return [...kinds.values()].flatMap(([first]) => first ?? []);
}

/** Doubts of one kind are one, with the words of both, so that whoever settles it has read them all. */
function united(doubts: readonly Doubt[], more: readonly Doubt[]): readonly Doubt[] {
  const kinds = new Set(doubts.map(({ kind }) => kind));
  return [...doubts.map((doubt) => more.filter(({ kind }) => kind === doubt.kind).reduce(withWords, doubt)), ...more.filter(({ kind }) => !kinds.has(kind))];
}

function withWords(doubt: Doubt, { text }: Doubt): Doubt {
  const known = doubt.text.split(BETWEEN_WORDS);
  const added = text.split(BETWEEN_WORDS).filter((words) => !known.includes(words));
  return added.length === 0 ? doubt : { ...doubt, text: [doubt.text, ...added].join(BETWEEN_WORDS) };
}

/** Between the words of several doubts that are asked as one. */
const BETWEEN_WORDS = ' · ';
