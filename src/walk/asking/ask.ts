import type { Production } from '../../context/index.ts';
import type { RunState } from '../../events/index.ts';
import type { Effect } from '../../model/index.ts';
import type { Ask } from '../prompts/index.ts';

/** What decides how a piece has to be confirmed. */
interface AskFor {
  readonly step: string;
  readonly effect: Effect;
  readonly effectWord: string | null;
  readonly target: string | null;
  readonly production: Production;
  /** Hosts that are not in the target's row, unless the operator edited the piece. */
  readonly unboundHosts: readonly string[];
  readonly attempt: number;
}

/** What a person must do to let a piece run. It depends on what the piece does, not on the name of its target. */
export function askFor(state: RunState, { step, effect, effectWord, target, production, unboundHosts, attempt }: AskFor): Ask {
  const foreign = unboundHosts.length === 0 ? null : `${unboundHosts.join(', ')} may not belong to ${target ?? 'the target'}`;
  const and = foreign === null ? '' : `, and ${foreign}`;
  if (effect === 'destroys') {
    const why = `${effectWord ?? 'this'} destroys or overwrites${and}`;
    const before = state.confirmed.some((event) => event.step === step && event.effect === 'destroys' && event.by !== 'approver');
    if (!before) return { key: 'word', word: target ?? 'yes', why };
    return { key: 'y', why: attempt > 1 ? `${why}, attempt ${attempt}` : why };
  }
  if (effect === 'unknown' && production.yes) return { key: 'y', why: `unknown what ${effectWord ?? 'this'} does, and ${production.why} is production${and}` };
  if (foreign !== null) return { key: 'y', why: foreign };
  return { key: 'enter' };
}

/** Whether what was typed is what is asked for. */
export function isConfirmed(ask: Ask, typed: string): boolean {
  if (ask.key === 'enter') return true;
  return ask.key === 'y' ? /^y(?:es)?$/i.test(typed.trim()) : typed.trim() === ask.word;
}
