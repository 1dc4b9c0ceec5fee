import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { matchesGlob, matchesWithStars } from '../model/index.ts';

/** What only picomatch knows; the settings bound how much of it a glob may have. */
const SPECIAL = /[[{\\]/;

/** Whether a file is left out by globs that start from a folder; a glob without a slash names files in any folder, one of a folder all below it. */
export function ignoredBy(globs: readonly string[], folder: string, cwd: string): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matchers = globs.map((glob) => {
    const plain = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
    const anywhere = plain.includes('/') || glob.startsWith('/') ? plain : `**/${plain}`;
    if (SPECIAL.test(anywhere)) return picomatch([anywhere, `${anywhere}/**`], { dot: true, noextglob: true });
    const wanted = [...anywhere.split('/'), '**'];
    return (path: string) => {
      const parts = path.split('/');
      return matchesWithStars(parts, wanted, '**', (at, part) => (matchesGlob(parts[at] ?? '', part) ? 1 : 0));
    };
  });
  return (path) => {
    const name = relative(folder, resolve(cwd, path)).split(sep).join('/');
    return matchers.some((matches) => matches(name));
  };
}
