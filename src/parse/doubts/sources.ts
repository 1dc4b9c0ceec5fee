import { type DoubtAnswer, fileOffset, type Piece } from '../../model/index.ts';
import type { CommandDraft } from '../blocks/index.ts';
import type { Document } from '../markdown/index.ts';
import type { SectionDraft } from '../sections/index.ts';

/** What doubts about a block are made from. */
export interface DoubtSources {
  readonly document: Document;
  readonly sections: readonly SectionDraft[];
  /** The section that the title heads; its heading names the whole and makes no doubt. */
  readonly titled: number;
  readonly draft: CommandDraft;
  /** The block right before it in its section. */
  readonly before: CommandDraft | null;
}

/** Words that leave something open, before they are placed in the file. */
export interface Found {
  readonly text: string;
  /** Offset in the file. */
  readonly at: number;
  /** The section whose heading it is; `null` where the words stand elsewhere. */
  readonly section?: number;
  /** They speak of the whole block: to skip it is to skip what is left of the block. */
  readonly block?: boolean;
  /** What settles it, where that is less than its kind takes. */
  readonly answers?: readonly DoubtAnswer[];
}

/** Whether a shell could take the piece as it stands. */
export function parses({ shell, fence }: CommandDraft, piece: Piece): boolean {
  return fence?.closed !== false && !shell.errors.some(({ offset }) => offset >= piece.start && offset <= piece.end) && !shell.heredocs.some(({ start, closed }) => !closed && start >= piece.start && start < piece.end);
}

/** Offset in the file of an offset into the code of a block. */
export function placeOf(draft: CommandDraft, at: number): number {
  return fileOffset(draft.code, at);
}
