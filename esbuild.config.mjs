// Builds dist/: the bin, the program in chunks of which each command loads what it needs, and the manual page.
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { directImports } from './esbuild-direct-imports.mjs';
import { lazyImports } from './esbuild-lazy-imports.mjs';
import { leanPackages } from './esbuild-lean-packages.mjs';
import { thirdPartyLicences } from './third-party-licences.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const outdir = process.env.RUNBOOK_DIST ?? 'dist';
const production = process.argv.includes('--production') || !process.argv.includes('--readable');

await rm(outdir, { recursive: true, force: true });
await mkdir(join(outdir, 'chunks'), { recursive: true });
const shared = {
  outdir,
  plugins: [lazyImports(), directImports(), leanPackages()],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  define: { RUNBOOK_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
};
const program = await build({ ...shared, entryPoints: { main: 'src/main.ts' }, entryNames: '[name]-[hash]', outExtension: { '.js': '.cjs' }, splitting: true, metafile: true, write: false });
const chunks = await Promise.all(program.outputFiles.map(chunk));
await Promise.all(chunks.map(({ name, text }) => writeFile(join(outdir, 'chunks', name), text)));
await build({ ...shared, entryPoints: { cli: 'src/cli.ts' }, plugins: [programFrom(chunks), lazyImports()] });
// A thread's program is one file of its own: chunks shared with it would be more files for every other command to load.
await build({ ...shared, entryPoints: { 'lint-worker': 'src/lint/worker.ts' } });
await chmod(`${outdir}/cli.js`, 0o755);
// For editors that check .runbook.yaml.
await copyFile('src/lint/config.schema.json', `${outdir}/config.schema.json`);
const [manual] = (await build({ entryPoints: ['src/commands/man-page.ts'], bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'warning' })).outputFiles;
const { manPage } = await import(`data:text/javascript;base64,${Buffer.from(manual.contents).toString('base64')}`);
await writeFile(`${outdir}/runbook.1`, manPage(version));
await writeFile(`${outdir}/third-party-licences.txt`, await thirdPartyLicences(Object.keys(program.metafile.inputs).filter((path) => !/^(?:lazy|required):/.test(path))));
if (process.argv.includes('--metafile')) process.stdout.write(JSON.stringify(program.metafile));

/** A module as a script that src/load-chunks.ts runs: only of scripts can the compiled code be kept after they ran. */
async function chunk({ path, text }) {
  const { code } = await transform(text, {
    format: 'cjs', platform: 'node', target: shared.target, minify: production,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
  });
  return { name: basename(path), text: `(function (exports, require, module, __url) {${ascii(code)}})` };
}

/** Patterns and raw templates (all of which become patterns) keep characters that esbuild escapes everywhere else: with one of them Node decodes the whole text, and keeps it twice as large. */
function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** esbuild plugin: the bin loads the program from its chunks. */
function programFrom(chunks) {
  const id = createHash('sha256').update(JSON.stringify(chunks)).digest('hex').slice(0, 16);
  const main = chunks.find(({ name }) => name.startsWith('main-'));
  return {
    name: 'program-from-chunks',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: 'main', namespace: 'chunks' }));
      onLoad({ filter: /./, namespace: 'chunks' }, () => ({
        contents: `import { chunkLoader } from './src/load-chunks.ts'; export const { main, ownFault, plainStream } = chunkLoader(import.meta.url, '${id}')('./${main.name}');`,
        resolveDir: process.cwd(),
      }));
    },
  };
}
