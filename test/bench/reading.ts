import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseRunbook } from '../../src/parse/index.ts';
import { findMarkdown } from '../../src/state/index.ts';
import { medians, timed } from './measure.ts';
import type { Figure } from './measure.ts';

/** What understanding a text costs, beside parsing it as Markdown alone. */
export async function reading(folder: string, rounds: number): Promise<Figure[]> {
  const { files } = findMarkdown([folder], process.cwd());
  const texts = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const remark = unified().use(remarkParse).use(remarkGfm).freeze();
  const taken = await medians(
    {
      remark: timed(() => texts.forEach(({ text }) => remark.parse(text))),
      ours: timed(() => texts.forEach(({ path, text }) => parseRunbook(text, { path }))),
    },
    rounds,
  );
  return [{ name: `reading ${files.length} files`, against: 'remark-parse + remark-gfm', value: (taken['ours'] ?? 0) / (taken['remark'] ?? 1), unit: 'x', bound: 1.3 }];
}
