import { randomBytes } from 'node:crypto';
import { readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders, removeLeftovers, stateFolder, syncFolder, writeAtomically } from '../../state/index.ts';
import type { KeptRow, RecordRequest } from '../types.ts';

/** The folder of rows that could not be written yet: `pending/` in the state folder. */
function keptFolder(): string {
  return join(stateFolder(process.env), 'pending');
}

function rowFile(id: string): string {
  return join(keptFolder(), `${id}.json`);
}

/** Stores a row before it is written to its file, so that nothing can lose it in between. Replaces a kept row of the same id. */
export async function keepRow(request: RecordRequest, now: Date, more: { readonly id?: string | undefined; readonly end?: KeptRow['end']; readonly reason?: string; readonly attempted?: number }): Promise<KeptRow> {
  const id = more.id ?? `${now.toISOString().replace(/[-:]|\.\d+Z/g, '')}-${randomBytes(4).toString('hex')}`;
  const end = more.end ?? (await keptRow(id))?.end;
  const row: KeptRow = { id, keptAt: now.toISOString(), reason: more.reason ?? 'not written yet', request, ...(end === undefined ? {} : { end }), ...(more.attempted === undefined ? {} : { attempted: more.attempted }) };
  await saveRow(row);
  return row;
}

/** Saves a changed kept row. */
export async function saveRow(row: KeptRow): Promise<void> {
  makeFolders(keptFolder(), 0o700);
  await writeAtomically(rowFile(row.id), `${JSON.stringify(row, null, 2)}\n`, { mode: 0o600 });
}

/** Forgets a row that has been written. */
export async function forgetRow(id: string): Promise<void> {
  await unlink(rowFile(id));
  await syncFolder(keptFolder());
}

/** A kept row by its id; `null` if it is gone, which means that somebody has written it. */
export async function keptRow(id: string): Promise<KeptRow | null> {
  return readFile(rowFile(id), 'utf8').then(parseKept, () => null);
}

/** All kept rows, oldest first. */
export async function keptRows(): Promise<readonly KeptRow[]> {
  const all = await readdir(keptFolder()).catch((): string[] => []);
  for (const name of all) if (name.startsWith('.')) await removeLeftovers(join(keptFolder(), /^\.(.+)\.\d+-\w+\.tmp$/.exec(name)?.[1] ?? name));
  const names = all.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  const rows = await Promise.all(names.sort().map((name) => keptRow(name.replace(/\.json$/, ''))));
  return rows.filter((row) => row !== null);
}

function parseKept(text: string): KeptRow | null {
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? { ...value, request: { ...value.request, now: new Date(value.keptAt) } } : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptRow {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('keptAt' in value) || !('request' in value)) return false;
  const { request } = value;
  return typeof request === 'object' && request !== null && 'path' in request && 'cells' in request && Array.isArray(request.cells) && 'columns' in request && Array.isArray(request.columns);
}
