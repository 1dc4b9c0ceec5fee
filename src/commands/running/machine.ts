import { ambientContext } from '../../context/index.ts';
import { type Listener, pieceState, type RunEvent } from '../../events/index.ts';
import { absentPrograms, missingPrograms, openRun, type OpenRun, type TerminalPort } from '../../execute/index.ts';
import type { Runbook } from '../../model/index.ts';
import type { PlannedStep } from '../../plan/index.ts';
import type { Standing } from '../../plan-lock/index.ts';
import { approverLine, withoutWebhooks, type ApprovalRule, type Settings } from '../../settings/index.ts';
import { readOutputTail, readText } from '../../state/index.ts';
import type { CodeHere, Earlier, Machine, Walk, WalkOptions } from '../../walk/index.ts';
import type { RunMessages } from './messages.ts';
import type { RunningOptions } from './options.ts';
import { rowKeeper, rowPort } from './write-row.ts';

/** What a run on this machine begins with, whichever face will answer. */
export type Opening = Omit<OpenRun, 'mode' | 'terminal' | 'listener' | 'pipefail'> & {
  /** The team's settings for this runbook. */
  readonly settings: Settings;
  /** Notes for the start of the journal, and for the history row. */
  readonly notes?: readonly string[];
  /** The standing of the runbook to the plan lock, for the briefing. */
  readonly standing?: Standing;
  /** Set if the run is one of the team's on an engine. */
  readonly engine?: {
    /** The conversation of the run. */
    walk(listener?: Listener<RunEvent>): Walk;
    close(): Promise<void>;
  };
};

/** This machine, for a walk to run on. */
export function thisMachine(open: Opening, options: RunningOptions, how: { readonly mode: OpenRun['mode']; readonly terminal: TerminalPort | null; readonly listener?: Listener<RunEvent>; readonly messages?: RunMessages }): Machine {
  const { messages, ...way } = how;
  const { settings: { options: { pipefail } }, ...begins } = open;
  return {
    open: async (plan) => {
      const session = await openRun({ ...begins, ...way, pipefail, env: withoutWebhooks(open.env), plan, keepRow: rowKeeper(open.path, options), ...(messages === undefined ? {} : { settle: () => messages.settle(), secrets: messages.addresses }) });
      messages?.attach(session);
      for (const note of open.notes ?? []) session.note(note);
      return session;
    },
    missingPrograms: (step, here) => missingHere(step, here, open.env),
    context: (commands, surroundings) => ambientContext(commands, surroundings, readText),
    row: options.history ? rowPort(open.path, options) : null,
  };
}

/** A block for another interpreter is not the shell's to read. */
function missingHere(planned: PlannedStep, here: CodeHere | null, env: Opening['env']): readonly string[] {
  const pinned = missingPrograms([planned], env).map(({ program }) => program);
  if (here === null || planned.step.pins.interpreter !== undefined) return pinned;
  return [...new Set([...pinned, ...absentPrograms(here.shell, () => here.before(), () => here.surroundings().environment)])];
}

/** What a second person has to approve, from the team's settings and from the runbook. */
export function approvalRules({ approve }: Settings, { metadata: { approver } }: Runbook): readonly ApprovalRule[] {
  const own = approver === null ? null : approverLine(approver.value);
  return own === null ? approve : [...approve, own];
}

/** Enough of what a piece wrote for the screen, until the run is open. */
const TAIL_BYTES = 16_000;

function earlierOf({ state, folder }: NonNullable<Opening['resume']>): Earlier {
  return {
    state,
    outputTail: (step, piece) => {
      const attempt = pieceState(state, { step, piece })?.attempt;
      return attempt === undefined ? '' : readOutputTail(folder, { step, piece, attempt }, TAIL_BYTES);
    },
  };
}

/** The options of a walk on this machine. */
export function walkOptions(open: Opening, machine: Machine, unattended: WalkOptions['unattended'] = null): WalkOptions {
  const { settings } = open;
  const rules = approvalRules(settings, open.plan.runbook);
  return {
    plan: open.plan,
    operator: open.operator,
    machine,
    ids: crypto.randomUUID().slice(0, 8),
    production: settings.production,
    ...(rules.length === 0 ? {} : { approvals: { rules, proven: false } }),
    resumed: open.resume !== undefined,
    ...(open.resume === undefined ? {} : { earlier: earlierOf(open.resume) }),
    unattended,
  };
}
