import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { editedEntry, type EditToCommit } from './git-commit.ts';
import { type GitResult, gitText, runGit } from './git.ts';
import { type Entry, indexEntry, patiently, setEntry, type TrackedFile, treeEntry, withIndexOf } from './git-repository.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

type EditPushed = { readonly ok: true; readonly commit: string } | { readonly ok: false; readonly reason: string; readonly commit: string };

/** The change of the file, to be made again in the version of others, and how a file of the user is written. */
interface EditToPush extends Pick<EditToCommit, 'edit'> {
  readonly write: (path: string, text: string) => Promise<unknown>;
}

interface Upstream {
  readonly branch: string;
  readonly remote: string;
  readonly remoteRef: string;
  /** The local ref of the remote branch, `refs/remotes/origin/main`. */
  readonly tracking: string;
}

const ATTEMPTS = 20;

/** How git says that another push was first. What a hook or a rule of the remote refuses, it refuses each time. */
const OTHERS_FIRST = /\[rejected\]|fetch first|non-fast-forward|cannot lock|failed to update|incorrect old value/;

/**
 * Pushes a commit that `commitEdit` made. If another operator was first, the edit is made again in their version of the file,
 * the branch moves on top of their commits, and the push is tried again; so two rows at the same place never conflict.
 */
export async function pushEdit(file: TrackedFile, commit: string, again: EditToPush): Promise<EditPushed> {
  const upstream = await upstreamOf(file.top);
  if (typeof upstream === 'string') return { ok: false, reason: upstream, commit };
  let tip = commit;
  let reason = 'others kept pushing first';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const alone = await isAlone(file.top, upstream, tip);
    if (alone) {
      const push = await runGit(['push', '--porcelain', '--quiet', upstream.remote, `${tip}:${upstream.remoteRef}`], { cwd: file.top });
      if (push.ok) return { ok: true, commit: tip };
      reason = whyRefused(push);
      if (!OTHERS_FIRST.test(push.reason + push.stdout)) break;
      if (attempt > 0) await pause(100 * Math.random() * attempt);
    }
    const fetch = await runGit(['fetch', '--quiet', upstream.remote], { cwd: file.top });
    if (!fetch.ok) return { ok: false, reason: fetch.reason, commit: tip };
    if (!(await isAlone(file.top, upstream, tip))) return { ok: false, reason: 'the branch has other commits that are not pushed; push them with `git pull --rebase && git push`', commit: tip };
    const moved = await moveOnTop(file, upstream, tip, again);
    if (moved.reason !== null) return { ok: false, reason: moved.reason, commit: tip };
    tip = moved.commit;
  }
  return { ok: false, reason, commit: tip };
}

/** What the remote said of the branch, and in words of its own. */
function whyRefused({ stdout, reason }: GitResult): string {
  const [, kind, why] = /^!\t\S+\t\[([^\]]+)\] (.*)$/m.exec(stdout) ?? [];
  return [kind === undefined ? '' : `${kind} ${why ?? ''}`, reason].filter((part) => part !== '').join(': ');
}

async function upstreamOf(top: string): Promise<Upstream | string> {
  const branch = await gitText(['symbolic-ref', '--quiet', 'HEAD'], { cwd: top });
  if (branch === null) return 'HEAD is on no branch';
  const names = await gitText(['for-each-ref', '--format=%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream)', branch], { cwd: top });
  const [remote = '', remoteRef = '', tracking = ''] = (names ?? '').split('\0');
  if (remote === '' || remoteRef === '') return `${branch.replace('refs/heads/', '')} follows no branch of a remote; set one with \`git push -u\``;
  return { branch, remote, remoteRef, tracking };
}

/** Whether the commit's parent is already on the remote, so that a push sends only this commit. */
async function isAlone(top: string, upstream: Upstream, commit: string): Promise<boolean> {
  return (await runGit(['merge-base', '--is-ancestor', `${commit}^`, upstream.tracking], { cwd: top })).ok;
}

