import { openRun } from '../../execute/index.ts';
import type { OpenRun } from '../../execute/index.ts';
import { ExitCode } from '../../model/index.ts';
import type { Io } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { walk } from '../../tui/index.ts';
import type { RowToWrite } from '../../tui/index.ts';
import { templatesText } from '../../plain/index.ts';
import { errorText } from '../print-error.ts';
import type { RunningOptions } from './options.ts';
import { stopOnSignals } from './signals.ts';
import { prepareRunRow, writeRunRow } from './write-row.ts';

/** The walk in the full-screen view. */
export async function fullScreenWalk(plan: Plan, path: string, options: RunningOptions, io: Io, open: Omit<OpenRun, 'mode' | 'terminal'>): Promise<ExitCode> {
  let given = (): boolean => false;
  const stop = stopOnSignals(() => given());
  try {
    return await walk({
      plan,
      operator: options.operator,
      streams: { stdin: io.stdin, ...io.raw },
      env: io.env,
      resumed: open.resume !== undefined,
      stop,
      templates: templatesText,
      openRun: async (chosen, terminal, listener) => {
        const session = await openRun({ ...open, plan: chosen, mode: 'walk', terminal, listener });
        given = () => session.terminalGiven;
        return session;
      },
      prepareRow: async (session) => {
        const ran = Object.values(session.state.steps).some(({ kind, pieces }) => kind === 'command' && Object.values(pieces).some(({ attempt }) => attempt > 0));
        const prepared = options.history && ran ? await prepareRunRow(session, path, options) : null;
        if (prepared === null) return null;
        const row: RowToWrite = {
          where: path,
          columns: prepared.columns,
          cells: prepared.row.cells.map(({ value }) => value),
          suggestions: prepared.row.cells.map(({ suggestions }) => suggestions),
          write: async (cells) => {
            const result = await writeRunRow(session, path, prepared, cells, options);
            if (result.status === 'kept') return { code: ExitCode.historyKept, said: `${errorText({ what: 'the history row is kept, not written', why: result.reason, advice: result.advice })}${result.row}` };
            const code = result.commit?.status === 'failed' ? ExitCode.historyKept : ExitCode.done;
            return { code, said: `written to ${path}:${result.line}\n${result.row}` };
          },
        };
        return row;
      },
    });
  } finally {
    stop.dispose();
  }
}
