import { openRun } from '../../execute/index.ts';
import type { RunEvent } from '../../events/index.ts';
import type { OpenRun, RunSession } from '../../execute/index.ts';
import { ExitCode, isCi } from '../../model/index.ts';
import type { Io } from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { EventText, painter } from '../../print/index.ts';
import { wantsColour } from '../colour.ts';
import type { RunningOptions } from '../running/options.ts';
import { stopOnSignals } from '../running/signals.ts';
import { briefing } from './briefing.ts';
import { closing } from './closing.ts';
import { settleChoices } from './open-questions.ts';
import { LeftAtQuestion, Prompter } from './prompter.ts';
import { walkStep } from './walk-step.ts';
import type { PlainWalk } from './walk-step.ts';

/** The walk with plain lines and questions. */
export async function plainWalk(plan: Plan, path: string, options: RunningOptions, io: Io, open: Omit<OpenRun, 'mode' | 'terminal'>): Promise<ExitCode> {
  const prompter = new Prompter(io);
  const paint = painter(wantsColour(io.stdout, io.env));
  const width = Math.min(100, io.stdout.columns ?? 80);
  prompter.say(briefing(plan, options.operator, paint, width));
  const chosen = open.resume === undefined ? await settleChoices(plan, prompter) : plan;
  if ((await prompter.choose('\nEnter begin, q quit > ', ['', 'q'])) === 'q') return ExitCode.stopped;
  const text = new EventText((chunk) => io.stdout.write(chunk), paint, isCi(io.env));
  // The command is on screen already: only what comes of it is printed.
  const listener = (event: RunEvent): void => {
    if (event.type !== 'step-started' && event.type !== 'history-recorded') text.print(event);
  };
  const session = await openRun({ ...open, plan: chosen, mode: 'walk', terminal: prompter, listener });
  return walkOpened(session, path, options, io, { session, prompter, paint, width });
}

async function walkOpened(session: RunSession, path: string, options: RunningOptions, io: Io, parts: Omit<PlainWalk, 'stopAsked'>): Promise<ExitCode> {
  const stop = stopOnSignals(() => true);
  void stop.wait.then((why) => {
    session.stopPiece();
    parts.prompter.leave(why, stop.code());
  });
  const walk: PlainWalk = { ...parts, stopAsked: () => stop.asked() !== null };
  let resumable = false;
  try {
    const left = await walkSteps(walk).catch((error: unknown) => {
      if (error instanceof LeftAtQuestion) return error;
      throw error;
    });
    if ((left instanceof LeftAtQuestion && stop.asked() === null) || left === 'leave') {
      resumable = true;
      parts.prompter.say(`\nnot finished; go on with: runbook resume ${session.id}`);
      return left === 'leave' ? ExitCode.stopped : left.exitCode;
    }
    const status = left !== 'done' ? 'aborted' : failedOf(session) ? 'failed' : 'passed';
    await session.finish(status, left !== 'done' ? (stop.asked() ?? 'stopped by the operator') : '');
    resumable = status === 'aborted';
    const row = somethingRan(session) ? await closing(session, path, options, parts.prompter, io) : ExitCode.done;
    if (stop.asked() !== null) return stop.code();
    if (row === ExitCode.interrupted) return row;
    return status === 'aborted' ? ExitCode.stopped : status === 'failed' ? ExitCode.failed : row;
  } finally {
    stop.dispose();
    await session.close({ resumable });
  }
}

async function walkSteps(walk: PlainWalk): Promise<'done' | 'leave' | 'abort'> {
  for (const { step } of walk.session.plan.steps.filter(({ included }) => included)) {
    const wish = await walkStep(walk, step.id);
    if (wish !== 'on') return wish;
    if (walk.stopAsked()) return 'abort';
  }
  return 'done';
}

function failedOf({ state }: RunSession): boolean {
  return Object.values(state.steps).some(({ pieces }) => Object.values(pieces).some(({ status, accepted }) => (status === 'failed' || status === 'timed-out') && accepted === null));
}

function somethingRan({ state }: RunSession): boolean {
  return Object.values(state.steps).some(({ kind, pieces }) => kind === 'command' && Object.values(pieces).some(({ attempt }) => attempt > 0));
}
