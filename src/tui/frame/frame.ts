import { exactDuration } from '../../print/index.ts';
import { KEYS, MOVES, works } from '../keys.ts';
import type { WalkModel } from '../model.ts';
import { stepOf } from '../place.ts';
import type { Room } from '../reducer.ts';
import { fit, look, mark } from '../theme.ts';
import type { Theme } from '../theme.ts';
import { briefingLines } from './briefing.ts';
import { dialogLines } from './dialog.ts';
import { codeLines, noteLines, proseOf } from './step.ts';

/** All that a frame is made from. */
export interface FrameInput {
  readonly model: WalkModel;
  readonly columns: number;
  readonly rows: number;
  readonly theme: Theme;
  readonly output: readonly string[];
  readonly templates: readonly string[];
  /** Milliseconds since the operator said go. */
  readonly elapsedMs: number;
  readonly now: Date;
  readonly mask: (text: string) => string;
}

/** The width from which the steps stand beside the step. */
const TWO_PANES = 70;
const PANE = 26;

/** The whole screen as lines of exactly the terminal's width, as many as it has rows. */
export function frame(input: FrameInput): string[] {
  const { columns, rows, theme } = input;
  const body = bodyLines(input, rows - 2);
  const lines = [headerLine(input), ...body.slice(0, rows - 2)];
  while (lines.length < rows - 1) lines.push('');
  lines.push(footerLine(input));
  return lines.map((line) => fit(line, columns, theme));
}

/** How much of the command fits, for the keys. */
export function room(input: FrameInput): Room {
  const { width, code, codeRoom } = layout(input);
  return { page: Math.max(1, input.rows - 4), codeLines: codeLines(input.model, width, input.mask).length, codeRoom: Math.max(1, Math.min(code, codeRoom)), most: Math.max(0, scrolled(input).length - (input.rows - 2)) };
}

/** What scrolls now. */
function scrolled({ model, columns, theme, now, templates, output }: FrameInput): readonly string[] {
  if (model.overlay === 'templates') return templates;
  if (model.overlay === 'output') return output;
  return model.phase === 'briefing' && model.overlay === null ? briefingLines(model, Math.min(columns - 2, 100), theme, now) : [];
}

function headerLine({ model, theme, elapsedMs }: FrameInput): string {
  const { plan, run, phase } = model;
  const title = plan.runbook.title?.value ?? plan.runbook.path;
  const budget = plan.runbook.budget;
  const over = budget !== null && elapsedMs > budget.seconds * 1000;
  const clock = phase === 'briefing' ? '' : ` ${clockText(elapsedMs)}${budget === null ? '' : ` of ${clockText(budget.seconds * 1000)}`}${over ? ' OVER BUDGET' : ''}`;
  const state = phase === 'briefing' ? 'briefing' : phase === 'closing' ? (run?.status ?? '') : model.running ? 'running' : 'waiting for you';
  const target = plan.target === null ? '' : `${plan.target.name} `;
  return look(theme, 'inverse', ` ${target}| ${state}${clock} | ${title} `);
}

/** `4:05`. */
function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function footerLine({ model, theme }: FrameInput): string {
  if (model.message !== '') return look(theme, 'yellow', model.message);
  if (model.dialog !== null) return model.dialog.kind === 'keys' ? '' : look(theme, 'dim', 'Enter answer  Esc close  Ctrl-C leave');
  if (model.phase === 'briefing' && model.overlay === null) return 'Enter go  j k scroll  ? help  q quit';
  if (model.phase === 'closing' && model.overlay === null) return 'Enter write the row  e change the cell  t templates  - no row';
  if (model.overlay === 'help') return 'Esc back';
  const keys = KEYS.filter(({ key }) => works(model, key) && key !== 'q' && key !== '?').map(({ key, label }) => `${key === 'enter' ? 'Enter' : key} ${label}`);
  return `${model.overlay === null ? '' : 'Esc back  '}${[...keys, '? help', 'q quit'].join('  ')}`;
}

function bodyLines(input: FrameInput, height: number): string[] {
  const { model, columns, theme } = input;
  if (model.dialog?.kind === 'pick') return scrollTo(dialogLines(model.dialog, columns - 2, theme), model.dialog.index + 1, height);
  if (model.overlay === 'help') return window([...KEYS.map(({ key, help }) => `  ${(key === 'enter' ? 'Enter' : key).padEnd(10)} ${help}`), '', ...MOVES.map(([key, help]) => `  ${key.padEnd(10)} ${help}`)], model.scroll, height);
  if (model.overlay === 'templates') return window(input.templates, model.scroll, height);
  if (model.overlay === 'output') return outputWindow(input, height);
  if (model.phase === 'briefing') return window(briefingLines(model, Math.min(columns - 2, 100), theme, input.now), model.scroll, height);
  if (model.phase === 'closing') return closingLines(input);
  return walkLines(input, height);
}

function walkLines(input: FrameInput, height: number): string[] {
  const { model, columns, theme } = input;
  const right = stepPane(input, height);
  if (columns < TWO_PANES) return right;
  const left = stepsPane(model, height, theme);
  return Array.from({ length: height }, (_, i) => `${fit(left[i] ?? '', PANE, theme)}${theme.unicode ? '│' : '|'} ${right[i] ?? ''}`);
}

