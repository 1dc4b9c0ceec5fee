import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/** Whether a file is left out by globs that start from a folder; a glob without a slash names files in any folder, one of a folder all below it. */
export function ignoredBy(globs: readonly string[], folder: string, cwd: string): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs.flatMap((glob) => {
    const plain = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
    const anywhere = plain.includes('/') || glob.startsWith('/') ? plain : `**/${plain}`;
    return [anywhere, `${anywhere}/**`];
  });
  const matches = picomatch(patterns, { dot: true, noextglob: true });
  return (path) => matches(relative(folder, resolve(cwd, path)).split(sep).join('/'));
}
