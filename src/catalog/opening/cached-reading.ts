import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Environment, Runbook } from '../../model/index.ts';
import { cacheFolder, readChecked, removeOldCached, sha256, writeChecked } from '../../state/index.ts';

/** Names all sources and libraries that the program was built from; there is none while it runs from its sources. */
declare const RUNBOOK_BUILT_FROM: string | undefined;

/** How many readings are kept. */
const MOST = 64;
/** The longest that is kept, in bytes. */
const LONGEST = 4_000_000;

/**
 * A runbook as it is read, or as an earlier call read the same text under the same path: a reading follows from these and from the program alone,
 * and a call takes most of its time to read. A kept reading is of this very program, of Node's version and of the user's own.
 * @param read Reads the text.
 */
export async function cachedReading(text: string, path: string, environment: Environment, read: () => Promise<Runbook>): Promise<Runbook> {
  const folder = typeof RUNBOOK_BUILT_FROM === 'undefined' ? null : cacheFolder(environment, 'readings');
  if (folder === null) return read();
  const place = join(folder, `${sha256([RUNBOOK_BUILT_FROM, process.version, process.arch, path, text].join('\0'))}.bin`);
  const kept = readBack(place);
  // A file of the cache that was moved or linked to this name is of another text.
  if (kept !== null && kept.source.text === text && kept.path === path) return kept;
  const runbook = await read();
  const bytes = serialize(runbook);
  if (bytes.length > LONGEST) return runbook;
  writeChecked(place, bytes);
  removeOldCached(folder, MOST);
  return runbook;
}

function readBack(place: string): Runbook | null {
  const bytes = readChecked(place);
  try {
    return bytes === null ? null : (deserialize(bytes) as Runbook);
  } catch {
    return null;
  }
}
