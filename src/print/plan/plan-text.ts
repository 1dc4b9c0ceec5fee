import { type Plan, planTargets } from '../../plan/index.ts';
import type { Standing } from '../../plan-lock/index.ts';
import { standingLines } from '../lock/standing-text.ts';
import { painter } from '../layout/style.ts';
import { headerLines, parameterLines, targetLines } from './plan-header.ts';
import { type Layout, prose } from './plan-layout.ts';
import { planMask } from './plan-mask.ts';
import { openLines } from './plan-open.ts';
import { stepLines } from './plan-steps.ts';
import { eachTargetLines } from './plan-targets.ts';

interface PlanTextOptions {
  readonly colour: boolean;
  /** The width of a line in cells; default 80. */
  readonly width?: number;
  /** Whether it is printed for `run --dry-run`. */
  readonly dryRun?: boolean;
  /** Its standing to the plan lock. */
  readonly standing?: Standing;
}

/** The plan for a person: what the runbook is, what it needs, what would run and why, and what is open. */
export function planText(plan: Plan, { colour, width = 80, dryRun = false, standing }: PlanTextOptions): string {
  const layout: Layout = { paint: painter(colour), width: Math.max(40, Math.min(width, 120)) };
  const mask = planMask(plan);
  const undecided = plan.target === null && plan.needsTarget && plan.runbook.targets.length > 1;
  const lines = [
    ...(dryRun ? [layout.paint('bold', 'Dry run: nothing is run.'), ''] : []),
    ...headerLines(layout, plan),
    ...(standing === undefined || (standing.kind === 'not-locked' && standing.formerly === undefined) ? [] : ['', ...standingLines(standing).flatMap((line) => prose(layout, line, '', '  ')).map((line) => layout.paint(standing.kind === 'differs' ? 'red' : 'dim', line))]),
    ...targetLines(layout, plan),
    ...parameterLines(layout, plan, mask),
    ...(undecided ? eachTargetLines(layout, planTargets(plan.runbook, plan.request)) : []),
    ...(plan.steps.length === 0 ? ['', 'No steps.'] : stepLines(layout, plan, mask)),
    ...openLines(layout, plan),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
