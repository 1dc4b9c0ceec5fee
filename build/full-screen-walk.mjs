// The full-screen walk as one script: Ink and its layout engine wait at their top level, so that its function is an async one.
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

const INDEX = 'src/tui/index.ts';
// All is bundled and built-ins are asked for by name, so neither `import` nor `export` is left in the text: it can stand in a function.
const ENTRY = { contents: `import * as walk from './${INDEX}'; Object.assign(__exports, walk);`, resolveDir: process.cwd() };

/** The walk as a chunk, and the input files that it was made of. */
export async function walkAsScript(shared) {
  const { outputFiles, metafile } = await build({
    ...shared,
    stdin: ENTRY,
    write: false,
    // Ink asks whether React's developer tools are installed before it takes them: they never are.
    alias: { 'react-devtools-core': './build/no-developer-tools.mjs' },
    // Yoga reads the binary that it carries by `fetch` where there is one, and so loads all that Node has for HTTP.
    define: { ...shared.define, fetch: 'undefined', 'import.meta.url': '__url', 'import.meta.resolve': '__notInstalled' },
  });
  const { text } = outputFiles[0];
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase();
  return { name: `full-screen-walk-${hash}.cjs`, text: `(async function (__exports, require, module, __url) {'use strict';${text}})`, inputs: Object.keys(metafile.inputs) };
}

/** esbuild plugin: whoever imports src/tui gets functions that load the walk's chunk when they are called. */
export async function walkFrom({ name }) {
  const { metafile } = await build({ entryPoints: [INDEX], bundle: false, format: 'esm', write: false, metafile: true, outdir: '.' });
  const [{ exports }] = Object.values(metafile.outputs);
  return {
    name: 'full-screen-walk',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/tui\/index\.ts$/ }, () => ({ path: 'walk', namespace: 'full-screen-walk' }));
      onLoad({ filter: /./, namespace: 'full-screen-walk' }, () => ({
        contents: exports.map((each) => `export const ${each} = async (...given) => (await __waitFor('./${name}')).${each}(...given);`).join('\n'),
      }));
    },
  };
}
