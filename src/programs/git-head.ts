import { blobText, trackedFile, treeEntry } from './git-repository.ts';

/** The text of a file in HEAD; `null` if it is in no repository, not committed, or not text. */
export async function textAtHead(path: string): Promise<string | null> {
  const file = await trackedFile(path);
  const entry = file === null ? null : await treeEntry(file, 'HEAD');
  return file === null || entry === null ? null : blobText(file, entry.blob);
}
