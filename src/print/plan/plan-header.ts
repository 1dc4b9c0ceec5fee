import { counted, listFirst, type Runbook, visibleLine } from '../../model/index.ts';
import { comesWithTarget, historyTable, type Plan, type PlannedParameter } from '../../plan/index.ts';
import { heading, type Layout, prose, table } from './plan-layout.ts';
import type { PlanMask } from './plan-mask.ts';

/** Title, path and what the runbook says about itself. */
export function headerLines(layout: Layout, plan: Plan): readonly string[] {
  const { runbook } = plan;
  const title = runbook.title?.value ?? runbook.path;
  const rows = [...metadataRows(runbook), ...factRows(plan)];
  return [...prose({ ...layout, paint: (_, text) => text }, title, '').map((line) => layout.paint('bold', line)), layout.paint('dim', visibleLine(runbook.path)), ...(rows.length > 0 ? ['', ...table(layout, rows)] : [])];
}

/** Front matter for site generators, which means nothing to an operator. */
const FOR_THE_SITE = /^(?:title|weight|layout|slug|draft|menu|aliases|permalink|nav_order|parent|has_children|sidebar_\w+|bookhidden|booktoc)$/i;

function metadataRows({ metadata }: Runbook): readonly (readonly [string, string])[] {
  return metadata.entries.filter(({ key, known }) => known !== null || !FOR_THE_SITE.test(key)).map(({ key, value, known }) => [key, known === 'system' && metadata.system.length > 0 ? metadata.system.map((name) => name.value).join(', ') : value]);
}

function factRows({ runbook, target }: Plan): readonly (readonly [string, string])[] {
  const { budget } = runbook;
  const history = historyTable(runbook, target?.name ?? null);
  const rows: (readonly [string, string])[] = [];
  if (budget !== null) rows.push(['Time budget', `${budget.text} (line ${budget.span.start.line})`]);
  if (history !== null) rows.push(['History', `${counted(history.rows.length, 'row')} (line ${history.span.start.line})`]);
  return rows;
}

/** The targets that the runbook can be run on. */
export function targetLines(layout: Layout, { runbook, target }: Plan): readonly string[] {
  if (runbook.targets.length === 0) return [];
  const rows = runbook.targets.map(({ name, glob, inventory, row, span }): readonly [string, string] => {
    const cells = Object.entries(runbook.inventories[inventory ?? -1]?.rows[row ?? -1]?.cells ?? {}).flatMap(([, cell]) => (cell === name ? [] : [cell]));
    const about = glob ? 'any name that it matches' : cells.join(' · ');
    return [name, `${about}${about === '' ? '' : ' '}(line ${span.start.line})${target?.name === name ? ', chosen' : ''}`];
  });
  return [...heading(layout, 'Targets', '--target <name>'), ...table(layout, rows)];
}

/** The parameters, where each comes from, and their values. */
export function parameterLines(layout: Layout, plan: Plan, mask: PlanMask): readonly string[] {
  const { parameters, runbook } = plan;
  if (parameters.length === 0) return [];
  const rows = parameters.map((planned): readonly [string, string] => {
    const users = planned.parameter.steps.map((index) => runbook.steps[index]?.id ?? '').filter((id) => id !== '');
    const used = users.length === 0 ? '' : `; used by ${listFirst(users, 4)}`;
    return [planned.parameter.name, `${valueText(plan, planned, mask)} — ${originText(planned)}${used}`];
  });
  return [...heading(layout, 'Parameters', '--set <name>=<value>'), ...table(layout, rows)];
}

function valueText({ runbook, target }: Plan, { parameter, value, source, secret }: PlannedParameter, mask: PlanMask): string {
  const from = { set: 'from --set', target: 'from the target', environment: 'from the environment', default: 'by default' } as const;
  if (value !== null && source !== null) return `${mask.value(parameter.name, value) ?? ''}, ${from[source]}`;
  if (parameter.column === '') return 'the target';
  if (target === null && comesWithTarget(runbook, parameter)) return `the target's ${parameter.column ?? ''}`;
  return `not set${parameter.example === null || secret ? '' : `, e.g. ${parameter.example}`}`;
}

/** The place where a parameter was found. */
export function originText({ parameter, setElsewhere }: Pick<PlannedParameter, 'parameter' | 'setElsewhere'>): string {
  const { kind, from, written, span, description } = parameter;
  const line = `line ${span.start.line}`;
  const about = `${setElsewhere === null ? '' : `; ${setElsewhere}`}${description === null ? '' : `; ${description}`}`;
  if (kind === 'environment') return `the variable ${written} (${line})${about}`;
  if (kind === 'placeholder') return `${written} in a command (${line})${about}`;
  return `${from === '' ? kind : `"${from.replaceAll('`', '')}"`} (${line})${about}`;
}
