import { globSync, readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Parses every Markdown file below a folder with remark alone, in a process of its own: what `lock --check` is measured against where all changed. */
const [folder = '.'] = process.argv.slice(2);
const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze();
for (const path of globSync(`${folder}/**/*.md`)) remark.parse(readFileSync(path, 'utf8'));
