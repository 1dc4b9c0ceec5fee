// What an `import` of a built-in module costs in a bundle: Node makes an export of each of its names, and to do so loads what those
// names stand for (streams, promises, sockets for `node:fs` alone), also for the calls that use none of it.
// So what is imported of a built-in is taken by name, and a function's module is loaded when it is first called; and so are a few libraries.
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';

// Names behind a getter are old or of `util`, where each is a function: an import of another fails the build.
const LOADED_BY_NODE = new Set(['buffer', 'events', 'fs', 'path', 'process', 'util']);
/** Libraries of functions that take long to load and that most calls do not use. */
const LIBRARIES = ['string-width', 'franc-min'];
/** Our own function for the width of a text. */
const WIDTH = 'src/model/text/width.ts';
/** The same of files of ours that import such a library. */
const LIBRARY_FILES = /\/linear-engine\.ts$/;

/** esbuild plugin. */
export function lazyImports() {
  return {
    name: 'lazy-imports',
    setup({ onResolve, onLoad }) {
      const builtins = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`);
      // One for each importer: what one takes of it at once would be loaded for all.
      onResolve({ filter: builtins }, ({ path, kind, importer }) => ({ path: `${path.replace('node:', '')} for ${importer}`, namespace: kind === 'require-call' ? 'required' : 'lazy', sideEffects: false }));
      onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({ contents: `module.exports = ${builtin(path.split(' ')[0])};` }));
      onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({ contents: namesOf(path.split(' ')[0]) }));
      // Ink and what it uses get the width that looks at most texts without it.
      onResolve({ filter: /^string-width$/ }, ({ importer }) => (importer.includes('node_modules') ? { path: 'width', namespace: 'quick-width', sideEffects: false } : undefined));
      onLoad({ filter: /./, namespace: 'quick-width' }, () => ({ contents: `export { displayWidth as default } from './${WIDTH}';`, resolveDir: process.cwd() }));
      onResolve({ filter: new RegExp(`^(?:${LIBRARIES.join('|')})$`) }, ({ path, namespace }) => (namespace === 'library' ? undefined : { path, namespace: 'library', sideEffects: false }));
      onResolve({ filter: LIBRARY_FILES }, ({ path, resolveDir, namespace }) => (namespace === 'library' ? undefined : { path: resolve(resolveDir, path), namespace: 'library', sideEffects: false }));
      onLoad({ filter: /./, namespace: 'library' }, async ({ path }) => ({ contents: await functionsOf(path), resolveDir: process.cwd() }));
    },
  };
}

const builtin = (name) => `process.getBuiltinModule('node:${name}')`;

function namesOf(name) {
  const exports = process.getBuiltinModule(`node:${name}`);
  const lines = Object.entries(Object.getOwnPropertyDescriptors(exports)).filter(([, { get }]) => get === undefined || name === 'util').map(([key, { get, value }]) => {
    const isLater = get !== undefined || (typeof value === 'function' && !/^[A-Z]/.test(key) && !LOADED_BY_NODE.has(name));
    return isLater || (name === 'worker_threads' && key === 'Worker') ? later(key) : `export const ${key} = /* @__PURE__ */ now('${key}');`;
  });
  return [`const load = () => ${builtin(name)};`, 'const now = (key) => load()[key];', ...lines, defaultOf(name, Object.keys(exports))].join('\n');
}

/** The whole module: as it is where Node has loaded it, else one that looks up each name when it is read. */
function defaultOf(name, keys) {
  if (LOADED_BY_NODE.has(name)) return 'export default /* @__PURE__ */ load();';
  return `export default /* @__PURE__ */ Object.defineProperties({}, { ${keys.map((key) => `${key}: { get: () => load().${key} }`).join(', ')} });`;
}

async function functionsOf(name) {
  const names = Object.keys(await import(name));
  return [`const load = () => require('${name}');`, ...names.map(later)].join('\n');
}

function later(key) {
  return `export ${key === 'default' ? 'default function' : `function ${key}`}(...given) { const it = load().${key}; return new.target === undefined ? it(...given) : new it(...given); }`;
}
