import { BRACED_PLACEHOLDER } from '../../shell-syntax/index.ts';
import { type Collected, type Document, textOf, written } from '../markdown/index.ts';
import { parameterName } from './parameter-names.ts';

const NAMING_HEADER = /^(?:parameter|placeholder|variable|argument|input|param|arg|var)s?(?:\s+name)?$/i;

/** Names that stand in braces in the code of a file and that its prose or a table of parameters speaks of. */
export function bracedNames(document: Document, { paragraphs, headings, tables }: Collected): ReadonlySet<string> {
  const all = labels(document.source.text);
  if (all.length === 0) return new Set();
  const named = new Set<string>();
  for (const { range } of [...paragraphs, ...headings, ...tables]) for (const label of labels(written(document, range))) named.add(parameterName(label));
  for (const { node } of tables) {
    const [header, ...rows] = node.children;
    if (!NAMING_HEADER.test(textOf(header?.children[0] ?? node))) continue;
    for (const row of rows) named.add(parameterName(textOf(row.children[0] ?? row)));
  }
  return new Set(all.filter((label) => named.has(parameterName(label))));
}

function labels(text: string): readonly string[] {
  return text.includes('{') ? [...text.matchAll(BRACED_PLACEHOLDER)].map(([, label = '']) => label) : [];
}
