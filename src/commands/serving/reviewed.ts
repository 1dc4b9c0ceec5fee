import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeRunbook, RunbookError, type Runbook, type Span } from '../../model/index.ts';
import { parseRunbook } from '../../parse/index.ts';
import type { Standing } from '../../plan-lock/index.ts';
import { textAtHead } from '../../programs/index.ts';
import { SETTINGS_NAME } from '../../settings/index.ts';
import { foldersUp, LOCK_NAME, repositoryAround } from '../../state/index.ts';

/**
 * An agent may also write files, so a runbook that it runs must be as in git's HEAD (except history rows) or as locked, with the lock and the settings as in HEAD.
 * @throws RunbookError where it is not.
 */
export async function refuseUnreviewed(runbook: Runbook, path: string, standing: Standing): Promise<void> {
  const root = repositoryAround(dirname(path));
  if (root === null) throw unreviewed(runbook, 'it is in no git repository, so nobody can have reviewed it');
  for (const file of [join(root, LOCK_NAME), ...foldersUp(dirname(path)).map((folder) => join(folder, SETTINGS_NAME))]) {
    if ((existsSync(file) ? readFileSync(file, 'utf8') : null) !== (await textAtHead(file))) throw unreviewed(runbook, `${file.slice(root.length + 1)} is not as in git's HEAD`);
  }
  if (standing.kind === 'as-locked') return;
  const committed = await textAtHead(path);
  if (committed === null) throw unreviewed(runbook, 'it is neither committed nor locked');
  const before = parseRunbook(decodeRunbook(Buffer.from(committed), runbook.path), { path: runbook.path });
  if (withoutRows(before) !== withoutRows(runbook)) throw unreviewed(runbook, "it is neither as in git's HEAD nor as locked");
}

function unreviewed({ path }: Runbook, why: string): RunbookError {
  return new RunbookError({ what: `an agent may not run ${path}`, why, advice: 'a person reviews it and commits it, or locks it and commits runbook.lock' });
}

/** The text without the rows of its history, which each run adds to; a row that is a step stays, since it would run. */
function withoutRows({ source: { text }, histories, steps }: Runbook): string {
  const runs = (row: Span): boolean => steps.some(({ span }) => span.start.offset < row.end.offset && row.start.offset < span.end.offset);
  const spans = histories.flatMap(({ rows }) => rows.map(({ span }) => span)).filter((row) => !runs(row)).sort((a, b) => a.start.offset - b.start.offset);
  let rest = '';
  let from = 0;
  for (const { start, end } of spans) {
    rest += text.slice(from, start.offset);
    // Includes the line ending, so that nothing of a row is left.
    from = end.offset + (/^\r?\n/.exec(text.slice(end.offset, end.offset + 2))?.[0].length ?? 0);
  }
  return (rest + text.slice(from)).trimEnd();
}
