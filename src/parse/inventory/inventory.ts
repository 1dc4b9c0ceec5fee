import { type Inventory, type InventoryRow, isAscii, type Located, type SectionRole, type TableShape } from '../../model/index.ts';
import { linkAddress, stripMarks } from '../markdown/index.ts';
import { isMetadataTable } from '../metadata/index.ts';
import { ATTRIBUTES, KEY_HEADERS, NO_ATTRIBUTES, VAGUE_KEY_HEADERS } from './inventory-words.ts';

const LONGEST_NAME = 80;

/** Tables of things that one can act on. `metadataEnd` is where the top of the file ends. */
export function findInventories(tables: readonly TableShape[], roles: readonly SectionRole[], metadataEnd: number): readonly Inventory[] {
  return tables.flatMap((table) => {
    const inTop = table.span.end.offset <= metadataEnd;
    return roles[table.section] === 'history' || (inTop && isMetadataTable(table)) || !isInventory(table) ? [] : [readInventory(table)];
  });
}

function isInventory({ header, rows }: TableShape): boolean {
  const columns = header.map(({ value }) => stripMarks(value));
  const [key = '', ...attributes] = columns;
  if (!KEY_HEADERS.test(key) || attributes.length === 0 || rows.length === 0 || attributes.some((name) => NO_ATTRIBUTES.test(name))) return false;
  if (VAGUE_KEY_HEADERS.test(key) && !attributes.some((name) => ATTRIBUTES.test(name))) return false;
  const names = rows.map(({ cells }) => stripMarks(cells[0]?.value ?? ''));
  return names.every(isName) && new Set(names).size === names.length && rows.every(({ cells }) => cells.slice(1).every(({ value }) => value.length <= 200));
}

/** One word that can stand in a command. */
function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && (isAscii(text) ? /^[A-Za-z\d][\w.:/@-]*$/ : /^[\p{L}\p{N}][\p{L}\p{N}_.:/@-]*$/u).test(text);
}

function readInventory({ header, rows, span }: TableShape): Inventory {
  const columns = header.map(({ value }) => stripMarks(value));
  return { key: columns[0] ?? '', columns, rows: rows.map((row) => readRow(columns, row)), span };
}

function readRow(columns: readonly string[], { cells, span }: TableShape['rows'][number]): InventoryRow {
  const named = columns.map((column, index) => [column, cells[index]] as const).filter((pair): pair is readonly [string, Located<string>] => pair[1] !== undefined);
  return {
    name: stripMarks(cells[0]?.value ?? ''),
    cells: Object.fromEntries(named.map(([column, cell]) => [column, cellText(cell.value)])),
    cellSpans: Object.fromEntries(named.map(([column, cell]) => [column, cell.span])),
    span,
  };
}

/** A link counts as its address, unless its words are an address or a name in themselves. */
function cellText(cell: string): string {
  const words = stripMarks(cell);
  const address = linkAddress(cell);
  return address === null || /^[a-z][a-z\d+.-]*:\/\//i.test(words) || !/^https?:/.test(address) ? words : address;
}
