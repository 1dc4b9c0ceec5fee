import { setTimeout as pause } from 'node:timers/promises';
import { fold, initialState } from '../../events/index.ts';
import { ExitCode, type Io, isCi } from '../../model/index.ts';
import { EventText, painter } from '../../print/index.ts';
import { JournalFollower, livingHolder, runLock } from '../../state/index.ts';
import { wantsColour } from '../telling/colour.ts';
import type { StoredRun } from '../resuming/find-run.ts';

/** Milliseconds between looks at the journal. */
const EVERY_MS = 200;

/** `runbook runs watch <id>`: prints what happens in a run that another terminal drives, and changes nothing. Ends with the run and with its exit code. */
export async function watch({ id, folder }: StoredRun, io: Io): Promise<ExitCode> {
  const follower = new JournalFollower(folder);
  const text = new EventText((chunk) => io.stdout.write(chunk), painter(wantsColour(io.stdout, io.env)), isCi(io.env));
  let state = initialState(id);
  for (;;) {
    // Checked before reading, so that whatever the process wrote before it ended is still read.
    const driven = (await livingHolder(runLock(folder))) !== null;
    for (const event of follower.next()) {
      state = fold(state, event);
      text.print(event);
    }
    if (!driven) break;
    await pause(EVERY_MS);
  }
  if (state.status === 'running') io.stdout.write(`\nnobody drives it now; resume with: runbook resume ${id}\n`);
  return { passed: ExitCode.done, failed: ExitCode.failed, aborted: ExitCode.stopped, running: ExitCode.stopped }[state.status];
}
