import { displayWidth } from '../model/index.ts';
import { wrapText } from './wrap.ts';

/** One thing below the other, for screens that are too narrow for columns: its name whole, and what is to be said of it below, as much in a line as there is room for. */
export function entryLines(name: string, facts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const fact of facts.filter((each) => each !== '')) {
    const last = lines.at(-1);
    const together = last === undefined ? null : `${last} · ${fact}`;
    if (together !== null && displayWidth(together) <= width - 2) lines[lines.length - 1] = together;
    else lines.push(...wrapText(fact, width - 2));
  }
  return [name, ...lines.map((line) => `  ${line}`)];
}
