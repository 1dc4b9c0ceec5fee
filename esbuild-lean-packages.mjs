// Parts of packages that cost more time at start than what the program needs of them, in its own words.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** esbuild plugin. */
export function leanPackages() {
  return {
    name: 'lean-packages',
    setup({ onResolve, onLoad }) {
      // Two thousand names for characters: as one text until one is asked for.
      onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, async ({ path }) => ({ contents: ENTITIES(JSON.stringify((await import(pathToFileURL(path))).characterEntities)) }));
      onLoad({ filter: /[\\/]decode-named-character-reference[\\/]index\.js$/ }, () => ({ contents: DECODE }));
      // Ink counts cells with string-width, which is slow to load: it gets what the program counts with.
      onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'own' }));
      onLoad({ filter: /^string-width$/, namespace: 'own' }, () => ({ contents: "export { displayWidth as default } from './src/model/width.ts';", resolveDir: process.cwd() }));
      // Yoga fetches its own text as a URL, and so loads all that Node has for HTTP. Instantiated at once, it needs no top-level await either.
      onLoad({ filter: /[\\/]yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, () => ({ contents: YOGA }));
      onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({ contents: withoutBinary(await readFile(path, 'utf8')) }));
      // The developer tools of React.
      onLoad({ filter: /[\\/]ink[\\/]build[\\/]reconciler\.js$/ }, async ({ path }) => ({ contents: replaced(await readFile(path, 'utf8'), "process.env['DEV'] === 'true'", 'false') }));
    },
  };
}

const ENTITIES = (json) => `
let table;
export const characterEntities = () => (table ??= JSON.parse(${JSON.stringify(json)}));
`;

const DECODE = `
import { characterEntities } from 'character-entities';
export function decodeNamedCharacterReference(name) {
  const table = characterEntities();
  return Object.hasOwn(table, name) ? table[name] : false;
}
`;

const YOGA = `
import loadYoga, { binary } from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const yoga = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(binary, 'base64')), imports);
    done(instance);
    return instance.exports;
  },
};
loadYoga(yoga);
export default wrapAssembly(yoga);
export * from './generated/YGEnums.js';
`;

function withoutBinary(text) {
  const [whole, binary] = /"data:application\/octet-stream;base64,([^"]+)"/.exec(text) ?? [];
  return `export const binary = '${binary}';\n${replaced(replaced(text, whole, '""'), 'import.meta.url', "''")}`;
}

function replaced(text, part, other) {
  if (part === undefined || !text.includes(part)) throw new Error(`nothing to replace in a package: ${part}`);
  return text.replaceAll(part, () => other);
}
