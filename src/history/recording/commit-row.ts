import { basename, dirname } from 'node:path';
import { commitEdit, pushEdit } from '../../programs/index.ts';
import { type CommitValue, loadSettings, withValues } from '../../settings/index.ts';
import { writeAtomically } from '../../state/index.ts';
import { oneLine, plainCell } from '../cells/index.ts';
import { linesLike, placeRow } from '../row/index.ts';
import type { CommitResult, RecordRequest } from '../types.ts';

const PLAIN_MESSAGE = 'Record {runbook} run{on-target}: {outcome}';

/** Commits only the row that was just written, and pushes it if asked to. `before`: how many identical rows the file had, for when somebody else may have committed it already. */
export async function commitRow(request: RecordRequest, path: string, { wasKept, before }: { readonly wasKept: boolean; readonly before?: number | undefined }): Promise<CommitResult> {
  const edit = async (text: string): Promise<string | null> => {
    const placed = await placeRow(text, request, wasKept);
    if (!placed.ok) return null;
    return before !== undefined && linesLike(text, placed.row).length > before ? text : placed.text;
  };
  const message = commitMessage((await teamMessage(dirname(path))) ?? PLAIN_MESSAGE, request);
  const committed = await commitEdit({ path, message, edit });
  if (!committed.ok) return { status: 'failed', reason: committed.reason };
  if (request.push !== true) return { status: 'committed', commit: committed.commit, onBranch: committed.onBranch };
  const pushed = await pushEdit(committed.file, committed.commit, { edit, write: writeAtomically });
  return pushed.ok ? { status: 'pushed', commit: pushed.commit, onBranch: true } : { status: 'failed', reason: pushed.reason, commit: pushed.commit };
}

/** Broken settings do not hold up a row; `lint` reports them. */
async function teamMessage(folder: string): Promise<string | null> {
  const { settings } = await loadSettings(folder, (rule) => rule).catch(() => ({ settings: null }));
  return settings?.commitMessage?.trim() || null;
}

/** Fills in the values of the row. */
function commitMessage(template: string, request: RecordRequest): string {
  const target = request.target ?? '';
  const values: Readonly<Record<CommitValue, string>> = {
    runbook: basename(request.path),
    title: request.title ?? basename(request.path),
    target,
    'on-target': target === '' ? '' : ` on ${oneLine(target)}`,
    operator: request.operator,
    outcome: plainCell(request.outcome),
    date: (request.now ?? new Date()).toISOString().slice(0, 10),
    run: request.runId,
  };
  return `${withValues(template, (name) => values[name].replace(/\s+/g, ' ')).trim()}\n`;
}
