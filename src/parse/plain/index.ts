// Plain Markdown read without remark.
import type { Root, RootContent } from 'mdast';
import { readBlocks } from './blocks.ts';
import { linesOf } from './lines.ts';
import { GIVE_UP, giveUp, place } from './place.ts';

/**
 * The tree of a text in the Markdown that most runbooks are written in, equal to what remark reads of it in a tenth of the time;
 * `null` where anything else is met, and remark is to read it.
 */
export function readPlain(text: string): Root | null {
  // Definitions hold for all of a text, and change what brackets mean.
  if (text.includes(']:') || text.includes('\0') || text.startsWith('\uFEFF')) return null;
  try {
    const frontMatter = readFrontMatter(text);
    const blocks = readBlocks(text, linesOf(text, frontMatter?.position?.end.offset ?? 0));
    return { type: 'root', children: frontMatter === null ? blocks : [frontMatter, ...blocks], position: place(0, text.length) };
  } catch (thrown) {
    if (thrown === GIVE_UP) return null;
    throw thrown;
  }
}

const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??\1[ \t]*(?=\r?\n|$)/;

function readFrontMatter(text: string): RootContent | null {
  const match = FRONT_MATTER.exec(text);
  // What begins like it and is none, remark reads in ways of its own.
  if (match === null) return /^(?:---|\+\+\+)/.test(text) ? giveUp() : null;
  const type = match[1] === '---' ? 'yaml' : ('toml' as 'yaml');
  return { type, value: match[2] ?? '', position: place(0, match[0].length) };
}
