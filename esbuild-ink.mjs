// Three parts of Ink's ground that cost most of the time to the first frame, in the program's own words.
import { readFile } from 'node:fs/promises';

/** esbuild plugin. */
export function leanInk() {
  return {
    name: 'lean-ink',
    setup({ onResolve, onLoad }) {
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
  if (part === undefined || !text.includes(part)) throw new Error(`nothing to replace in a part of Ink: ${part}`);
  return text.replaceAll(part, () => other);
}
