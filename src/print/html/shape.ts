import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTimes, symbolTriangle } from 'd3-shape';
import { html, type Markup } from './markup.ts';

/** Shapes of marks, which can be told apart without colour. */
const SHAPES = { circle: symbolCircle, cross: symbolTimes, triangle: symbolTriangle, diamond: symbolDiamond, square: symbolSquare } as const;

/** The shape of a mark in a plot. */
export type Shape = keyof typeof SHAPES;

/** The path of a mark centred at 0, 0. */
function pathOf(shape: Shape, size: number): string {
  return symbol(SHAPES[shape], size)() ?? '';
}

const made = new Map<string, string>();

/** A mark at a percentage of the width and a number of pixels from the top. */
export function mark(shape: Shape, tone: string, percent: number, y: number, title: string, size = 40): Markup {
  const key = `${shape} ${size}`;
  const path = made.get(key) ?? pathOf(shape, size);
  made.set(key, path);
  const stroked = shape === 'cross' ? ' stroked' : '';
  return html`<svg x="${rounded(percent)}%" y="${y}"><path class="mark ${tone}${stroked}" d="${path}">${title === '' ? null : html`<title>${title}</title>`}</path></svg>`;
}

/** A percentage with no more digits than can be seen. */
export function rounded(percent: number): string {
  return String(Math.round(percent * 100) / 100);
}

/** Where a label is held whose middle is at a percentage of the width, so that it stays within. */
export function anchorAt(percent: number, margin: number): string {
  if (percent < margin) return 'start';
  return percent > 100 - margin ? 'end' : 'middle';
}
