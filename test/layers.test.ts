import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { expect, it } from 'vitest';

/** Top to bottom: a folder imports only from those below it. */
const LAYERS = [
  'cli.ts', 'load-chunks.ts', 'main.ts', 'plain-stream.ts', 'shown-stream.ts', 'commands', 'tui', 'plain', 'mcp', 'lsp', 'print', 'export', 'lint', 'temporal', 'walk', 'notify', 'history', 'execute',
  'plan-lock', 'catalog', 'context', 'settings', 'state', 'programs', 'events', 'plan', 'parse', 'shell-syntax', 'model',
];

/** Top to bottom: the rooms of a folder below src, where it has some that are held to an order. The folder's own files stand above them all, or where '.' is listed. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  mcp: ['index.ts', 'serve-agents.ts', 'server.ts', 'subscriptions.ts', 'resources.ts', 'tools', '.', 'replies', 'runs', 'host.ts', 'roots.ts'],
  lsp: ['.', 'hover', 'completion', 'actions', 'findings', 'texts', 'host.ts', 'markdown.ts', 'pin-words.ts', 'target-names.ts'],
  print: ['.', 'html', 'runs', 'report', 'history', 'plan', 'lock', 'findings', 'catalog', 'events', 'words', 'layout', 'formats'],
  lint: ['.', 'fixing', 'reading', 'lint.ts', 'suppressions.ts', 'fewer-findings.ts', 'judged-as-runbook.ts', 'shellcheck', 'rules', 'facts', 'rule.ts'],
  history: ['recording', 'row', 'overview', 'table', 'cells', 'types.ts', 'dates', 'columns'],
  catalog: ['.', 'opening'],
  model: ['shell', 'text', 'process', 'first-index.ts', 'span.ts'],
  tui: ['.', 'components', 'hooks', 'screen-store.ts', 'presses', 'scene', 'prompt', 'overlay', 'keys', 'state', 'document', 'rows', 'output', 'sizes.ts', 'walk-facts.ts', 'glyphs.ts', 'theme.ts'],
  plan: ['.', 'doubts', 'binding', 'choices', 'values', 'judging', 'secrets', 'problems.ts', 'types.ts'],
  walk: ['.', 'driving', 'asking', 'answers-given.ts', 'resumed.ts', 'route.ts', 'machine.ts', 'prompts'],
  parse: ['doubts', 'steps', 'alternatives', 'parameters', 'sections', 'inventory', 'blocks', 'pins', 'expectations', 'metadata', 'markdown'],
  'lint/facts': ['.', 'known'],
  'shell-syntax': ['pieces', 'analyze.ts', 'sessions', 'effects', 'commands', 'text', 'ranges.ts', 'assigned-value.ts'],
  'parse/markdown': ['.', 'reading', 'document.ts'],
  'parse/doubts': ['.', 'cases', 'orders', 'places', 'code', 'plain-words.ts', 'sources.ts'],
};

/** Folders whose rooms have no index: their files name each other. */
const WITHOUT_INDEX: ReadonlySet<string> = new Set(['tui', 'mcp', 'print']);

/** Packages and built-ins that only these folders may import. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  'franc-min': ['parse'],
  re2js: ['model'],
  ink: ['tui'],
  react: ['tui'],
  execa: ['execute'],
  unbash: ['shell-syntax'],
  unified: ['parse'],
  'remark-parse': ['parse'],
  'remark-gfm': ['parse'],
  'remark-frontmatter': ['parse'],
  'unist-util-visit': ['parse'],
  'github-slugger': ['parse'],
  satteri: ['parse'],
  'mdast-util-to-string': ['parse'],
  mdast: ['parse'],
  commander: ['commands'],
  '@temporalio': ['temporal'],
  'string-width': ['model'],
  'fastest-levenshtein': ['model'],
  zod: ['settings', 'plan-lock', 'mcp'],
  minisearch: ['catalog'],
  '@modelcontextprotocol': ['mcp'],
  'vscode-languageserver': ['lsp'],
  'vscode-languageserver-protocol': ['lsp'],
  'vscode-languageserver-textdocument': ['lsp'],
  'node:child_process': ['execute', 'programs'],
};

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly from: string;
  /** The file that is imported, where it is one of ours. */
  readonly target: string | null;
}

const layerOf = (path: string): string => path.split(sep)[1] ?? '';

/** The index of a folder, or of one of its rooms that not everybody who uses the folder needs. */
const isIndex = (target: string): boolean => /(?:^|\/)src\/(?:[^/]+|print\/(?:findings|html|report)|plan-lock\/unread|catalog\/opening)\/index\.ts$/.test(target);

/** The room of a folder that a file is in: '.' for the folder's own files, `null` for a file of another folder. */
function roomOf(folder: string, file: string): string | null {
  const below = relative(join('src', folder), file);
  if (below.startsWith('..')) return null;
  const [name = '', ...rest] = below.split(sep);
  return rest.length > 0 || ROOMS[folder]?.includes(name) === true ? name : '.';
}

