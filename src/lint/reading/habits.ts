import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isMarkdownName } from '../../model/index.ts';
import { namesIn } from '../../state/index.ts';
import { type CollectPorts, collectDocuments, type LintDocument } from './documents.ts';

/** Whether the runbooks in a file's folder follow the convention that a rule asks for. */
export type HasHabit = (rule: string, path: string) => boolean;

/** A folder follows a convention if this share of its runbooks does. */
const ENOUGH = 1 / 3;
/** How many neighbours are read for it if only some files of a folder are linted. */
const MOST_NEIGHBOURS = 25;

/** The conventions of the documents' folders. Neighbours that are not linted count too; they are read only if one of the documents lacks something. */
export async function folderHabits(documents: readonly LintDocument[], ports: CollectPorts): Promise<HasHabit> {
  const folderOf = (path: string) => dirname(resolve(ports.cwd, path));
  const lacking = new Set(documents.filter(({ reading }) => reading.habits.some(({ kept }) => !kept)).map(({ path }) => folderOf(path)));
  const linted = new Set(documents.map(({ path }) => resolve(ports.cwd, path)));
  const neighbours = await collectDocuments([...lacking].flatMap((folder) => neighboursIn(folder, linted)).map((file) => relative(ports.cwd, file)), { ...ports, accepts: () => true });
  const counts = new Map<string, { kept: number; all: number }>();
  for (const { path, reading } of [...documents, ...neighbours]) {
    for (const { rule, kept } of reading.habits) {
      const key = `${rule} ${folderOf(path)}`;
      const count = counts.get(key) ?? { kept: 0, all: 0 };
      counts.set(key, { kept: count.kept + (kept ? 1 : 0), all: count.all + 1 });
    }
  }
  return (rule, path) => {
    const { kept, all } = counts.get(`${rule} ${folderOf(path)}`) ?? { kept: 0, all: 1 };
    return kept / all >= ENOUGH;
  };
}

function neighboursIn(folder: string, linted: ReadonlySet<string>): readonly string[] {
  // A text that was never saved may be in a folder that does not exist yet.
  const files = namesIn(folder).filter((name) => isMarkdownName(name)).map((name) => join(folder, name));
  return files.filter((file) => !linted.has(file) && basename(file) !== 'README.md' && existsSync(file) && statSync(file).isFile()).slice(0, MOST_NEIGHBOURS);
}
