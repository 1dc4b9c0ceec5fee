import { isSettled } from '../../events/index.ts';
import type { PlannedStep } from '../../plan/index.ts';
import type { WalkModel } from '../model.ts';
import { look, mark } from '../theme.ts';
import type { Theme } from '../theme.ts';

/** Sections and steps with their states; the step on screen is always among the lines. */
export function stepsPane(model: WalkModel, height: number, theme: Theme): readonly string[] {
  const lines: string[] = [];
  const here = (model.look ?? model.at)?.step;
  let current = 0;
  let heading: string | null = null;
  for (const planned of model.plan.steps.filter(({ included }) => included)) {
    const { step } = planned;
    const section = step.headings.at(-1) ?? '';
    // A section whose first step is called like it is said once.
    if (section !== heading && section !== '' && section !== step.title) lines.push(look(theme, 'dim', section));
    heading = section;
    if (step.id === here) current = lines.length;
    const title = step.kind === 'command' && step.destructive !== null ? `! ${step.title}` : step.title;
    lines.push(`${mark(theme, stateOf(planned, model))} ${step.id === here ? look(theme, model.look === null ? 'bold' : 'inverse', title) : title}`);
  }
  const first = Math.max(0, Math.min(current - Math.floor(height / 2), lines.length - height));
  return lines.slice(first, first + height);
}

function stateOf({ step, pieces: planned }: PlannedStep, { run, at, running }: WalkModel): string {
  const state = run?.steps[step.id];
  if (state?.skipped != null) return 'skipped';
  if (step.id === at?.step) return running ? 'running' : 'current';
  const pieces = Object.values(state?.pieces ?? {});
  if (pieces.some(({ status, accepted }) => (status === 'failed' || status === 'timed-out') && accepted === null)) return 'failed';
  if (pieces.some(({ status }) => status === 'running')) return 'running';
  if (pieces.length === 0) return 'open';
  const all = planned.length === 0 ? pieces : planned.map(({ piece }) => state?.pieces[piece.index]);
  return all.every(isSettled) ? (pieces.at(-1)?.status ?? 'open') : 'open';
}
