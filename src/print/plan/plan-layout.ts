import { visibleLine, visibleProse } from '../../model/index.ts';
import type { Paint } from '../layout/style.ts';
import { wrapText } from '../layout/wrap.ts';

/** How a plan is printed. */
export interface Layout {
  readonly paint: Paint;
  /** The width of a line in cells. */
  readonly width: number;
}

/** A heading with a blank line before it. */
export function heading({ paint }: Layout, text: string, aside = ''): readonly string[] {
  return ['', paint('bold', visibleProse(text)) + (aside === '' ? '' : paint('dim', `  ${visibleProse(aside)}`))];
}

/** Indented prose. */
export function prose({ width }: Layout, text: string, indent: string, hang = indent): readonly string[] {
  const [first = '', ...rest] = wrapText(visibleProse(text), width - indent.length, hang.slice(indent.length));
  return [indent + first, ...rest.map((line) => indent + line)];
}

/** Names and what belongs to them, in two columns. */
export function table(layout: Layout, given: readonly (readonly [string, string])[], most = 24): readonly string[] {
  const rows = given.map(([name, text]) => [visibleLine(name), text] as const);
  const left = Math.min(most, Math.max(0, ...rows.map(([name]) => name.length))) + 2;
  return rows.flatMap(([name, text]) => {
    const column = `  ${' '.repeat(left)}`;
    const lines = prose(layout, text === '' ? '—' : text, column);
    if (name.length > left - 2) return [`  ${layout.paint('cyan', name)}`, ...lines];
    const [first = '', ...rest] = lines;
    return [`  ${layout.paint('cyan', name.padEnd(left))}${first.slice(column.length)}`, ...rest];
  });
}
