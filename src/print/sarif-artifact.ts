import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';

/** Relative to the folder that the program was called in, as code scanning expects; an absolute path as a file address. */
export function sarifArtifact(path: string): ArtifactLocation {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.replaceAll('\\', '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
