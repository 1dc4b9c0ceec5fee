import { KEYS, works } from '../keys.ts';
import { look } from '../theme.ts';
import type { WalkModel } from '../model.ts';
import type { FrameInput } from './frame.ts';

/** Target, state, time against the budget, title. */
export function headerLine({ model, theme, elapsedMs }: FrameInput): string {
  const { plan } = model;
  const title = plan.runbook.title?.value ?? plan.runbook.path;
  const target = plan.target === null ? '' : `${plan.target.name} ${theme.unicode ? '│' : '|'} `;
  const bar = theme.unicode ? '│' : '|';
  return look(theme, 'inverse', ` ${target}${state(model)}${model.phase === 'briefing' ? '' : ` ${clock(model, elapsedMs)}`} ${bar} ${title} `);
}

function state({ phase, run, running }: WalkModel): string {
  if (phase === 'briefing') return 'briefing';
  if (phase === 'closing') return run?.status ?? '';
  return running ? 'RUNNING' : 'waiting for you';
}

function clock({ plan: { runbook } }: WalkModel, elapsedMs: number): string {
  if (runbook.budget === null) return clockText(elapsedMs);
  const budget = runbook.budget.seconds * 1000;
  return `${clockText(elapsedMs)} of ${clockText(budget)}${elapsedMs > budget ? ' OVER BUDGET' : ''}`;
}

/** `4:05`, `1:04:05`. */
function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return seconds < 3600 ? `${Math.floor(seconds / 60)}:${two(seconds % 60)}` : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** What the last key led to, where that needs a word. */
export function messageLine({ model, theme }: FrameInput): readonly string[] {
  return model.message === '' ? [] : [look(theme, 'yellow', model.message)];
}

/** The keys that work now; Enter stands there only once it does something. */
export function footerLine({ model, columns }: FrameInput): string {
  const { dialog, phase, overlay, armed } = model;
  if (dialog !== null) return dialog.kind === 'keys' || !armed ? '' : `Enter ${dialog.kind === 'pick' ? 'choose' : 'answer'}  Esc ${dialog.kind === 'pick' ? 'leave' : 'close'}  Ctrl-C leave`;
  if (phase === 'briefing' && overlay === null) return 'Enter go  j k scroll  ? help  q quit';
  if (phase === 'closing' && overlay === null) return armed && !model.busy ? 'Enter write the row  e change the cell  t messages  - no row' : '';
  const back = overlay !== null || model.look !== null ? ['Esc back'] : [];
  const rest = works(model, '?') ? ['? help', 'q quit'] : [];
  const keys = KEYS.filter(({ key, works: working }) => working(model) && key !== 'q' && key !== '?').map(({ key, label }) => `${key === 'enter' ? 'Enter' : key} ${label}`);
  return fitting([...back, ...keys], rest, columns).join('  ');
}

/** As many as fit, and the last two always: what is left out stands in the help. */
function fitting(keys: readonly string[], rest: readonly string[], columns: number): string[] {
  const shown: string[] = [];
  let room = columns - rest.join('  ').length;
  for (const key of keys) {
    room -= key.length + 2;
    if (room < 0) break;
    shown.push(key);
  }
  return [...shown, ...rest];
}
