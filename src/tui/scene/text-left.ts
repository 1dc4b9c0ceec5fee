import type { RunState } from '../../events/index.ts';
import type { SectionRole } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { type Prompt, stepsLeft } from '../../walk/index.ts';
import type { DocumentBlock } from '../document/document-block.ts';
import type { Position, Rows } from '../document/viewport.ts';

interface Told {
  readonly prompt: Prompt | null;
  readonly plan: Plan;
  readonly state: RunState;
  readonly blocks: readonly DocumentBlock[];
  readonly rows: Rows;
}

/** Sections that say what is done; what the others say ends no run. */
const DOES: ReadonlySet<SectionRole> = new Set(['prerequisites', 'procedure', 'verification']);

/** The words below the last step where all steps are done: "Start the workers again." stands behind no command, and Enter would end the run above it. */
export function textLeft({ prompt, plan, state, blocks, rows }: Told): { readonly begin: Position; readonly end: Position } | null {
  if (prompt === null || !isAtEnd(prompt) || stepsLeft(plan, state).length > 0) return null;
  const included = new Set(plan.steps.filter((each) => each.included).map(({ step }) => step.id));
  const last = blocks.findLastIndex((block) => 'step' in block && included.has(block.step));
  // A section that is folded away has no rows.
  const block = blocks.findLastIndex(({ kind, section }, index) => index > last && kind !== 'heading' && kind !== 'rule' && isDone(plan, section) && rows.lines(index).length > 0);
  return last < 0 || block < 0 ? null : { begin: { block: last + 1, row: 0 }, end: { block, row: rows.lines(block).length } };
}

function isDone({ runbook }: Plan, section: number): boolean {
  const role = runbook.sections[section]?.role;
  return role !== undefined && DOES.has(role);
}

/** Whether nothing more is asked about a step. A run that was left or that failed has no text to go on with. */
export function isAtEnd(prompt: Prompt): boolean {
  return prompt.kind === 'end-run' || prompt.kind === 'record-row' || (prompt.kind === 'finished' && prompt.status === 'passed');
}
