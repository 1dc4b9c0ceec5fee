import { createRequire } from 'node:module';
import type { Root } from 'mdast';
import { evenOut } from './even-out.ts';
import type { TreeReader } from './reread.ts';
import { readWithRemark } from './remark.ts';

type Satteri = Pick<typeof import('satteri'), 'markdownToMdast'>;

const OPTIONS = { features: { gfm: true, frontmatter: true } } as const;

let reader: TreeReader | undefined;

/**
 * The fast reader, for commands that read many files and run nothing: satteri makes remark's tree in a twentieth of the time.
 * Texts of which it may make another tree, and all texts if it is not installed, are read by remark.
 */
export function quickReader(): TreeReader {
  return (reader ??= readerWith(loadSatteri()));
}

function readerWith(satteri: Satteri | null): TreeReader {
  if (satteri === null) return readWithRemark;
  return (text) => readWithSatteri(satteri, text) ?? readWithRemark(text);
}

/** Remark's tree of a text; `null` if satteri's may differ. */
function readWithSatteri({ markdownToMdast }: Satteri, text: string): Root | null {
  return evenOut(markdownToMdast(text, OPTIONS) as Root, text);
}

/** An optional dependency, since it is not available for every platform. */
function loadSatteri(): Satteri | null {
  try {
    return createRequire(import.meta.url)('satteri') as Satteri;
  } catch {
    return null;
  }
}