/** Top to bottom, with the folder's own files. */
function roomsOf(folder: string): readonly string[] {
  const rooms = ROOMS[folder] ?? [];
  return rooms.includes('.') ? rooms : ['.', ...rooms];
}

function readImports(): Import[] {
  return globSync('src/**/*.{ts,tsx}').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = text.matchAll(/^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm);
    return [...found].map((match) => {
      const from = match[1] ?? match[2] ?? match[3] ?? '';
      return { file, layer: layerOf(file), from, target: from.startsWith('.') ? normalize(join(dirname(file), from)) : null };
    });
  });
}

const IMPORTS = readImports();

/** The imports from one room of a folder to another, of each folder with rooms. */
const BETWEEN_ROOMS = Object.keys(ROOMS).flatMap((folder) => IMPORTS.flatMap((found) => {
  const [room, other] = [roomOf(folder, found.file), found.target === null ? null : roomOf(folder, found.target)];
  return room === null || other === null || room === other ? [] : [{ ...found, folder, room, other }];
}));

function saying(wrong: readonly Import[]): string[] {
  return wrong.map(({ file, from }) => `${file} imports ${from}`);
}

/** Sets of files that import each other, straight or by way of others, each as a line of names. */
function findCircles(imports: readonly Import[]): string[] {
  const targets = Map.groupBy(imports.filter(({ target }) => target !== null), ({ file }) => file);
  const reached = new Map([...targets.keys()].map((file) => [file, reachable(file, targets)]));
  const circles = [...reached].map(([file, seen]) => [...seen].filter((other) => reached.get(other)?.has(file) === true));
  return [...new Set(circles.filter((files) => files.length > 0).map((files) => files.toSorted().join(' ')))].toSorted();
}

function reachable(start: string, targets: ReadonlyMap<string, readonly Import[]>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const { target } of targets.get(file) ?? []) {
      if (target === null || seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return seen;
}

it('knows every folder', () => {
  const folders = new Set(globSync('src/**/*.{ts,tsx}').map(layerOf));
  expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([]);
});

it('knows every room of a folder with rooms', () => {
  const files = globSync('src/**/*.{ts,tsx}');
  const met = new Set(Object.keys(ROOMS).flatMap((folder) => files.flatMap((file) => roomOf(folder, file) ?? []).map((room) => `${folder}/${room}`)));
  const listed = new Set(Object.keys(ROOMS).flatMap((folder) => roomsOf(folder).map((room) => `${folder}/${room}`)));
  expect({ notListed: [...met].filter((room) => !listed.has(room)), gone: [...listed].filter((room) => !met.has(room)) }).toEqual({ notListed: [], gone: [] });
});

it('imports point down', () => {
  const wrong = IMPORTS.filter(({ layer, target }) => target !== null && layerOf(target) !== layer && LAYERS.indexOf(layerOf(target)) < LAYERS.indexOf(layer));
  expect(saying(wrong)).toEqual([]);
});

it('in a folder with rooms, imports point down too', () => {
  const wrong = BETWEEN_ROOMS.filter(({ folder, room, other }) => roomsOf(folder).indexOf(other) < roomsOf(folder).indexOf(room));
  expect(saying(wrong)).toEqual([]);
});

it('a walk is passed the machine that it runs on', () => {
  const files = globSync('src/walk/**/*.ts').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b).*\/(?:notify|history|execute|state|programs)\/index\.ts';$/gm)].map(([line]) => `${file}: ${line}`));
  expect(files).toEqual([]);
});

it('a folder is used through its index', () => {
  const wrong = IMPORTS.filter(({ layer, target }) => {
    if (target === null) return false;
    // The bin and the dispatcher name single commands, so that each is loaded alone.
    return layerOf(target) !== layer && !['cli.ts', 'main.ts'].includes(layer) && !isIndex(target);
  });
  expect(saying(wrong)).toEqual([]);
});

it('a room is used through its index', () => {
  const wrong = BETWEEN_ROOMS.filter(({ folder, other, target }) => !WITHOUT_INDEX.has(folder) && other !== '.' && !other.endsWith('.ts') && target !== join('src', folder, other, 'index.ts'));
  expect(saying(wrong)).toEqual([]);
});

it('each room says first what it is for', () => {
  const rooms = Object.entries(ROOMS).filter(([folder]) => !WITHOUT_INDEX.has(folder)).flatMap(([folder, names]) => names.filter((name) => name !== '.' && !name.endsWith('.ts')).map((name) => `src/${folder}/${name}/index.ts`));
  expect(rooms.filter((index) => !/^\/\/ \S/.test(readFileSync(index, 'utf8')))).toEqual([]);
});

it('no two files import each other, types included', () => {
  expect(findCircles(IMPORTS)).toEqual([]);
});

it('packages stay in their folder', () => {
  const wrong = IMPORTS.filter(({ layer, from }) => {
    const name = from.startsWith('node:') ? from : from.split('/')[0] ?? '';
    const kept = KEPT[from] ?? KEPT[name];
    return kept !== undefined && !kept.includes(layer);
  });
  expect(saying(wrong)).toEqual([]);
});
