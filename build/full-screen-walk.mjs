// Ink and its layout engine wait at their top level, which a script cannot: the full-screen walk is an ES module of its own.

/** esbuild plugin: whoever imports src/tui gets functions that load it when they are called. `metafile` is of the walk's own build. */
export function walkFrom({ outputs }) {
  const [names] = Object.values(outputs).flatMap(({ entryPoint, exports }) => (entryPoint === undefined ? [] : [exports]));
  return {
    name: 'full-screen-walk',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/tui\/index\.ts$/ }, () => ({ path: 'walk', namespace: 'full-screen-walk' }));
      onLoad({ filter: /./, namespace: 'full-screen-walk' }, () => ({
        contents: names.map((name) => `export const ${name} = async (...given) => (await __import('./full-screen-walk.js')).${name}(...given);`).join('\n'),
      }));
    },
  };
}
