// The workflow that runs on Temporal, as one script: its workers run it in a sandbox where nothing of Node is, and would bundle it anew at each start.
import { builtinModules } from 'node:module';
import { build } from 'esbuild';

/** As the workers' own bundler writes it: what they ask of the script. */
const ENTRY = `
const api = require('@temporalio/workflow/lib/worker-interface.js');
require('@temporalio/workflow/lib/global-overrides.js').overrideGlobals();
const { setTimeout: start, clearTimeout: cancel } = globalThis;
const waiting = new Set();
globalThis.setTimeout = (work, ms) => {
  const timer = start(() => (waiting.delete(timer), work()), ms);
  waiting.add(timer);
  return timer;
};
// One that there is not, or that has gone off, cannot be cancelled in a workflow.
globalThis.clearTimeout = (timer) => waiting.delete(timer) && cancel(timer);
globalThis.performance ??= { now: () => Date.now() };
globalThis.__TEMPORAL__ = { api, preloadModules() {}, importWorkflows: () => require('./src/temporal/workflow/runbook.ts'), importInterceptors: () => [] };
`;

/** What the sandbox has of Node, or what of it can be done without. */
const SANDBOX = {
  util: "exports.stripVTControlCharacters = (text) => text.replace(/[\\u001B\\u009B][[\\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\\d/#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d/#&.:=?%@~_]*)*)?(?:\\u0007|\\u001B\\u005C|\\u009C))|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-ntqry=><~]))/g, '');",
  url: 'module.exports = { URL, URLSearchParams };',
  assert: 'module.exports = globalThis.assert;',
};

/** Workers ask for a map of the script in it: one that says nothing of it will do. */
const NO_MAP = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify({ version: 3, sources: [], names: [], mappings: '' })).toString('base64')}`;

/** Builds the script; returns the input files that it was made of. */
export async function buildWorkflow({ outdir, minify, target, define }) {
  const { metafile } = await build({ stdin: { contents: ENTRY, resolveDir: process.cwd() }, outfile: `${outdir}/temporal-workflow.js`, bundle: true, format: 'iife', platform: 'neutral', mainFields: ['module', 'main'], target, minify, define, legalComments: 'none', logLevel: 'warning', metafile: true, footer: { js: NO_MAP }, plugins: [sandbox()] });
  return Object.keys(metafile.inputs);
}

/** esbuild plugin. */
function sandbox() {
  return {
    name: 'workflow-sandbox',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`) }, ({ path }) => ({ path: path.replace('node:', ''), namespace: 'sandbox', sideEffects: false }));
      // What starts programs is never called there.
      onResolve({ filter: /^execa$|^__temporal_custom_(?:payload|failure)_converter$/ }, () => ({ path: 'none', namespace: 'sandbox' }));
      onLoad({ filter: /./, namespace: 'sandbox' }, ({ path }) => ({ contents: SANDBOX[path] ?? 'module.exports = {};' }));
      // Of our own files those that nothing is taken from are left out: they are the ones that reach for Node.
      onResolve({ filter: /^\./ }, async ({ path, pluginData, ...at }) => {
        if (pluginData === 'seen') return undefined;
        const found = await resolve(path, { ...at, pluginData: 'seen' });
        return /\/src\/.*\.ts$/.test(found.path) ? { ...found, sideEffects: false } : found;
      });
    },
  };
}
