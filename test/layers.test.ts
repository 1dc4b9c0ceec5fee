import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, it } from 'vitest';

/** Top to bottom: a folder imports only from those below it. */
const LAYERS = ['cli.ts', 'load-chunks.ts', 'main.ts', 'plain-stream.ts', 'commands', 'tui', 'print', 'lint', 'history', 'execute', 'programs', 'state', 'events', 'plan', 'parse', 'shell-syntax', 'model'];

/** Packages and built-ins that only these folders may import. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  ink: ['tui'],
  react: ['tui'],
  execa: ['execute'],
  unbash: ['shell-syntax'],
  unified: ['parse'],
  'remark-parse': ['parse'],
  'remark-gfm': ['parse'],
  'micromark-extension-gfm-table': ['parse'],
  'remark-frontmatter': ['parse'],
  'mdast-util-to-string': ['parse'],
  mdast: ['parse'],
  'node:child_process': ['execute', 'programs'],
};

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly from: string;
}

function layerOf(path: string): string {
  return path.split(sep)[1] ?? '';
}

function imports(): Import[] {
  return globSync('src/**/*.{ts,tsx}').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = text.matchAll(/^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm);
    return [...found].map((match) => ({ file, layer: layerOf(file), from: match[1] ?? match[2] ?? match[3] ?? '' }));
  });
}

it('knows every folder', () => {
  const folders = new Set(globSync('src/**/*.{ts,tsx}').map(layerOf));
  expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([]);
});

it('imports point down', () => {
  const wrong = imports().filter(({ file, layer, from }) => {
    if (!from.startsWith('.')) return false;
    const target = layerOf(normalize(join(dirname(file), from)));
    return target !== layer && LAYERS.indexOf(target) < LAYERS.indexOf(layer);
  });
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});

it('a folder is used through its index', () => {
  const wrong = imports().filter(({ file, layer, from }) => {
    if (!from.startsWith('.')) return false;
    const target = normalize(join(dirname(file), from));
    // The bin and the dispatcher name single commands, so that each is loaded alone.
    return layerOf(target) !== layer && !['cli.ts', 'main.ts'].includes(layer) && !/(?:^|\/)src\/[^/]+\/index\.ts$/.test(target);
  });
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});

it('packages stay in their folder', () => {
  const wrong = imports().filter(({ layer, from }) => {
    const name = from.startsWith('node:') ? from : from.split('/')[0] ?? '';
    const kept = KEPT[from] ?? KEPT[name];
    return kept !== undefined && !kept.includes(layer);
  });
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
});
