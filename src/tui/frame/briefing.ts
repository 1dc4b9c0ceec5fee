import { readHistory } from '../../history/index.ts';
import { daysAgo, exactDuration, proseLines, wrapText } from '../../print/index.ts';
import type { WalkModel } from '../model.ts';
import { drawMark, look } from '../theme.ts';
import type { Theme } from '../theme.ts';

const STALE_DAYS = 180;
const LABEL = 12;

/** What an operator should know before the first command. */
export function briefingLines({ plan, operator }: WalkModel, width: number, theme: Theme, today: Date): string[] {
  const { runbook } = plan;
  const { metadata } = runbook;
  const fact = (name: string, value: string | null | undefined): string[] => {
    if (value == null || value === '') return [];
    const [first = '', ...rest] = wrapText(`${name.padEnd(LABEL)} ${value}`.replace(/ {2,}/g, (blanks) => '\u00a0'.repeat(blanks.length)), width, ' '.repeat(LABEL + 1));
    return [first.replaceAll('\u00a0', ' '), ...rest];
  };
  const included = plan.steps.filter((step) => step.included);
  const destructive = included.filter(({ step }) => step.kind === 'command' && step.destructive !== null).length;
  const manual = included.filter(({ step }) => step.kind === 'manual').length;
  const budget = runbook.budget === null ? '' : `; budget ${exactDuration(runbook.budget.seconds * 1000)}`;
  const warnings = runbook.callouts.filter(({ severity }) => severity !== 'note' && severity !== 'tip');
  const known = plan.parameters.filter(({ value, needed }) => needed && value !== null);
  const asked = plan.parameters.filter(({ value, needed }) => needed && value === null).map(({ parameter }) => parameter.name);
  return [
    ...wrapText(runbook.title?.value ?? runbook.path, width).map((line) => look(theme, 'bold', line)),
    ...fact('Owner', metadata.owner?.value),
    ...reviewLines(metadata.lastReviewed?.value ?? null, theme, today),
    ...fact('Last run', lastExecution(runbook)),
    ...fact('Target', plan.target?.name),
    ...fact('Operator', operator),
    ...known.filter(({ source }) => source !== 'target').flatMap(({ parameter, value, secret }) => fact(parameter.name, secret ? '***' : value)),
    ...fact('Asked later', asked.join(', ')),
    ...fact('Plan', `${included.length} steps: ${included.length - manual} to run, ${manual} by hand; ${destructive === 0 ? 'none' : destructive} destructive${budget}`),
    ...warnings.flatMap(({ severity, text }) => ['', ...wrapText(`${severity.toUpperCase()}: ${text}`, width).map((line) => look(theme, 'yellow', line))]),
    ...runbook.sections.filter(({ role, depth, blocks }) => role === 'purpose' && depth > 1 && blocks.length > 0).flatMap(({ heading, blocks }) => ['', look(theme, 'bold', heading), ...proseLines(blocks, width, drawMark(theme))]),
  ];
}

function reviewLines(written: string | null, theme: Theme, today: Date): string[] {
  if (written === null) return [look(theme, 'yellow', `${'Reviewed'.padEnd(LABEL)} never, as far as it says`)];
  const date = /\d{4}-\d\d-\d\d/.exec(written)?.[0];
  if (date === undefined) return [`${'Reviewed'.padEnd(LABEL)} ${written}`];
  const days = Math.floor((today.getTime() - Date.parse(`${date}T00:00:00Z`)) / 86_400_000);
  const line = `${'Reviewed'.padEnd(LABEL)} ${date}, ${daysAgo(days)}`;
  return [days > STALE_DAYS ? look(theme, 'red', `${line}: STALE, read each command with care`) : line];
}

function lastExecution(runbook: WalkModel['plan']['runbook']): string | null {
  const last = readHistory(runbook).executions.at(-1);
  return last === undefined ? null : [last.dateText, last.target, last.outcomeText].filter((part) => part !== null && part !== '').join(' · ');
}