/** Makes the edit again on the remote's tip and moves the branch, the index and the working files there. */
async function moveOnTop(file: TrackedFile, upstream: Upstream, commit: string, { edit, write }: EditToPush): Promise<{ readonly commit: string; readonly reason: string | null }> {
  const stay = (reason: string | null): { commit: string; reason: string | null } => ({ commit, reason });
  const theirs = await gitText(['rev-parse', upstream.tracking], { cwd: file.top });
  if (theirs === null || (await runGit(['merge-base', '--is-ancestor', theirs, commit], { cwd: file.top })).ok) return stay(null);
  const their = await treeEntry(file, theirs);
  const entry = their === null ? null : await editedEntry(file, their, edit);
  if (entry === null) return stay("the remote's version of the file has no such table");
  const ours = await treeEntry(file, commit);
  if (ours === null || (await indexEntry(file))?.blob !== ours.blob) return stay('the file has other staged changes');
  const rebuilt = await commitOn(file, theirs, entry, commit);
  if (rebuilt === null) return stay('git could not commit');
  const reason = await moveFiles(file, { from: commit, to: rebuilt }, entry, write);
  if (reason !== null) return stay(reason);
  const updated = await patiently(() => runGit(['update-ref', '-m', 'runbook: on top of the remote', upstream.branch, rebuilt, commit], { cwd: file.top }));
  return updated.ok ? { commit: rebuilt, reason: null } : stay(updated.reason);
}

/** Makes the commit again, with the same author, on another parent. */
async function commitOn(file: TrackedFile, parent: string, entry: Entry, like: string): Promise<string | null> {
  const [message, name, email, date] = (await gitText(['show', '--no-patch', '--format=%B%x00%an%x00%ae%x00%aI', like], { cwd: file.top }))?.split('\0') ?? [];
  const signs = (await gitText(['config', '--type=bool', 'commit.gpgSign'], { cwd: file.top })) === 'true';
  const environment = { GIT_AUTHOR_NAME: name ?? '', GIT_AUTHOR_EMAIL: email ?? '', GIT_AUTHOR_DATE: (date ?? '').trim() };
  return withIndexOf(file, parent, async (index) => {
    if (!(await setEntry(file, entry, index)).ok) return null;
    const tree = await gitText(['write-tree'], { cwd: file.top, index });
    return tree === null ? null : gitText(['commit-tree', tree, '-p', parent, ...(signs ? ['-S'] : []), '-F', '-'], { cwd: file.top, input: (message ?? '').trim() + '\n', environment });
  });
}

/** Moves index and working files from one commit to another; refuses, with nothing moved, if that would touch the user's other work. */
async function moveFiles(file: TrackedFile, { from, to }: { readonly from: string; readonly to: string }, entry: Entry, write: EditToPush['write']): Promise<string | null> {
  const merged = await mergedWorkingFile(file, from, to);
  if (merged === null) return 'the file has other changes at the same place; commit or undo them, then `git pull --rebase && git push`';
  const before = await indexEntry(file);
  const set = await setEntry(file, entry);
  if (!set.ok) return set.reason;
  await runGit(['update-index', '-q', '--refresh'], { cwd: file.top });
  const read = await patiently(() => runGit(['read-tree', '-m', '-u', from, to], { cwd: file.top }));
  if (!read.ok) {
    if (before !== null) await setEntry(file, before);
    return read.reason;
  }
  await write(file.path, merged);
  await runGit(['update-index', '-q', '--refresh'], { cwd: file.top });
  return null;
}

/** Merges the remote's changes into the working file, keeping the user's; `null` if both changed the same place. */
async function mergedWorkingFile(file: TrackedFile, from: string, to: string): Promise<string | null> {
  return inTemporaryFolder('runbook-merge-', async (folder) => {
    for (const [name, commit] of [['base', from], ['theirs', to]] as const) {
      const text = await runGit(['cat-file', '--filters', `${commit}:${file.name}`], { cwd: file.top });
      if (!text.ok) return null;
      await writeFile(join(folder, name), text.stdout);
    }
    await writeFile(join(folder, 'ours'), await readFile(file.path));
    const merge = await runGit(['merge-file', '-p', '--quiet', 'ours', 'base', 'theirs'], { cwd: folder });
    return merge.ok && !merge.stdout.includes('\ufffd') ? merge.stdout : null;
  });
}
