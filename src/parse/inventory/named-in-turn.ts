import { asPattern, type Inventory, type InventoryRow, type Located, matchesGlob } from '../../model/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';
import { saysWhatToDo } from '../markdown/index.ts';

/** Words that make a row of what would else be one command for each target: "Then alpha:", "Restart beta first". */
const IN_TURN = /^(?:first|then|next|afterwards|finally|last)\b|\b(?:first|next|last|afterwards)\W*$/i;
/** What is named so stands for any of them. */
const AS_EXAMPLE = /\b(?:e\.g|examples?|instance|such as|like|here|in (?:this|our) case)\b/i;
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
 * of them is its target: with one put in the place of the others, commands would act on the wrong one. What the System line names is one all the same.
 */
export function areNamedInTurn(inventory: Inventory, drafts: readonly StepDraft[], system: readonly Located<string>[]): boolean {
  if (inventory.rows.some(({ name }) => system.some(({ value }) => matchesGlob(name, value)))) return false;
  const named = drafts.flatMap((draft) => (draft.kind === 'command' ? (namedWith(inventory, draft) ?? []) : []));
  if (new Set(named.map(({ row }) => row)).size < 2) return false;
  return new Set(named.map(({ form }) => form)).size > 1 || named.some(({ inTurn }) => inTurn);
}

function namedWith({ rows }: Inventory, { leads, code }: CommandDraft): Named | null {
  // "For web-1:", "web-1:" is what web-1 gets in the place of the others, and what stands in brackets is told as an example.
  const told = leads.flatMap(({ text }) => ((IN_TURN.test(text.trim()) || saysWhatToDo(text)) && !AS_EXAMPLE.test(text) ? [text.replace(/\([^()]*\)/g, '').trim()] : []));
  // A pattern is made only of what may stand there: there may be thousands of rows.
  const named = rows.filter(({ name }) => told.some((text) => text.includes(name) && at(name).test(text)));
  const [row] = named;
  // What names several at once says of none that the command is for it.
  if (row === undefined || named.length > 1) return null;
  const own = Object.entries(row.cells).filter(([column, cell]) => cell.length >= SHORTEST_CELL && code.text.includes(cell) && at(cell).test(code.text) && !rows.some((other) => other !== row && other.cells[column] === cell));
  if (own.length === 0) return null;
  return { row, form: own.reduce((text, [column, cell]) => text.replace(new RegExp(at(cell), 'gu'), `<${column}>`), code.text), inTurn: told.some((text) => IN_TURN.test(text)) };
}

/** Where a text stands as a word of its own. */
function at(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${asPattern(name)}(?![\\p{L}\\p{N}_-])`, 'u');
}
