import type { Files } from '../rule.ts';

/** Pages of a site generator that a link without an ending may mean. */
const PAGE_ENDINGS = ['', '.md', '.markdown', '/index.md', '/_index.md', '/README.md'];

/** Join a link to a folder, `.` and `..` resolved; `/` separates. */
export function joinPath(folder: string, relative: string): string {
  const whole = folder === '.' ? relative : `${folder}/${relative}`;
  if (!/(?:^|.\/)\.{0,2}(?:\/|$)/.test(whole)) return whole;
  const rooted = folder.startsWith('/');
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !rooted) parts.push(part);
  }
  return (rooted ? '/' : '') + (parts.join('/') || (rooted ? '' : '.'));
}

/** The folder of a path, `.` where it has none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash) || '/';
}

/** Where a file that a link means would be. */
export function missingPath(target: string, path: string): string {
  return joinPath(folderOf(path), target.replace(/\/+$/, ''));
}

/** The existing file or folder that a link means: beside the runbook, or (for `/docs/x.md` and bare paths) below the root or any folder between. */
export function resolveLink(target: string, path: string, bare: boolean, files: Files): string | null {
  const folder = folderOf(path);
  const bases = target.startsWith('/') || bare ? [folder, ...files.ancestors(folder)] : [folder];
  for (const base of bases) {
    const joined = joinPath(base, target.replace(/\/+$/, ''));
    const isFolder = /^\.{1,2}$|\/$/.test(joined);
    for (const ending of PAGE_ENDINGS) {
      const candidate = isFolder ? joinPath(joined, ending) : joined + ending;
      if (files.kind(candidate) !== null) return candidate;
    }
  }
  return null;
}
