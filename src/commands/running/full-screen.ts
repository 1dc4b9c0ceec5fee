import { missingPrograms, missingWords } from '../../execute/index.ts';
import { readHistory } from '../../history/index.ts';
import { enclosingSections, ExitCode, type Io, type Runbook } from '../../model/index.ts';
import { fillTemplate } from '../../plain/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { walk } from '../../tui/index.ts';
import { createWalk, resumedWords, type Walk } from '../../walk/index.ts';
import { firstWarnings } from '../resuming/first-warnings.ts';
import { type Opening, thisMachine, walkOptions } from './machine.ts';
import { runMessages } from './messages.ts';
import type { RunningOptions } from './options.ts';
import { stopOnSignals } from './signals.ts';
import { walkExit } from './walk-exit.ts';

/** Runs the walk in the full-screen view. */
export async function fullScreenWalk(open: Opening, options: RunningOptions, io: Io): Promise<ExitCode> {
  const outgoing = await runMessages(open.env);
  const warnings = await firstWarnings(open);
  let given = (): boolean => false;
  const stop = stopOnSignals(() => given());
  try {
    return await walk({
      operator: options.operator,
      production: open.settings.production,
      streams: { stdin: io.stdin, ...io.raw },
      env: io.env,
      missing: missingPrograms(open.plan.steps, open.env).map((missing) => missingWords(missing, 'title')),
      // The last row may be the resumed run's own.
      lastRun: open.resume === undefined ? lastRun(open.plan.runbook) : null,
      resumed: open.resume === undefined ? null : resumedWords(open.plan, open.resume.state),
      warnings,
      readShell: analyzeShell,
      standing: open.standing ?? { kind: 'not-locked' },
      stop,
      exitCode: (finished, interrupted) => walkExit(finished, interrupted ? ExitCode.interrupted : null),
      messages,
      outgoing,
      converse: (terminal) => {
        const conversation = open.engine?.walk() ?? createWalk({ ...walkOptions(open, thisMachine(open, options, { mode: 'walk', terminal, messages: outgoing })), asksToEnd: true });
        given = () => conversation.terminalGiven;
        return conversation;
      },
    });
  } finally {
    stop.dispose();
  }
}

function lastRun(runbook: Runbook): string | null {
  const last = readHistory(runbook).executions.at(-1);
  return last === undefined ? null : [last.dateText, last.target, last.outcomeText].filter((part) => part !== null && part !== '').join(', ');
}

/** The templates of the runbook, each with the headings above it. */
function messages({ plan, state }: Walk): readonly { readonly path: readonly string[]; readonly text: string }[] {
  const { runbook } = plan;
  return runbook.templates.map(({ title, text, section }) => {
    const above = enclosingSections(runbook.sections, section).filter(({ depth }) => depth > 1).map(({ heading }) => heading).toReversed();
    return { path: above.at(-1) === title ? above : [...above, title], text: fillTemplate({ plan, state }, text) };
  });
}
