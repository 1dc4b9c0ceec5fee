import { runGit, gitText } from './git.ts';
import { blobText, type Entry, indexEntry, indexIsFree, patiently, setEntry, storeBlob, trackedFile, type TrackedFile, treeEntry, unfinishedWork, withIndexOf } from './git-repository.ts';

/** One small edit of one tracked file, to commit alone. */
export interface EditToCommit {
  readonly path: string;
  readonly message: string;
  /** Makes the edit in a version of the file; `null` if that version has no place for it. */
  readonly edit: (text: string) => Promise<string | null>;
}

type EditCommitted = { readonly ok: true; readonly commit: string; /** Whether HEAD is on a branch. */ readonly onBranch: boolean; readonly file: TrackedFile } | { readonly ok: false; readonly reason: string };

/**
 * Commits an edit that the working file already has, and nothing else: HEAD's version of the file with the edit in it. Whatever else
 * is staged or changed, in this file too, stays as it was. The repository's hooks and signing apply.
 */
export async function commitEdit(request: EditToCommit): Promise<EditCommitted> {
  const committed = await committedFile(request.path);
  if (!committed.ok) return committed;
  const { file, entry: old } = committed;
  const entry = await editedEntry(file, old, request.edit);
  if (entry === null) return failed('its last committed version has no such table');
  // Somebody has committed it already.
  if (entry.blob === old.blob) return committedAs(file);
  // The edit goes into the user's index afterwards: without it, their next commit would take it away again.
  const free = await patiently(() => indexIsFree(file.top));
  if (!free.ok) return failed(free.reason);
  const made = await withIndexOf(file, 'HEAD', async (index) => {
    const set = await setEntry(file, entry, index);
    return set.ok ? patiently(() => runGit(['commit', '--quiet', '--file=-'], { cwd: file.top, index, input: request.message })) : set;
  });
  if (made?.ok !== true) return failed(made?.reason || 'git could not commit');
  // A hook may have changed what was committed.
  await carryIntoIndex(file, old, (await treeEntry(file, 'HEAD')) ?? entry, request.edit);
  return committedAs(file);
}

async function committedAs(file: TrackedFile): Promise<EditCommitted> {
  const [commit, branch] = await Promise.all([gitText(['rev-parse', 'HEAD'], { cwd: file.top }), gitText(['symbolic-ref', '--quiet', 'HEAD'], { cwd: file.top })]);
  return { ok: true, commit: commit ?? '', onBranch: branch !== null, file };
}

/** Why no edit of a file could be committed now, whatever it is; `null` if one could. */
export async function commitObstacle(path: string): Promise<string | null> {
  const committed = await committedFile(path);
  return committed.ok ? null : committed.reason;
}

/** A file with its entry in the last commit, on which another can be made. */
async function committedFile(path: string): Promise<{ readonly ok: true; readonly file: TrackedFile; readonly entry: Entry } | { readonly ok: false; readonly reason: string }> {
  const file = await trackedFile(path);
  if (file === null) return failed('it is in no git repository');
  const unfinished = await unfinishedWork(file.top);
  if (unfinished !== null) return failed(`a ${unfinished} is going on; finish it first`);
  const entry = await treeEntry(file, 'HEAD');
  return entry === null ? failed('it is not in the last commit; add and commit it first') : { ok: true, file, entry };
}

/** Stores a version of the file with the edit in it, as a blob. */
export async function editedEntry(file: TrackedFile, entry: Entry, edit: EditToCommit['edit']): Promise<Entry | null> {
  const text = await blobText(file, entry.blob);
  const edited = text === null ? null : await edit(text);
  const blob = edited === null ? null : await storeBlob(file, edited);
  return blob === null ? null : { mode: entry.mode, blob };
}

/** Puts the edit into the user's index too: into what they staged of this file, or else into its committed version. */
async function carryIntoIndex(file: TrackedFile, old: Entry, entry: Entry, edit: EditToCommit['edit']): Promise<void> {
  const staged = await indexEntry(file);
  if (staged === null) return;
  const next = staged.blob === old.blob ? { ...staged, blob: entry.blob } : await editedEntry(file, staged, edit);
  if (next !== null) await setEntry(file, next);
  await runGit(['update-index', '-q', '--refresh'], { cwd: file.top });
}

function failed(reason: string): Extract<EditCommitted, { readonly ok: false }> {
  return { ok: false, reason };
}
