import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import { foldersUp } from '../../state/index.ts';

/** Where forges look for the file, from the repository's root. */
const PLACES = ['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];

/** A line of a CODEOWNERS file: which paths, and whether it names anybody. */
interface OwnerLine {
  readonly covers: (path: string) => boolean;
  readonly named: boolean;
}

/** Tells of a file whether a CODEOWNERS file of its repository names an owner, or an OWNERS file stands in its folder or above. */
export function codeOwners(cwd: string): (path: string) => boolean {
  const known = new Map<string, readonly OwnerLine[]>();
  return (path) => {
    const file = resolve(cwd, path);
    const folders = foldersUp(dirname(file));
    const root = folders.at(-1) ?? dirname(file);
    if (folders.some((folder) => existsSync(join(folder, 'OWNERS')))) return true;
    const lines = known.get(root) ?? readOwners(root);
    known.set(root, lines);
    const name = relative(root, file).split(sep).join('/');
    return lines.findLast(({ covers }) => covers(name))?.named ?? false;
  };
}

function readOwners(root: string): readonly OwnerLine[] {
  const file = PLACES.map((place) => join(root, place)).find((place) => existsSync(place));
  if (file === undefined) return [];
  let sectionHasOwners = false;
  return readFileSync(file, 'utf8').split('\n').flatMap((written): OwnerLine[] => {
    const line = written.replace(/(?:^|\s)#.*$/, '').trim();
    if (line === '') return [];
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?(?<owners>.*)$/.exec(line)?.groups?.['owners'];
    if (section !== undefined) {
      sectionHasOwners = section.trim() !== '';
      return [];
    }
    const [pattern = '', ...owners] = line.split(/(?<!\\)\s+/);
    const rules = ignore().add(pattern);
    return [{ covers: (path) => rules.ignores(path), named: owners.length > 0 || sectionHasOwners }];
  });
}
