// Builds dist/: the bin, the program in chunks of which each command loads what it needs, the full-screen walk, and the manual page.
// What is unusual in it, and what that saves, is in README.md.
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { asScript, programFrom } from './chunks.mjs';
import { walkAsScript, walkFrom } from './full-screen-walk.mjs';
import { lazyImports } from './lazy-imports.mjs';
import { builtFrom, readerVersion } from './reader-version.mjs';
import { buildWorkflow } from './temporal-workflow.mjs';
import { thirdPartyLicences } from './third-party-licences.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const outdir = process.env.RUNBOOK_DIST ?? 'dist';
const shared = {
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  minify: !process.argv.includes('--readable'),
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [lazyImports()],
  define: { RUNBOOK_VERSION: JSON.stringify(version), RUNBOOK_READER: JSON.stringify(`${version}+${readerVersion()}`), RUNBOOK_BUILT_FROM: JSON.stringify(builtFrom()), 'process.env.NODE_ENV': '"production"' },
};

await rm(outdir, { recursive: true, force: true });
await mkdir(join(outdir, 'chunks'), { recursive: true });
const walk = await walkAsScript(shared);
const program = await build({ ...shared, entryPoints: { main: 'src/main.ts' }, entryNames: '[name]-[hash]', outExtension: { '.js': '.cjs' }, splitting: true, write: false, plugins: [...shared.plugins, await walkFrom(walk)] });
const chunks = [walk, ...(await Promise.all(program.outputFiles.map((file) => asScript(file, shared))))];
await Promise.all(chunks.map(({ name, text }) => writeFile(join(outdir, 'chunks', name), text)));
await build({ ...shared, entryPoints: { cli: 'src/cli.ts' }, plugins: [...shared.plugins, programFrom(chunks)] });
// A thread's program is one file of its own: chunks shared with it would be more files for every other command to load.
await build({ ...shared, entryPoints: { thread: 'src/commands/threads/thread.ts' } });
const workflow = await buildWorkflow(shared);
await chmod(join(outdir, 'cli.js'), 0o755);
// For editors that check .runbook.yaml.
await writeFile(join(outdir, 'config.schema.json'), `${JSON.stringify((await loaded('src/settings/json-schema.ts')).jsonSchema(), null, 2)}\n`);
const [{ RULES }, { ruleMarkdown }] = [await loaded('src/lint/rules/index.ts'), await loaded('src/print/findings/rule-markdown.ts')];
await mkdir(join(outdir, 'rules'), { recursive: true });
for (const rule of RULES) await writeFile(join(outdir, 'rules', `${rule.id}.md`), ruleMarkdown(rule));
await writeFile(join(outdir, 'rules', 'pins.md'), (await loaded('src/lsp/pin-page.ts')).pinPage());
await writeFile(join(outdir, 'runbook.1'), (await loaded('src/commands/command-line/man-page.ts')).manPage(version));
await writeFile(join(outdir, 'third-party-licences.txt'), await thirdPartyLicences([...walk.inputs, ...Object.keys(program.metafile.inputs), ...workflow]));
if (process.argv.includes('--metafile')) process.stdout.write(JSON.stringify(program.metafile));

/** A module of the program that says something of it. */
async function loaded(path) {
  // What a command loads when it is called is not needed to describe it.
  const described = { name: 'described', setup: ({ onResolve }) => onResolve({ filter: /./ }, (asked) => (asked.kind === 'dynamic-import' ? { path: asked.path, external: true } : undefined)) };
  const [file] = (await build({ ...shared, entryPoints: [path], write: false, plugins: [...shared.plugins, described] })).outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`);
}
