import { type Runbook, visible } from '../../model/index.ts';
import { segment } from '../rows/rows.ts';
import type { WordsBlock } from './document-block.ts';

/** What the front matter says, a line a key: it is part of the file too. */
export function frontMatterBlocks({ metadata }: Runbook): readonly WordsBlock[] {
  return metadata.entries
    .filter(({ from }) => from === 'front-matter')
    .map(({ key, value, span }, i) => ({ kind: 'words', section: 0, line: span.start.line, first: [], rest: [segment('  ')], gap: i === 0, segments: [segment(`${visible(key)}: `, 'muted'), segment(visible(value))] }));
}