function stepsPane({ plan, run, at }: WalkModel, height: number, theme: Theme): string[] {
  const lines: string[] = [];
  let current = 0;
  let heading = '';
  for (const { step, included } of plan.steps) {
    if (!included) continue;
    const section = step.headings.at(-1) ?? '';
    if (section !== heading) lines.push(look(theme, 'dim', section));
    heading = section;
    const pieces = Object.values(run?.steps[step.id]?.pieces ?? {});
    const isHere = step.id === at?.step;
    if (isHere) current = lines.length;
    const failed = pieces.some(({ status, accepted }) => (status === 'failed' || status === 'timed-out') && accepted === null);
    const state = run?.steps[step.id]?.skipped != null ? 'skipped' : failed ? 'failed' : isHere ? 'current' : pieces.length === 0 ? 'open' : (pieces.at(-1)?.status ?? 'open');
    lines.push(`${mark(theme, state)} ${isHere ? look(theme, 'bold', step.title) : step.title}`);
  }
  return scrollTo(lines, current, height);
}

interface Layout {
  readonly width: number;
  readonly prose: number;
  readonly code: number;
  readonly codeRoom: number;
  readonly notes: number;
  readonly output: number;
}

/** Room is shared out: the marks and checks are never cut, the command gets what it needs up to a half, the output at least a few lines. */
function layout(input: FrameInput): Layout {
  const { model, columns, rows, theme, mask } = input;
  const width = columns < TWO_PANES ? columns : columns - PANE - 2;
  const height = rows - 2;
  const dialog = model.dialog === null ? 0 : dialogLines(model.dialog, width, theme).length + 1;
  const notes = noteLines(model, width, theme, mask).length;
  const code = codeLines(model, width, mask).length;
  const free = Math.max(4, height - notes - dialog - 2);
  const codeRoom = Math.max(2, Math.min(code, Math.floor(free / 2)));
  const used = code === 0 ? 0 : codeRoom;
  const proseAll = proseOf(model, width, theme).length;
  const prose = Math.max(2, Math.min(proseAll, free - used - Math.min(6, Math.floor(free / 3))));
  return { width, prose, code, codeRoom, notes, output: Math.max(0, height - prose - used - notes - dialog - 2) };
}

function stepPane(input: FrameInput, height: number): string[] {
  const { model, theme, mask, output } = input;
  if (stepOf(model) === null) return ['everything is done'];
  const { width, prose, codeRoom, output: outputRoom } = layout(input);
  const code = codeLines(model, width, mask);
  const proseAll = proseOf(model, width, theme);
  const more = proseAll.length > prose ? [...proseAll.slice(0, prose - 1), look(theme, 'dim', '(the text goes on in the runbook)')] : proseAll;
  const shownCode = code.slice(model.codeScroll, model.codeScroll + codeRoom).map((line) => look(theme, 'cyan', `  ${line}`));
  const rule = theme.unicode ? '─' : '-';
  const goesOn = code.length > codeRoom ? ` lines ${model.codeScroll + 1}–${Math.min(code.length, model.codeScroll + codeRoom)} of ${code.length}, j k move ` : '';
  return [
    ...more,
    ...(code.length === 0 ? [] : [look(theme, 'dim', `${rule.repeat(3)} command${goesOn}`), ...shownCode]),
    ...noteLines(model, width, theme, mask),
    ...(model.dialog === null ? [] : ['', ...dialogLines(model.dialog, width, theme)]),
    ...(outputRoom < 2 || output.length === 0 ? [] : [look(theme, 'dim', `${rule.repeat(3)} ${model.running || ranHere(model) ? 'output' : 'output of the step before'}`), ...output.slice(-(outputRoom - 1))]),
  ].slice(0, height);
}

function ranHere({ run, at }: WalkModel): boolean {
  return at !== null && run?.steps[at.step]?.pieces[at.piece] !== undefined;
}

function outputWindow({ model, output, theme }: FrameInput, height: number): string[] {
  const found = model.search === '' ? output : output.filter((line) => line.toLowerCase().includes(model.search.toLowerCase()));
  const head = model.search === '' ? [] : [look(theme, 'yellow', `${found.length} lines with "${model.search}"`)];
  return [...head, ...window(found, model.scroll, height - head.length - (model.dialog === null ? 0 : 3)), ...(model.dialog === null ? [] : ['', ...dialogLines(model.dialog, 78, theme)])];
}

function closingLines({ model, columns, theme }: FrameInput): string[] {
  const { row, run } = model;
  const done = Object.values(run?.steps ?? {}).flatMap(({ pieces }) => Object.values(pieces)).filter(({ status }) => status === 'passed').length;
  const head = [`${run?.status ?? ''}${run?.reason ? `: ${run.reason}` : ''}, ${done} passed${run?.durationMs == null ? '' : ` in ${exactDuration(run.durationMs)}`}`, ''];
  if (row === null) return head;
  return [
    ...head,
    look(theme, 'bold', `The history row, for ${row.where}:`),
    ...row.columns.map((column, i) => (i === row.index ? look(theme, 'inverse', `> ${column}: ${row.cells[i] ?? ''}`) : `  ${column}: ${row.cells[i] ?? ''}`)),
    ...((row.suggestions[row.index] ?? []).length === 0 ? [] : ['', `perhaps ${(row.suggestions[row.index] ?? []).slice(0, 5).join(', ')}`]),
    ...(model.dialog === null ? [] : ['', ...dialogLines(model.dialog, columns - 2, theme)]),
  ];
}

function window(lines: readonly string[], scroll: number, height: number): string[] {
  const first = Math.max(0, Math.min(scroll, lines.length - height));
  return lines.slice(first, first + height);
}

function scrollTo(lines: readonly string[], current: number, height: number): string[] {
  const first = Math.max(0, Math.min(current - Math.floor(height / 2), lines.length - height));
  return lines.slice(first, first + height);
}
