import { cutText, wordsIn } from '../../model/index.ts';
import { filledLines } from './output-text.ts';

const LINES = 3;
const WIDTH = 200;

/** At most three lines, none too long. */
export function excerpt(lines: readonly string[]): string {
  return lines.slice(0, LINES).map((line) => cutText(line.trimEnd(), WIDTH)).join('\n');
}

/** The output in a few words: itself if it is short, else its size. */
export function describeOutput(output: string): string {
  const lines = filledLines(output);
  const [only = ''] = lines;
  if (lines.length === 0) return 'the output is empty';
  if (lines.length === 1 && only.trim().length <= 60) return `the output is ${only.trim()}`;
  return `the output has ${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`;
}

/** The lines that share most words with what was expected, else the last ones. */
export function nearest(expected: string, output: string): string {
  const wanted = new Set(wordsIn(expected));
  const lines = filledLines(output).slice(-5_000);
  const scored = lines.map((line, index) => ({ line, index, score: new Set(wordsIn(line).filter((word) => wanted.has(word))).size }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return excerpt(lines.slice(-LINES));
  return excerpt(scored.filter(({ score }) => score === best).map(({ line }) => line));
}
