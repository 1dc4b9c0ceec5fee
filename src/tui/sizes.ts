/** The size of each part of the screen, in cells. */
export interface Sizes {
  /** Below this size nothing can be shown properly, and the screen says so. */
  readonly tooSmall: boolean;
  readonly columns: number;
  /** The rows in use; the last row of the terminal stays free, since text in it would scroll the screen. */
  readonly rows: number;
  /** The rows of the header: the title line, and one with the bar if there is room. */
  readonly header: 1 | 2;
  /** 0: no outline. */
  readonly outline: number;
  /** The rows in the outline's frame beside a question of a few rows: however high the question is, the same items are in it. */
  readonly outlineRows: number;
  /** Around the prompt: a frame, or a rule above it on small screens. */
  readonly promptFrame: boolean;
  /** Cells for the prompt's words. */
  readonly promptColumns: number;
  /** The most rows that the prompt's words may take. */
  readonly promptMost: number;
}

/** The smallest screen on which the walk is shown. */
export const LEAST = { columns: 40, rows: 12 } as const;
const OUTLINE_FROM = 100;
const FRAMED_FROM = 20;
/** A question of three rows in its frame, and the keys. */
const FEW_ROWS = 6;

/** Columns and rows in, cells out. */
export function sizesOf(columns: number, rows: number): Sizes {
  const framed = rows >= FRAMED_FROM;
  const header = framed ? 2 : 1;
  const promptFrame = framed;
  const used = rows - 1;
  return {
    tooSmall: columns < LEAST.columns || rows < LEAST.rows,
    columns,
    rows: used,
    header,
    outline: columns >= OUTLINE_FROM ? Math.min(40, Math.floor(columns * 0.28)) : 0,
    outlineRows: Math.max(0, used - header - FEW_ROWS - 2),
    promptFrame,
    promptColumns: columns - (promptFrame ? 4 : 2),
    promptMost: Math.max(3, used - header - 1 - (promptFrame ? 2 : 1) - (framed ? 5 : 2)),
  };
}

/** The rows that words of a prompt may take at all: beyond them the keys would fall off the screen. */
export function promptRoom({ rows, header, promptFrame }: Pick<Sizes, 'rows' | 'header' | 'promptFrame'>): number {
  return rows - header - (promptFrame ? 2 : 1) - MOST_FOOTER;
}

const MOST_FOOTER = 2;

/** Rows that a prompt with so many rows of words takes, with what is around them. */
export function promptRows({ promptFrame }: Pick<Sizes, 'promptFrame'>, words: number): number {
  return words === 0 ? 0 : words + (promptFrame ? 2 : 1);
}

/** Columns and rows that are left for the document beside a prompt and keys of so many rows. */
export function paneOf(sizes: Sizes, words: number, footerRows: number): { readonly columns: number; readonly rows: number } {
  return { columns: sizes.columns - sizes.outline, rows: Math.max(0, sizes.rows - sizes.header - promptRows(sizes, words) - footerRows) };
}
