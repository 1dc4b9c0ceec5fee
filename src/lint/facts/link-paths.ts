import type { Files } from '../rule.ts';

/** Files from which site generators (Hugo, Jekyll, Middleman) make the page that a link without an ending means. */
const PAGE_ENDINGS = ['', '.md', '.markdown', '.html.md', '.html.md.erb', '.md.erb', '.html.erb', '/index.md', '/_index.md', '/README.md', '/index.html.md', '/index.html.md.erb', '/index.html.erb'];

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
  for (const base of basesOf(target, path, bare, files)) {
    const page = files.page(joinPath(base, target.replace(/\/+$/, '')));
    if (page !== null) return page;
  }
  return null;
}

/** The existing file or folder of a path: itself, or from which a site generator makes that page. */
export function pageAt(path: string, kind: Files['kind']): string | null {
  const isFolder = /^\.{1,2}$|\/$/.test(path);
  for (const name of isFolder ? [path] : [path, path.replace(/\.html$/, '')]) {
    for (const ending of PAGE_ENDINGS) {
      const candidate = isFolder ? joinPath(name, ending) : name + ending;
      if (kind(candidate) !== null) return candidate;
    }
  }
  return null;
}

/** The folders that a link may start from. A page `a.md` is often served as `a/`, so that `../b` leads to what stands beside it. */
function basesOf(target: string, path: string, bare: boolean, files: Files): readonly string[] {
  const folder = folderOf(path);
  if (target.startsWith('/') || bare) return [folder, ...files.ancestors(folder)];
  return target.startsWith('..') ? [folder, joinPath(folder, 'page')] : [folder];
}

/** Whether a link from the root of a site leads into a folder that the repository does not have: what is served there is not here. */
export function isOutsideOfRepository(target: string, path: string, files: Files): boolean {
  const [, first = ''] = target.split('/');
  return target.startsWith('/') && files.ancestors(folderOf(path)).every((base) => files.kind(joinPath(base, first)) !== 'folder');
}
