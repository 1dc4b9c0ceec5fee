import { type Plan, suggestByShape } from '../../plan/index.ts';

const MOST = 9;

/** A plan and what its pieces wrote. */
interface Written {
  readonly plan: Plan;
  outputTail(step: string, piece: number): string;
}

/** Values for a parameter with the shape of its example, among what was written so far, best first. */
export function suggestedFor(written: Written, name: string): readonly string[] {
  const { steps, parameters } = written.plan;
  const example = parameters.find(({ parameter }) => parameter.name === name)?.parameter.example ?? null;
  if (example === null) return [];
  const texts = steps.flatMap(({ step, pieces }) => pieces.map(({ piece }) => written.outputTail(step.id, piece.index)));
  return suggestByShape(example, texts).slice(0, MOST);
}
