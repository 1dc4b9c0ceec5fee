import { join } from 'node:path';
import { digest, entryState } from '../../plan-lock/unread/index.ts';
import { gitText } from '../../programs/index.ts';
import { fileBytes } from './file-bytes.ts';
import { goneNames, type OpenLock } from './open-lock.ts';

/** For runbooks without an entry, the name that they are locked under: that of a file that is gone and had the same bytes, or that git says was renamed. */
export async function renamedFrom(lock: OpenLock, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const gone = goneNames(lock);
  const fresh = names.filter((name) => !lock.entries.has(name));
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const byBytes = fresh.flatMap((name): readonly (readonly [string, string])[] => {
    const bytes = fileBytes(join(lock.root, name));
    const former = bytes === null ? undefined : gone.find((old) => entryState(lock.entries.get(old) ?? '')?.digest === digest(bytes));
    return former === undefined ? [] : [[name, former]];
  });
  return new Map([...(await renamedByGit(lock.root, gone, fresh)), ...byBytes]);
}

/** The renames that git sees in the work tree and in the last commit. */
async function renamedByGit(root: string, gone: readonly string[], fresh: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const diffs = await Promise.all([['HEAD'], ['HEAD~1', 'HEAD']].map((revisions) => gitText(['diff', '--name-status', '-M', '--diff-filter=R', '-z', ...revisions], { cwd: root })));
  return diffs.flatMap((diff) => {
    const words = (diff ?? '').split('\0');
    return words.flatMap((word, index): readonly (readonly [string, string])[] => {
      const [old = '', now = ''] = words.slice(index + 1, index + 3);
      return /^R\d+$/.test(word) && gone.includes(old) && fresh.includes(now) ? [[now, old]] : [];
    });
  });
}
