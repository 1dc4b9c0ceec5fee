import { type CodeRange, type Inventory, type InventoryRow, isAscii, matchesGlob, namesListedIn, type ShellAnalysis, type Target } from '../../model/index.ts';
import { RangeList } from '../markdown/index.ts';

/** What a bound literal stands for. */
interface LiteralOwner {
  readonly target: string;
  readonly inventory: number | null;
  readonly row: number | null;
  readonly column: string | null;
}

/** A literal found in a text. */
interface BoundLiteral extends CodeRange, LiteralOwner {
  readonly literal: string;
}

/** Every literal that choosing another target would replace, ready to be looked up. */
export interface Literals {
  /** Literals of letters, digits, `_`, `.` and `-`, which stand alone as words. */
  readonly words: ReadonlyMap<string, readonly LiteralOwner[]>;
  /** Literals with other characters: addresses and paths, longest first. */
  readonly texts: readonly { readonly literal: string; readonly owner: LiteralOwner }[];
  readonly globs: readonly string[];
}

const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu;
/** The same of a text that has no other letters: several times faster. */
const ASCII_WORD = /\w[\w.-]*/g;
/** Cells that say nothing of a target. */
const EMPTY = /^(?:n\/?a|none|yes|no|tbd|todo|true|false|all|any|https?|null|unknown|-+|—)$/i;

/** Collects the names and cells of targets. */
export function collectLiterals(targets: readonly Target[], inventories: readonly Inventory[]): Literals {
  const words = new Map<string, LiteralOwner[]>();
  const texts: { literal: string; owner: LiteralOwner }[] = [];
  const add = (literal: string, owner: LiteralOwner): void => {
    if (!(isAscii(literal) ? /^\w[\w.-]*$/ : /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u).test(literal)) texts.push({ literal, owner });
    else words.set(literal, [...(words.get(literal) ?? []), owner]);
  };
  for (const { name, glob, from, inventory, row } of targets) {
    if (!glob) add(name, { target: name, inventory, row, column: from === 'inventory' && inventory !== null ? (inventories[inventory]?.key ?? null) : null });
  }
  for (const [index, inventory] of inventories.entries()) {
    for (const [at, row] of inventory.rows.entries()) {
      for (const { literal, column } of cellLiterals(inventory, row)) add(literal, { target: row.name, inventory: index, row: at, column });
    }
  }
  return { words, texts: texts.sort((a, b) => b.literal.length - a.literal.length), globs: targets.filter(({ glob }) => glob).map(({ name }) => name) };
}

/** The other cells of a row, the names that they list, and the hosts of those that are addresses. */
function cellLiterals(inventory: Inventory, row: InventoryRow): readonly { readonly literal: string; readonly column: string }[] {
  return inventory.columns.slice(1).flatMap((column) => {
    const cell = row.cells[column] ?? '';
    const listed = namesListedIn(cell).filter((name) => !inventory.rows.every(({ cells }) => namesListedIn(cells[column] ?? '').includes(name))).map((literal) => ({ literal, column }));
    if (!isBindable(cell) || inventory.rows.every(({ cells }) => cells[column] === cell)) return listed;
    const host = /^[a-z][a-z\d+.-]*:\/\/(?:[^/@]*@)?(?<host>[^/:?#]+)/i.exec(cell)?.groups?.['host'];
    return [{ literal: cell.replace(/(?<=[^/])\/+$/, ''), column }, ...(host === undefined ? [] : [{ literal: host, column }]), ...listed];
  });
}

function isBindable(cell: string): boolean {
  return cell.length >= 2 && !/\s/.test(cell) && !EMPTY.test(cell) && (/\p{L}/u.test(cell) ? cell.length >= 3 : cell.length >= 4);
}

/** Finds the literals of a text. In shell code, comments and names of commands are left alone. */
export function findLiterals(text: string, literals: Literals, shell: ShellAnalysis | null): readonly BoundLiteral[] {
  if (literals.words.size === 0 && literals.texts.length === 0 && literals.globs.length === 0) return [];
  const skipped = new RangeList<CodeRange>();
  if (shell !== null) for (const range of [...shell.comments, ...shell.commands.map(({ nameWord }) => nameWord)]) skipped.add(range);
  const found = new RangeList<BoundLiteral>();
  for (const { literal, owner } of literals.texts) {
    for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) {
      const range = { start: at, end: at + literal.length };
      if (endsWhole(text, range)) found.add({ ...range, literal, ...owner });
    }
  }
  const names = new Set<string>();
  for (const match of text.matchAll(isAscii(text) ? ASCII_WORD : WORD)) {
    const literal = /[.-]$/.test(match[0]) ? match[0].replace(/[.-]+$/, '') : match[0];
    names.add(literal);
    // `--prod` is an option and `-prod` the end of something else.
    if (/[-$]/.test(text.charAt(match.index - 1))) continue;
    const owner = literals.words.get(literal)?.[0] ?? globOwner(literal, literals.globs);
    if (owner !== null) found.add({ start: match.index, end: match.index + literal.length, literal, ...owner });
  }
  return found.items.filter((range) => !skipped.meets(range)).map((range) => preferNamed(range, literals, names));
}

/** Where several rows have the same cell, the row whose name the text holds too. */
function preferNamed(found: BoundLiteral, literals: Literals, names: ReadonlySet<string>): BoundLiteral {
  const owner = literals.words.get(found.literal)?.find(({ target }) => names.has(target));
  return owner === undefined || names.has(found.target) ? found : { ...found, ...owner };
}

function globOwner(word: string, globs: readonly string[]): LiteralOwner | null {
  return globs.some((glob) => matchesGlob(word, glob)) ? { target: word, inventory: null, row: null, column: null } : null;
}

function endsWhole(text: string, { start, end }: CodeRange): boolean {
  const name = /[\p{L}\p{N}_-]/u;
  return !name.test(text.charAt(start - 1)) && !name.test(text.charAt(end)) && !(text.charAt(end) === '.' && name.test(text.charAt(end + 1)));
}
