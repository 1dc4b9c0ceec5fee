import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseRunbook } from '../../src/parse/index.ts';
import { findMarkdown } from '../../src/catalog/index.ts';
import { medians, timed } from './measure.ts';
import type { Figure } from './measure.ts';

const WARM_UP = 10;

/** What understanding a text costs, beside parsing it as Markdown alone. */
export async function reading(folder: string, rounds: number): Promise<Figure[]> {
  const { files } = findMarkdown([folder], process.cwd());
  const texts = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
  // As in a tree of files: V8 has met the code before. Fewer rounds of few files would measure when it compiles what.
  for (let warm = 0; warm < WARM_UP; warm++) {
    for (const { path, text } of texts) {
      remark.parse(text);
      parseRunbook(text, { path });
    }
  }
  const taken = await medians(
    {
      remark: timed(() => texts.forEach(({ text }) => remark.parse(text))),
      ours: timed(() => texts.forEach(({ path, text }) => parseRunbook(text, { path }))),
    },
    rounds * 3,
  );
  return [{ name: `reading ${files.length} files`, against: 'remark with the same plugins', value: (taken['ours'] ?? 0) / (taken['remark'] ?? 1), unit: 'x', bound: 1.45 }];
}
