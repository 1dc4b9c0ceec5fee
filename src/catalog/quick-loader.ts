import type { Runbook } from '../model/index.ts';
import { parseRunbook, quickReader } from '../parse/index.ts';
import { fullyRead, loadText } from './opening/index.ts';

/** Reads runbooks as `loadRunbook` does, but with the fast reader, for commands that read many files and run nothing. */
export function quickLoader(cwd: string): (path: string) => Runbook {
  const readTree = quickReader();
  return (path) => fullyRead(parseRunbook(loadText(path, cwd), { path, readTree }));
}
