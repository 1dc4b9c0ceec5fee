import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';

/** The address of a file: relative to the working folder, as code scanning expects; a `file:` URL for an absolute path. */
export function sarifArtifact(path: string): ArtifactLocation {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.replaceAll('\\', '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
