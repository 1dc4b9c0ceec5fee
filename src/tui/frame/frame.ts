import { KEYS, MOVES } from '../keys.ts';
import type { OutputView, WalkModel } from '../model.ts';
import type { Room } from '../reducer.ts';
import { fit, fold } from '../theme.ts';
import type { Theme } from '../theme.ts';
import { briefingLines } from './briefing.ts';
import { closingLines } from './closing.ts';
import { dialogLines } from './dialog.ts';
import { footerLine, headerLine, messageLine } from './edges.ts';
import { outputScreen } from './output.ts';
import { stepLayout, stepPane } from './step-pane.ts';
import { stepsPane } from './steps-pane.ts';
import { textOf } from './step.ts';

/** All that a frame is made from. */
export interface FrameInput {
  readonly model: WalkModel;
  readonly columns: number;
  readonly rows: number;
  readonly theme: Theme;
  readonly output: OutputView;
  readonly templates: readonly string[];
  /** Programs that steps need and that are not there, one a line. */
  readonly missing: readonly string[];
  /** Milliseconds since the operator said go. */
  readonly elapsedMs: number;
  readonly now: Date;
  readonly mask: (text: string) => string;
}

/** The width from which the steps stand beside the step. */
const TWO_PANES = 70;

/** The whole screen as lines of exactly the terminal's width, as many as it has rows. */
export function frame(input: FrameInput): string[] {
  const { columns, theme } = input;
  const height = bodyHeight(input);
  const body = bodyLines(input, height).slice(0, height);
  const blank = Array.from({ length: height - body.length }, () => '');
  const lines = [headerLine(input), ...body, ...blank, ...messageLine(input), footerLine(input)];
  return lines.map((line) => fit(line, columns, theme));
}

/** All but the header, the keys, and a message where there is one. */
function bodyHeight(input: FrameInput): number {
  return input.rows - 2 - messageLine(input).length;
}

/** How much of the command and the output fits, for the keys. */
export function room(input: FrameInput): Room {
  const { model, columns, output } = input;
  const height = bodyHeight(input);
  const { code, codeRoom, outputRoom } = stepLayout(input, rightWidth(columns), height);
  return {
    page: Math.max(1, height - 2),
    codeLines: code.length,
    codeRoom: Math.max(1, codeRoom),
    most: Math.max(0, scrolled(input).length - height),
    outputRoom: Math.max(1, model.overlay === 'output' ? height : outputRoom),
    output,
  };
}

function rightWidth(columns: number): number {
  return columns < TWO_PANES ? columns : columns - leftWidth(columns) - 2;
}

/** A third of the screen, as far as titles need it. */
function leftWidth(columns: number): number {
  return Math.max(26, Math.min(40, Math.floor(columns / 3)));
}

/** What scrolls over the whole screen now. */
function scrolled({ model, columns, theme, now, templates, missing }: FrameInput): readonly string[] {
  switch (model.overlay) {
    case 'templates':
      return templates.flatMap((line) => fold(line, columns));
    case 'text':
      return textOf(model, Math.min(columns - 2, 100), theme);
    case 'help':
      return helpLines();
    case 'output':
      return [];
    case null:
      return model.phase === 'briefing' ? briefingLines(model, missing, Math.min(columns - 2, 100), theme, now) : [];
  }
}

function bodyLines(input: FrameInput, height: number): readonly string[] {
  const { model, columns, theme } = input;
  if (model.overlay === 'output') return outputScreen(input, height);
  if (model.dialog !== null && (model.overlay !== null || model.phase === 'briefing')) return overLines(input, height);
  if (model.overlay !== null || model.phase === 'briefing') return window(scrolled(input), model.scroll, height);
  if (model.phase === 'closing') return closingLines(input, height);
  const right = stepPane(input, rightWidth(columns), height);
  if (columns < TWO_PANES) return right;
  const left = stepsPane(model, height, theme);
  const bar = theme.unicode ? '│' : '|';
  return Array.from({ length: height }, (_, i) => `${fit(left[i] ?? '', leftWidth(columns), theme)}${bar} ${right[i] ?? ''}`);
}

/** A question below what it is about; a long choice is scrolled to what is chosen. */
function overLines(input: FrameInput, height: number): readonly string[] {
  const { model, columns, theme } = input;
  if (model.dialog === null) return [];
  const asked = dialogLines(model.dialog, columns - 2, theme, model.armed);
  const room = Math.min(asked.length, Math.max(Math.ceil(height / 2), height - scrolled(input).length - 1));
  const chosen = model.dialog.kind === 'pick' ? model.dialog.index + 1 : asked.length;
  const first = Math.max(0, Math.min(chosen - Math.floor(room / 2), asked.length - room));
  const shown = asked.slice(first, first + room);
  const above = scrolled(input).slice(model.scroll, model.scroll + Math.max(0, height - shown.length - 1));
  return [...above, ...Array.from({ length: Math.max(0, height - shown.length - above.length) }, () => ''), ...shown];
}

function helpLines(): readonly string[] {
  return [...KEYS.map(({ key, help }) => `  ${(key === 'enter' ? 'Enter' : key).padEnd(10)} ${help}`), '', ...MOVES.map(([key, help]) => `  ${key.padEnd(10)} ${help}`)];
}

function window(lines: readonly string[], scroll: number, height: number): readonly string[] {
  const first = Math.max(0, Math.min(scroll, lines.length - height));
  return lines.slice(first, first + height);
}
