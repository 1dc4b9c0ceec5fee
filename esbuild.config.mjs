// Builds dist/: the bin, the program, chunks for what only some commands need, and the manual page.
import { chmod, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { directImports } from './esbuild-direct-imports.mjs';
import { thirdPartyLicences } from './third-party-licences.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const outdir = process.env.RUNBOOK_DIST ?? 'dist';
const production = process.argv.includes('--production') || !process.argv.includes('--readable');

// Ink counts cells with string-width, which is slow to load: it gets the program's own.
const ownWidth = {
  name: 'own-width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'own-width' }));
    onLoad({ filter: /./, namespace: 'own-width' }, () => ({ contents: "export { displayWidth as default } from './src/model/width.ts';", resolveDir: process.cwd() }));
  },
};

await rm(outdir, { recursive: true, force: true });
const shared = {
  outdir,
  plugins: [directImports(), ownWidth],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  minify: production,
  keepNames: false,
  legalComments: 'none',
  logLevel: 'warning',
  define: { RUNBOOK_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  // Ink asks for the developer tools of React only in development.
  external: ['react-devtools-core'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};
const result = await build({ ...shared, entryPoints: { cli: 'src/cli.ts' }, splitting: true, chunkNames: 'chunks/[name]-[hash]', metafile: true });
// A thread's program is one file of its own: chunks shared with it would be more files for every other command to load.
await build({ ...shared, entryPoints: { 'lint-worker': 'src/lint/worker.ts' } });
await chmod(`${outdir}/cli.js`, 0o755);
// For editors that check .runbook.yaml.
await copyFile('src/lint/config.schema.json', `${outdir}/config.schema.json`);
const [manual] = (await build({ entryPoints: ['src/commands/man-page.ts'], bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'warning' })).outputFiles;
const { manPage } = await import(`data:text/javascript;base64,${Buffer.from(manual.contents).toString('base64')}`);
await writeFile(`${outdir}/runbook.1`, manPage(version));
await writeFile(`${outdir}/third-party-licences.txt`, await thirdPartyLicences(Object.keys(result.metafile.inputs)));
if (process.argv.includes('--metafile')) process.stdout.write(JSON.stringify(result.metafile));
