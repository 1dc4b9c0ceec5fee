import type { Example, Files, World } from '../../src/lint/rule.ts';
import { judge, readDocument } from '../../src/lint/lint.ts';
import { allAnchors } from '../../src/lint/facts/index.ts';
import { folderOf, pageAt } from '../../src/lint/facts/link-paths.ts';
import type { LintSettings } from '../../src/lint/lint.ts';
import { DEFAULT_LINT_OPTIONS } from '../../src/settings/index.ts';
import type { Diagnostic } from '../../src/model/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';

/** Lint an example as `lint` would, its other files beside it. */
export function lintExample({ text, path = 'runbooks/example.md', files = {}, today = '2026-06-01', options = {}, locked = [] }: Example, set: Partial<LintSettings> = {}): readonly Diagnostic[] {
  const all = { ...files, [path]: text };
  const world: World = { today, files: filesOf(all), hasHabit: () => true, lockDifferences: () => locked };
  const settings = { options: { ...DEFAULT_LINT_OPTIONS, ...options }, severities: {}, select: null, ...set };
  const { reading } = readDocument(parseRunbook(text, path), settings.options);
  return judge(reading, path, settings, world, null);
}

function filesOf(texts: Readonly<Record<string, string>>): Files {
  const kind: Files['kind'] = (path) => (path in texts ? 'file' : Object.keys(texts).some((name) => name.startsWith(`${path}/`)) ? 'folder' : null);
  return {
    kind,
    page: (path) => pageAt(path, kind),
    names: (folder) => Object.keys(texts).filter((path) => folderOf(path) === folder).map((path) => path.slice(path.lastIndexOf('/') + 1)),
    owned: () => false,
    anchors: (path) => (texts[path] === undefined ? null : new Set(allAnchors(parseRunbook(texts[path], path)))),
    ancestors: (folder) => (folder === '.' ? ['.'] : [folder, ...filesOf({}).ancestors(folderOf(folder))]),
  };
}

/** `line:column rule`, for comparing. */
export function places(diagnostics: readonly Diagnostic[], rule?: string): readonly string[] {
  return diagnostics.filter((diagnostic) => rule === undefined || diagnostic.rule === rule).map(({ rule: id, span }) => `${span.start.line}:${span.start.column}-${span.end.line}:${span.end.column} ${id}`);
}
