// An index.ts is how folders use each other in the source; in the bundle it would make every command load what any other
// command takes from the same index. So each name is imported from the file that it is re-exported from.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

const IMPORT = /^import \{([^}]*)\} from '([^']*\/index\.ts)';$/gm;
const REEXPORT = /^export \{([^}]*)\} from '(\.\/[^']+)';$/gm;

/** Where the names of an index are defined: `[file, its name there]` by exported name. */
function definitions(index) {
  const found = new Map();
  for (const [, names, file] of readFileSync(index, 'utf8').matchAll(REEXPORT)) {
    for (const name of split(names)) {
      const [inner, outer = inner] = name.split(' as ');
      found.set(outer, [join(dirname(index), file), inner]);
    }
  }
  return found;
}

const split = (names) => names.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));

/** esbuild plugin. */
export function directImports() {
  const indexes = new Map();
  return {
    name: 'direct-imports',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = text.replace(IMPORT, (statement, names, target) => {
          const index = join(dirname(path), target);
          if (!indexes.has(index)) indexes.set(index, definitions(index));
          return split(names).map((name) => direct(name, path, target, indexes.get(index))).join(' ');
        });
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

function direct(name, path, target, defined) {
  const [outer, local = outer] = name.split(' as ');
  const place = defined.get(outer);
  if (place === undefined) return `import { ${name} } from '${target}';`;
  const file = relative(dirname(path), place[0]).split(sep).join('/');
  return `import { ${place[1]} as ${local} } from '${file.startsWith('.') ? file : `./${file}`}';`;
}
