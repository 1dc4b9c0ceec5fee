import { RunbookError, type Runbook, saysNotRead } from '../../model/index.ts';

/** Refuses a runbook that was too large or costly to read, naming the place where reading stopped. */
export function refuseUnread({ path, diagnostics }: Runbook, what: 'run' | 'show'): void {
  const unread = diagnostics.find(saysNotRead);
  if (unread !== undefined) throw new RunbookError({ what: `cannot ${what} ${path}`, why: unread.message, where: { path, at: unread.span.start }, advice: 'split the file, or move old rows of its history to another' });
}
