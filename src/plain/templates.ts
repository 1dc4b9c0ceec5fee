import type { Walk } from '../walk/index.ts';

/** The communication templates with what the run knows in their blanks; what it does not know stays a blank. */
export function templatesText(walk: Pick<Walk, 'plan' | 'state'>): string {
  const { templates } = walk.plan.runbook;
  if (templates.length === 0) return 'this runbook has no communication templates';
  return templates.map(({ title, text }, index) => `\n${templates.length === 1 ? '' : `${index + 1}  `}${title}\n${fillTemplate(walk, text).split('\n').map((line) => `    ${line}`).join('\n')}`).join('\n');
}

/** One template, filled. */
export function fillTemplate({ plan, state }: Pick<Walk, 'plan' | 'state'>, text: string): string {
  const started = state.started?.time ?? null;
  const known: Readonly<Record<string, string | null>> = {
    ...Object.fromEntries(Object.entries(plan.target?.row ?? {}).map(([column, cell]) => [column.toLowerCase(), cell === '' ? null : cell])),
    app: plan.target?.name ?? null,
    service: plan.target?.name ?? null,
    target: plan.target?.name ?? null,
    operator: state.started?.operator ?? null,
    'hh:mm utc': started === null ? null : `${started.slice(11, 16)} UTC`,
    x: started === null ? null : String(Math.max(1, Math.round((Date.parse(state.lastTime ?? started) - Date.parse(started)) / 60_000))),
    ...Object.fromEntries(Object.entries(state.parameters).map(([name, { value }]) => [name.toLowerCase().replaceAll('-', ' '), value])),
  };
  return text.replace(/\[([^\][]+)\](?!\()/g, (blank, words: string) => known[words.toLowerCase()] ?? blank);
}
