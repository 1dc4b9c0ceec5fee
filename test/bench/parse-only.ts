import { readFileSync } from 'node:fs';
import { parseRunbook } from '../../src/parse/index.ts';
import { findMarkdown } from '../../src/catalog/index.ts';

/** Reads and parses every Markdown file below a folder in a process of its own: what `history` is measured against. */
const [folder = '.'] = process.argv.slice(2);
const { files } = findMarkdown([folder], process.cwd());
for (const path of files) parseRunbook(readFileSync(path, 'utf8'), { path });
