import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '../../events/index.ts';
import type { Io } from '../../model/index.ts';
import { outputFile, readOutputEnds } from '../../state/index.ts';
import type { Remote } from '../../temporal/index.ts';
import type { ParsedArgs } from '../command-line/parsed-args.ts';
import { writePage } from '../telling/write-page.ts';
import { partsOf, reportFormat } from './report.ts';
import { titlesIn } from './step-titles.ts';
import { tellTeamRun } from './tell-team-run.ts';

/** `runbook runs report <id> --engine temporal`: the report of a team's run so far. What its pieces wrote is fetched into files of this call's own, since there is no limit to it. */
export async function reportTeamRun(remote: Remote, id: string, args: ParsedArgs, io: Io): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-report-'));
  try {
    mkdirSync(join(folder, 'output'));
    const { text } = await remote.source();
    const events: RunEvent[] = [];
    await tellTeamRun(remote, id, (event) => void (event.type === 'output' ? appendFileSync(outputFile(folder, event), event.text) : events.push(event)));
    const parts = await partsOf(reportFormat(args), { id, events, read: (attempt, most) => ({ ...readOutputEnds(folder, attempt, most), path: null }), titles: await titlesIn(() => text, id, events) });
    writePage(parts, args.text('output'), io);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
