import { asPattern, type Inventory, type InventoryRow } from '../../model/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';

/** "For web-1:", "On web-1:" is what web-1 gets in the place of the others. */
const IS_VARIANT = /^(?:for|on)\s+\S+(?:\s+(?:only|instead))?\s*:?$/i;
/** Words that make a row of what would else be one command for each target. */
const IN_TURN = /\b(?:first|then|next|afterwards|finally|last)\b/i;
const SHORTEST_CELL = 3;

/** A command, what it is for, and its words without what is that row's own. */
interface Named {
  readonly row: InventoryRow;
  readonly form: string;
  readonly inTurn: boolean;
}

/**
 * Whether the words before commands name one row here and another there, each with something of that row in its command, and the commands are no copies
 * of one, or the words make a row of them: "Check that beta answers", "Lower alpha's priority". The rows take part in one procedure together, and none
 * of them is its target: with one put in the place of the others, commands would act on the wrong one.
 */
export function areNamedInTurn(inventory: Inventory, drafts: readonly StepDraft[]): boolean {
  const named = drafts.flatMap((draft) => (draft.kind === 'command' ? (namedWith(inventory, draft) ?? []) : []));
  if (new Set(named.map(({ row }) => row)).size < 2) return false;
  return new Set(named.map(({ form }) => form)).size > 1 || named.some(({ inTurn }) => inTurn);
}

function namedWith({ rows }: Inventory, { leads, code }: CommandDraft): Named | null {
  const told = leads.filter(({ text }) => !IS_VARIANT.test(text.trim()));
  const named = rows.filter(({ name }) => told.some(({ text }) => at(name).test(text)));
  const [row] = named;
  // What names several at once says of none that the command is for it.
  if (row === undefined || named.length > 1) return null;
  const own = Object.entries(row.cells).filter(([column, cell]) => cell.length >= SHORTEST_CELL && at(cell).test(code.text) && !rows.some((other) => other !== row && other.cells[column] === cell));
  if (own.length === 0) return null;
  return { row, form: own.reduce((text, [column, cell]) => text.replace(new RegExp(at(cell), 'gu'), `<${column}>`), code.text), inTurn: told.some(({ text }) => IN_TURN.test(text)) };
}

/** Where a text stands as a word of its own. */
function at(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${asPattern(name)}(?![\\p{L}\\p{N}_-])`, 'u');
}
