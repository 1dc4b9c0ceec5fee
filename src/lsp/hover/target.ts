import type { Runbook, Target } from '../../model/index.ts';
import { code, list, words } from '../markdown.ts';

const FROM: Readonly<Record<Target['from'], string>> = { inventory: 'a row of the inventory', system: 'of the System line', section: 'named by a section' };

/** A target: where it is listed, its row, and what choosing another does to what stands here. `column` where a cell of its row stands here. */
export function targetCard({ inventories, targets }: Runbook, name: string, column: string | null): string {
  const target = targets.find((each) => each.name === name);
  const cells = Object.entries(inventories[target?.inventory ?? -1]?.rows[target?.row ?? -1]?.cells ?? {});
  const head = target === undefined ? `**${words(name)}**: a target` : `**${words(name)}**: a target, ${FROM[target.from]} (line ${target.span.start.line})${target.glob ? '; any name that it matches' : ''}`;
  const here = column === null ? 'Where a command names it, another target takes its place when that one is chosen.' : `This is its ${words(column)}: another target's takes its place when that one is chosen.`;
  return `${head}\n\n${list(cells.filter(([, cell]) => cell !== name).map(([key, cell]) => `${words(key)}: ${code(cell)}`))}\n${targets.length > 1 ? `${here}\n\n` : ''}Chosen with ${code(`--target ${name}`)}.`;
}
