import { initialState } from '../../events/index.ts';
import { ExitCode, type Io, isCi } from '../../model/index.ts';
import { briefing, LeftAtQuestion, plainWalk, Prompter } from '../../plain/index.ts';
import { painter, standingMarks, wrapText } from '../../print/index.ts';
import { createWalk, resumedWords } from '../../walk/index.ts';
import { wantsColour } from '../telling/colour.ts';
import { firstWarnings } from '../resuming/first-warnings.ts';
import { type Opening, thisMachine, walkOptions } from './machine.ts';
import { runMessages } from './messages.ts';
import type { RunningOptions } from './options.ts';
import { stopOnSignals } from './signals.ts';
import { walkExit } from './walk-exit.ts';

/** Runs the walk with plain lines and questions. */
export async function walkInLines(open: Opening, options: RunningOptions, io: Io): Promise<ExitCode> {
  const messages = await runMessages(open.env);
  const prompter = new Prompter(io, messages);
  const paint = painter(wantsColour(io.stdout, io.env));
  const width = Math.min(100, io.stdout.columns ?? 80);
  const standing = open.standing ?? { kind: 'not-locked' };
  const resumed = open.resume === undefined ? null : resumedWords(open.plan, open.resume.state);
  prompter.say(briefing(open.plan, { standing, operator: options.operator, resumed, state: open.resume?.state ?? initialState('') }, paint, width));
  for (const text of await firstWarnings(open)) prompter.say(wrapText(paint('yellow', text), width).join('\n'));
  const unbegun = await askToBegin(prompter, resumed === null ? 'start' : 'resume');
  if (unbegun !== null) return unbegun;
  const walk = open.engine?.walk() ?? createWalk({ ...walkOptions(open, thisMachine(open, options, { mode: 'walk', terminal: prompter, messages })), asksToEnd: true });
  // Ctrl-C at a question is handled by the question; while a step runs it stops that step and not the walk. Ctrl-\ ends the walk.
  const stop = stopOnSignals((signal) => signal === 'SIGINT' || walk.terminalGiven);
  const stopStep = (): void => {
    if (walk.running !== null && !walk.terminalGiven) walk.stopPiece();
  };
  process.on('SIGINT', stopStep);
  void stop.wait.then((why) => {
    walk.end(why);
    prompter.leave(why, stop.code());
  });
  try {
    const { finished, left } = await plainWalk(walk, { prompter, paint, width, unlike: standingMarks(standing), ci: isCi(io.env) });
    return stop.asked() === null ? walkExit(finished, left instanceof LeftAtQuestion ? left.exitCode : null) : stop.code();
  } finally {
    process.removeListener('SIGINT', stopStep);
    stop.dispose();
  }
}

/** Asks whether to begin; the exit code if not. No run was made yet that could be resumed. */
async function askToBegin(prompter: Prompter, verb: 'start' | 'resume'): Promise<ExitCode | null> {
  const left = await prompter.choose(`\nEnter ${verb}, q quit > `, ['', 'q']).then(
    (key) => (key === 'q' ? ExitCode.stopped : null),
    (error: unknown) => {
      if (error instanceof LeftAtQuestion) return error.exitCode;
      throw error;
    },
  );
  if (left !== null) prompter.say('nothing was run');
  return left;
}
