import { displayWidth } from '../../model/index.ts';
import { wrapText } from './wrap.ts';

/** Entries one below the other, for screens too narrow for columns: the whole name, and the facts in the lines below it, as many per line as fit. */
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
