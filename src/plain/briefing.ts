import type { RunState } from '../events/index.ts';
import { readHistory } from '../history/index.ts';
import { type Block, counted, invalidPins, isInside, type MetadataEntry, misread, type Runbook } from '../model/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Standing } from '../plan-lock/index.ts';
import { calloutText, exactDuration, type Paint, proseLines, standingLines, wrapText } from '../print/index.ts';
import { countDestroying, stepsLeft, willAskFor } from '../walk/index.ts';
import { isOpening } from './step-text.ts';

/** What a briefing says in addition to the plan. */
interface Briefed {
  readonly standing: Standing;
  readonly operator: string;
  /** Where a resumed run continues; `null` for a new run. */
  readonly resumed: string | null;
  /** What it has done before. */
  readonly state: RunState;
}

/** What an operator should know before the first command. */
export function briefing(plan: Plan, { standing, operator, resumed, state }: Briefed, paint: Paint, width: number): string {
  const { runbook } = plan;
  const fact = (name: string, value: string | null | undefined): readonly string[] => (value === null || value === undefined || value === '' ? [] : wrapText(`${name}: ${value}`, width));
  const left = stepsLeft(plan, state);
  const { sure, ifChosen } = countDestroying(plan, state);
  const opening = openingBlocks(runbook);
  const facts = runbook.metadata.entries.filter(({ span, from, known }) => (from === 'front-matter' && known !== null) || opening.some((block) => isInside(span, block.span)));
  const words = opening.filter((block) => !isAllFacts(block, facts));
  const told = (name: string): boolean => facts.some(({ known }) => known === name);
  const purpose = runbook.sections.filter(({ role, depth, blocks }) => role === 'purpose' && depth > 1 && blocks.length > 0);
  return [
    ...wrapText(paint('bold', runbook.title?.value ?? runbook.path), width),
    ...fact('Owner', told('owner') ? null : runbook.metadata.owner?.value),
    ...fact('Last reviewed', told('lastReviewed') ? null : runbook.metadata.lastReviewed?.value),
    ...facts.flatMap(({ key, value }) => fact(key, value)),
    // The last row may be the resumed run's own.
    ...fact('Last execution', resumed === null ? lastExecution(runbook) : null),
    ...(words.length === 0 ? [] : ['', ...proseLines(words, width)]),
    ...purpose.flatMap(({ heading, blocks }) => ['', ...wrapText(paint('bold', heading), width), ...proseLines(blocks, width)]),
    ...warnings(runbook).flatMap((callout) => ['', ...wrapText(paint('yellow', `${callout.severity.toUpperCase()}: ${calloutText(callout)}`), width)]),
    ...invalidPins(runbook).flatMap(({ message, span }) => ['', ...wrapText(paint('red', `PIN NOT UNDERSTOOD, line ${span.start.line}: ${message}`), width)]),
    ...misread(runbook).flatMap(({ message, span }) => ['', ...wrapText(paint('red', `NOT READ AS MEANT, line ${span.start.line}: ${message}`), width)]),
    '',
    ...(resumed === null ? [] : wrapText(paint('bold', resumed), width)),
    `${counted(left.length, 'step')}${resumed === null ? '' : ' to go'}, ${sure} destructive${ifChosen === 0 ? '' : ` and ${ifChosen} more if chosen`}${runbook.budget === null ? '' : `, to be done within ${exactDuration(runbook.budget.seconds * 1000)}`}`,
    ...standingLines(standing).map((line) => (standing.kind === 'differs' ? paint('red', line) : line)),
    ...fact('Will ask for', willAskFor(plan).join(', ')),
    ...fact('Target', plan.target?.name),
    `Operator: ${operator}`,
  ].join('\n');
}

/** What stands under the title, but for the warnings, which are told by themselves. */
function openingBlocks(runbook: Runbook): readonly Block[] {
  const withSteps = new Set(runbook.steps.map(({ section }) => section));
  const told = warnings(runbook);
  return runbook.sections
    .filter((section) => isOpening(runbook, section) && !withSteps.has(section.index))
    .flatMap(({ blocks }) => blocks.filter(({ span }) => !told.some((warning) => isInside(span, warning.span))));
}

function warnings({ callouts }: Runbook): Runbook['callouts'] {
  return callouts.filter(({ severity }) => severity === 'warning' || severity === 'caution' || severity === 'important');
}

/** Whether each line of a block is a fact, or the block is a table of them. */
function isAllFacts({ type, span }: Block, facts: readonly MetadataEntry[]): boolean {
  const own = facts.filter((fact) => isInside(fact.span, span));
  if (type === 'table') return own.length > 0;
  const lines = new Set(own.flatMap((fact) => Array.from({ length: fact.span.end.line - fact.span.start.line + 1 }, (_, index) => fact.span.start.line + index)));
  return lines.size === span.end.line - span.start.line + 1;
}

function lastExecution(runbook: Runbook): string | null {
  const last = readHistory(runbook).executions.at(-1);
  return last === undefined ? null : [last.dateText, last.target, last.operator, last.outcomeText].filter((part) => part !== null && part !== '').join(', ');
}
