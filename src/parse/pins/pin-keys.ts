/** How a pin's value is read. */
export type PinKind = 'text' | 'name' | 'boolean' | 'duration' | 'count' | 'globs' | 'names' | 'captures' | 'patterns' | 'statuses' | 'expectation' | 'effect' | 'place' | 'passed';

/** Every pin of a step, by its key. */
export const PIN_KEYS: Readonly<Record<string, PinKind>> = {
  name: 'name',
  title: 'text',
  interactive: 'boolean',
  follow: 'boolean',
  background: 'boolean',
  cwd: 'text',
  timeout: 'duration',
  retry: 'count',
  every: 'duration',
  expect: 'expectation',
  destructive: 'boolean',
  effect: 'effect',
  runs: 'boolean',
  on: 'place',
  gate: 'passed',
  applies: 'globs',
  capture: 'captures',
  pattern: 'patterns',
  secret: 'names',
  errexit: 'boolean',
  pipefail: 'boolean',
  exit: 'statuses',
  excludeFromRunAll: 'boolean',
  ignore: 'boolean',
  promptEnv: 'text',
  tag: 'names',
  interpreter: 'text',
};

/** Keys of other tools that stand in the same places and mean nothing here. */
export const FOREIGN_KEYS: ReadonlySet<string> = new Set(['id', 'category', 'mimeType', 'closeTerminalOnSuccess', 'openTerminalOnSuccess', 'terminalRows', 'transform', 'docs', 'sh', 'runme', 'language', 'lang', 'cssclass', 'linenos', 'hl_lines', 'linenums', 'filename', 'class']);

/** Keys of a parameter in front matter. */
export const PARAMETER_KEYS: readonly string[] = ['name', 'description', 'example', 'default', 'pattern', 'secret', 'replaces'];

/** Keys of the `runbook:` map in front matter. */
export const FILE_KEYS: readonly string[] = ['params', 'target', 'history'];

/** The comment of another tool that gives the similarity of the output. */
export const SIMILARITY_KEY = 'expected_similarity';
