// The program's chunks as scripts: only of scripts can V8's code be kept after they ran. src/load-chunks.ts runs them.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { transform } from 'esbuild';

/** A chunk as a function expression of what a script has not by itself. */
export async function asScript({ path, text }, { target, minify }) {
  const { code } = await transform(text, { format: 'cjs', platform: 'node', target, minify, supported: { 'dynamic-import': false }, define: { 'import.meta.url': '__url' } });
  return { name: basename(path), text: `(function (exports, require, module, __url, __waitFor) {${code}})` };
}

/** esbuild plugin: the bin loads the program from its chunks. */
export function programFrom(chunks) {
  const id = createHash('sha256').update(chunks.map(({ text }) => text).join()).digest('hex').slice(0, 16);
  const main = chunks.find(({ name }) => name.startsWith('main-'));
  return {
    name: 'program-from-chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: 'main', namespace: 'chunks' }));
      onLoad({ filter: /./, namespace: 'chunks' }, () => ({
        contents: `import { chunkLoader } from './src/load-chunks.ts'; export const { main, tellFault, plainStream } = chunkLoader(import.meta.url, '${id}')('./${main.name}');`,
        resolveDir: process.cwd(),
      }));
    },
  };
}
