import type { Production } from '../../context/index.ts';
import { type Effect, isStronger, strongestEffect } from '../../model/index.ts';
import { analyzeShell } from '../../shell-syntax/index.ts';
import { type Prompt, type RunPiece, unapproved } from '../../walk/index.ts';
import type { AgentRules } from '../host.ts';
import type { AgentReply } from './reply-schema.ts';

/** Who may give a reply: the agent, only a person (`terminal` if a dialog is not enough), or nobody here. */
export type Verdict =
  | { readonly may: 'agent' }
  | { readonly may: 'person'; readonly why: string; readonly terminal: boolean }
  | { readonly may: 'nobody'; readonly why: string; readonly advice: string };

/** What decides who may give a reply. */
interface Circumstances {
  readonly rules: Pick<AgentRules, 'allowChanges' | 'readOnly'>;
  /** Whether the piece in question acts on production. For most replies nobody has to know, and to tell may mean to parse every step. */
  readonly production: () => Production;
}

const AGENT: Verdict = { may: 'agent' };
const INTERRUPTED = 'a step was interrupted: unknown how far it got';

/** Who may give this reply to this prompt. The agent's words are never a confirmation, and text of the runbook or of outputs has no influence. */
export function whoMay(prompt: Prompt, reply: AgentReply, circumstances: Circumstances): Verdict {
  switch (reply.kind) {
    case 'run':
      return prompt.kind === 'run-piece' ? toRun(prompt, circumstances) : AGENT;
    case 'retry':
    case 'until-it-holds':
      // Allowed, since the walk asks again before it retries a destructive piece.
      if (prompt.kind === 'interrupted') return person(INTERRUPTED);
      return prompt.kind === 'piece-failed' && prompt.effect !== 'destroys' ? byEffect(prompt.effect, circumstances) : AGENT;
    case 'ran':
      return person(INTERRUPTED);
    case 'settle':
      return reply.answer === 'skip' || reply.answer === 'finish' || reply.answer === 'stop' ? AGENT : byEffect('unknown', circumstances, 'settling a doubt');
    case 'done':
      // Otherwise the agent's word would release the piece that is held until the step is done.
      return prompt.kind === 'do-by-hand' && prompt.gates !== undefined ? byEffect('unknown', circumstances, 'settling a doubt') : AGENT;
    case 'accept':
      return goingOn('accepting a failure', circumstances);
    case 'skip':
      return prompt.kind === 'piece-failed' || prompt.kind === 'interrupted' ? goingOn('going on although a step failed', circumstances) : AGENT;
    case 'go-to':
      return goingOn('leaving out or repeating steps', circumstances);
    case 'write':
      return filledStand(prompt, reply.cells) ? AGENT : { may: 'nobody', why: 'a filled cell of the history row says what happened', advice: 'leave filled cells as they are, and give the open ones' };
    default:
      return AGENT;
  }
}

function toRun(prompt: RunPiece, circumstances: Circumstances): Verdict {
  if (prompt.interactive !== null) return person(`it needs a terminal: ${prompt.interactive}`, true);
  if (prompt.revealing !== null) return person(`it prints a secret: ${prompt.revealing}`, true);
  const approval = unapproved(prompt);
  if (approval !== null) return person(approval.why, true);
  const verdict = byEffect(effectNow(prompt), circumstances, prompt.effectWord ?? 'it');
  if (verdict.may !== 'agent' || prompt.ask.key === 'enter') return verdict;
  return person(prompt.ask.why);
}

/** The effect as read from the text, or with values filled in, whichever is stronger. */
function effectNow({ effect, code }: RunPiece): Effect {
  const now = strongestEffect(analyzeShell(code).effects)?.effect ?? 'reads';
  return isStronger(now, effect) ? now : effect;
}

function byEffect(effect: Effect, { rules, production }: Circumstances, what = 'it'): Verdict {
  if (effect === 'reads') return AGENT;
  if (rules.readOnly) return { may: 'nobody', why: `${what} is not known to only read, and the server was started with --read-only`, advice: 'skip it, or ask for a server without --read-only' };
  if (effect === 'destroys') return person(`${what} destroys or overwrites`);
  const where = effect === 'unknown' ? production() : null;
  if (where?.yes === true) return person(`unknown what ${what} does, and ${where.why} is production`);
  if (rules.allowChanges) return AGENT;
  return person(effect === 'changes' ? `${what} changes something, and the server was started without --allow changes` : `unknown what ${what} does, and the server was started without --allow changes`);
}

/** Anybody may skip steps that only read. */
function goingOn(what: string, circumstances: Circumstances): Verdict {
  return circumstances.rules.readOnly ? AGENT : byEffect('unknown', circumstances, what);
}

function person(why: string, terminal = false): Verdict {
  return { may: 'person', why, terminal };
}

function filledStand(prompt: Prompt, cells: readonly string[]): boolean {
  return prompt.kind !== 'record-row' || prompt.cells.every(({ open, value }, index) => open || cells[index] === value);
}
