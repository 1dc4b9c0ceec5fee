import { readHistory } from '../../history/index.ts';
import { invalidPins } from '../../model/index.ts';
import { daysAgo, exactDuration, proseLines, wrapText } from '../../print/index.ts';
import type { WalkModel } from '../model.ts';
import { drawMark, look } from '../theme.ts';
import type { Theme } from '../theme.ts';

const STALE_DAYS = 180;
const LABEL = 12;

/** What an operator should know before the first command. */
export function briefingLines({ plan, operator }: WalkModel, missing: readonly string[], width: number, theme: Theme, today: Date): string[] {
  const { runbook } = plan;
  const { metadata } = runbook;
  const fact = (name: string, value: string | null | undefined): string[] => {
    if (value == null || value === '') return [];
    return wrapText(value, width - LABEL - 1).map((line, i) => `${(i === 0 ? name : '').padEnd(LABEL)} ${line}`);
  };
  const included = plan.steps.filter((step) => step.included);
  const destructive = included.filter(({ step }) => step.kind === 'command' && step.destructive !== null).length;
  const manual = included.filter(({ step }) => step.kind === 'manual').length;
  const review = reviewed(metadata.lastReviewed?.value ?? null, today);
  const budget = runbook.budget === null ? '' : `; budget ${exactDuration(runbook.budget.seconds * 1000)}`;
  const warnings = runbook.callouts.filter(({ severity }) => severity !== 'note' && severity !== 'tip');
  const known = plan.parameters.filter(({ value, needed }) => needed && value !== null);
  const asked = plan.parameters.filter(({ value, needed }) => needed && value === null).map(({ parameter }) => parameter.name);
  return [
    ...wrapText(runbook.title?.value ?? runbook.path, width).map((line) => look(theme, 'bold', line)),
    ...fact('Owner', metadata.owner?.value),
    ...fact('Reviewed', review.text).map((line) => (review.style === null ? line : look(theme, review.style, line))),
    ...fact('Last run', lastExecution(runbook)),
    ...fact('Target', plan.target?.name),
    ...fact('Operator', operator),
    ...known.filter(({ source }) => source !== 'target').flatMap(({ parameter, value, secret }) => fact(parameter.name, secret ? '***' : value)),
    ...fact('Asked later', asked.join(', ')),
    ...fact('Plan', `${included.length} steps: ${included.length - manual} to run, ${manual} by hand; ${destructive === 0 ? 'none' : destructive} destructive${budget}`),
    ...invalidPins(runbook).flatMap(({ message, span }) => ['', ...wrapText(`PIN NOT UNDERSTOOD, line ${span.start.line}: ${message}`, width).map((line) => look(theme, 'red', line))]),
    ...missing.flatMap((line) => ['', ...wrapText(line, width).map((text) => look(theme, 'red', text))]),
    ...warnings.flatMap(({ severity, text }) => ['', ...wrapText(`${severity.toUpperCase()}: ${text}`, width).map((line) => look(theme, 'yellow', line))]),
    ...runbook.sections.filter(({ role, depth, blocks }) => role === 'purpose' && depth > 1 && blocks.length > 0).flatMap(({ heading, blocks }) => ['', look(theme, 'bold', heading), ...proseLines(blocks, width, drawMark(theme))]),
  ];
}

function reviewed(written: string | null, today: Date): { readonly text: string; readonly style: 'yellow' | 'red' | null } {
  if (written === null) return { text: 'never, as far as it says', style: 'yellow' };
  const date = /\d{4}-\d\d-\d\d/.exec(written)?.[0];
  if (date === undefined) return { text: written, style: null };
  const days = Math.floor((today.getTime() - Date.parse(`${date}T00:00:00Z`)) / 86_400_000);
  if (days <= STALE_DAYS) return { text: `${date}, ${daysAgo(days)}`, style: null };
  return { text: `STALE: ${date}, ${daysAgo(days)}; read each command with care`, style: 'red' };
}

function lastExecution(runbook: WalkModel['plan']['runbook']): string | null {
  const last = readHistory(runbook).executions.at(-1);
  return last === undefined ? null : [last.dateText, last.target, last.outcomeText].filter((part) => part !== null && part !== '').join(' · ');
}
