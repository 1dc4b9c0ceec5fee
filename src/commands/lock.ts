import { ExitCode, RunbookError } from '../model/index.ts';
import { allAsLocked } from '../plan-lock/unread/index.ts';
import { LOCK_NAME } from '../state/index.ts';
import type { CommandRun } from './command-line/parsed-args.ts';
import { checkLock } from './locking/check-lock.ts';
import { openLock } from './locking/open-lock.ts';
import { progressOf } from './telling/progress.ts';

declare const RUNBOOK_VERSION: string;

/** `runbook lock`: record what each runbook comes to, or tell what has changed since. */
export const run: CommandRun = async (args, io) => {
  const lock = openLock(io.cwd);
  if (lock === null) throw new RunbookError({ what: 'cannot lock here', why: 'this folder is not in a git repository', advice: `${LOCK_NAME} stands at a repository's root: go there, or git init first` });
  const wrong = (['settle', 'accept-open'] as const).find((name) => args.flag('check') && (name === 'settle' ? args.texts(name).length > 0 : args.flag(name)));
  if (wrong !== undefined) throw new RunbookError({ what: `--${wrong}`, why: '--check writes nothing', advice: 'leave out one of them' });
  if (!args.flag('check')) return (await import('./locking/write-lock.ts')).writeLock(lock, args, io);
  if (!lock.exists) throw new RunbookError({ what: `there is no ${LOCK_NAME}`, why: 'nothing was locked yet', advice: 'runbook lock writes it' });
  const progress = progressOf('reading', io);
  const checked = await checkLock(lock, args.positionals, io, progress.at).finally(() => progress.clear());
  const format = args.text('format') ?? 'text';
  if (checked.differences.length === 0 && format === 'text') {
    // Where nothing changed, what words differences is not loaded.
    io.stdout.write(`${allAsLocked(checked.compared, checked.unlocked)}\n`);
    return ExitCode.done;
  }
  const { lockCheckText, lockDiff } = await import('../print/index.ts');
  let diff = '';
  if (format === 'text' && checked.changed.length > 0) {
    const { changedEntries } = await import('./locking/changed-entries.ts');
    diff = await lockDiff(LOCK_NAME, changedEntries(checked.changed));
  }
  io.stdout.write(lockCheckText({ ...checked, diff }, format, RUNBOOK_VERSION));
  return checked.differences.length === 0 ? ExitCode.done : ExitCode.failed;
};
