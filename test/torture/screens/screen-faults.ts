import { sizesOf } from '../../../src/tui/sizes.ts';
import type { Asked } from './asked.ts';
import type { Size } from './watched-terminal.ts';

/** The keys without which a question cannot be answered. */
const KEYS: Readonly<Partial<Record<Asked, readonly string[]>>> = {
  run: ['Enter run'],
  judge: ['y yes', 'n no', "u can't tell"],
  failed: ['r retry', 'a accept anyway', 's skip'],
  gate: ['P passed: go on', 'X stop here', 'r retry', 's skip'],
  interrupted: ['m done', 'r retry', 's skip'],
  'to-end': ['Enter end the run'],
  row: ['Enter write the row', 'e change', '- no row'],
  end: ['Enter leave'],
};

/** The words without which a question is not understood. */
const WORDS: Readonly<Partial<Record<Asked, RegExp>>> = {
  run: /Step \d+ of \d+/,
  'by-hand': /Step \d+ of \d+.*to do by hand/,
  judge: /Check by eye: \S/,
  failed: /(?:Command failed|Check failed|Stopped|Timed out)/,
  gate: /The runbook says, line \d+: ".+"/,
  held: /Held, line \d+: \S/,
  interrupted: /Interrupted: \S/,
  'to-end': /not run: "/,
  row: /The history row/,
  end: /(?:Success|Failed|Aborted|Not finished|Nothing was run)[^]*(?:Report|Resume with): runbook/,
};

/** Questions about what came of a command. */
const RESULTS: ReadonlySet<Asked> = new Set(['judge', 'failed', 'gate']);

/** What is wrong with a screen, whatever the walk: a line each. */
export function screenFaults(lines: readonly string[], { columns, rows }: Size, asked: Asked): readonly string[] {
  if (asked === 'remote') return [];
  const text = lines.join('\n');
  return [
    ...lines.flatMap((line, row) => (line.length > columns ? [`line ${row + 1} is wider than ${columns}: ${line.trim().slice(0, 60)}`] : [])),
    // What is too high scrolls its first rows away.
    ...(lines.slice(0, 2).some((line) => /^ \S/.test(line)) ? [] : ['the title is not on screen']),
    ...lines.flatMap((line, row) => (isOpen(line) ? [`a frame is open in line ${row + 1}: ${line.trim().slice(0, 60)}`] : [])),
    ...(asked === 'over' ? [] : promptFaults(lines, { columns, rows })),
    ...(asked === 'run' ? commandFaults(lines, { columns, rows }) : []),
    // Of a step by hand nothing came that could be shown but what is expected.
    ...(RESULTS.has(asked) && !/· \d+(?:\.\d+)? (?:ms|s|min)/.test(text) && !(asked === 'judge' && /\bexpected: /.test(text)) ? ['what came of the command is not in view'] : []),
    ...(KEYS[asked] ?? []).filter((key) => !text.includes(key)).map((key) => `the key is not there: ${key}`),
    ...(WORDS[asked]?.test(text.replace(/\s*│?\n│?\s*/g, ' ')) === false ? [`the question is not whole: ${String(WORDS[asked])}`] : []),
    ...(/undefined|NaN|\[object|^\s+at .+:\d+:\d+/m.exec(text) ?? []).map((found) => `it says ${found}`),
  ];
}

/** Both corners of a frame are in the line, or none. */
function isOpen(line: string): boolean {
  const count = (corner: string): number => line.split(corner).length;
  return count('╭') !== count('╮') || count('╰') !== count('╯');
}

/** The first row of a framed command is not above the screen while there is room below its last. */
function commandFaults(lines: readonly string[], size: Size): readonly string[] {
  const { header, outline } = sizesOf(size.columns, size.rows);
  const pane = lines.slice(header, promptOn(lines, size).first - 1).map((line) => line.slice(outline));
  const bottom = pane.findIndex((line) => line.startsWith('╰'));
  return bottom !== -1 && bottom < pane.length - 1 && !pane.slice(0, bottom).some((line) => line.startsWith('╭')) ? ['the beginning of the command is above the screen, and there is room for it'] : [];
}

function promptFaults(lines: readonly string[], size: Size): readonly string[] {
  const { promptFrame } = sizesOf(size.columns, size.rows);
  const { first, last } = promptOn(lines, size);
  if (last < first) return ['there is no prompt'];
  if (!promptFrame) return [];
  const sides = lines.slice(first, last + 1).filter((line) => !line.startsWith('│') || line.length !== size.columns || !line.endsWith('│'));
  return sides.length === 0 ? [] : [`the prompt's frame is open: ${sides[0]?.trim() ?? ''}`];
}

/** The rows of the prompt's words, its frame or rule left out. */
export function promptOn(lines: readonly string[], { columns, rows }: Size): { readonly first: number; readonly last: number } {
  if (sizesOf(columns, rows).promptFrame) {
    const last = lines.findLastIndex((line) => line.startsWith('╰') && line.length === columns);
    const first = lines.slice(0, Math.max(0, last)).findLastIndex((line) => line.startsWith('╭') && line.length === columns);
    return first === -1 ? { first: 0, last: -1 } : { first: first + 1, last: last - 1 };
  }
  const rule = lines.findLastIndex((line) => /^─.*─$/.test(line) && line.length === columns);
  return rule === -1 ? { first: 0, last: -1 } : { first: rule + 1, last: lines.findLastIndex((line) => line !== '') - 1 };
}
