import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import { foldersUp } from '../../state/index.ts';
import { remembered } from './remembered.ts';

/** Where forges look for the file, from the repository's root. */
const PLACES = ['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];

/** A line of a CODEOWNERS file: which paths, and whether it names anybody. */
interface OwnerLine {
  readonly covers: (path: string) => boolean;
  readonly named: boolean;
}

/** Tells of a file whether a CODEOWNERS file of its repository names an owner, or an OWNERS file stands in its folder or above. */
export function codeOwners(cwd: string): (path: string) => boolean {
  const linesOf = remembered(readOwners);
  const lookAt = remembered((folder: string) => {
    const folders = foldersUp(folder);
    return { root: folders.at(-1) ?? folder, hasOwners: folders.some((each) => existsSync(join(each, 'OWNERS'))) };
  });
  return (path) => {
    const file = resolve(cwd, path);
    const { root, hasOwners } = lookAt(dirname(file));
    if (hasOwners) return true;
    const name = relative(root, file).split(sep).join('/');
    return linesOf(root).findLast(({ covers }) => covers(name))?.named ?? false;
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
