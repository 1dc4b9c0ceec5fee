import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { matchesGlob } from '../model/index.ts';

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
    return (path: string) => matchesParts(path.split('/'), wanted);
  });
  return (path) => {
    const name = relative(folder, resolve(cwd, path)).split(sep).join('/');
    return matchers.some((matches) => matches(name));
  };
}

/** The globs may be a stranger's: `**` takes as few parts of the path as will do, so the time is bounded by the two lengths multiplied. */
function matchesParts(parts: readonly string[], wanted: readonly string[]): boolean {
  let at = 0;
  let next = 0;
  /** Where the last `**` stands, and how far into the path it has been made to reach. */
  let star = -1;
  let reached = 0;
  while (at < parts.length) {
    const glob = wanted[next];
    if (glob === '**') {
      star = next++;
      reached = at;
    } else if (glob !== undefined && matchesGlob(parts[at] ?? '', glob)) {
      at++;
      next++;
    } else if (star !== -1) {
      next = star + 1;
      at = ++reached;
    } else return false;
  }
  return wanted.slice(next).every((glob) => glob === '**');
}
