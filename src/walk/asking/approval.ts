import type { Production } from '../../context/index.ts';
import { effectWords, matchesGlob, placeText, type Effect, type Place } from '../../model/index.ts';
import type { WalkOptions } from '../machine.ts';
import type { Approval } from '../prompts/index.ts';

/** What decides whether a second person is needed. */
interface ApproveFor {
  readonly effect: Effect;
  readonly effectWord: string | null;
  readonly target: string | null;
  readonly on: Place | null;
  readonly production: Production;
}

/** The attempt that was approved, and the code that it was approved for; the approval covers nothing else. */
export interface Approved {
  readonly attempt: number;
  readonly code: string;
  readonly who: string;
}

/** Whether a piece needs a second person, and who approved it; `undefined` if it needs none. */
export function approvalFor({ approvals }: Pick<WalkOptions, 'approvals'>, starter: string, of: ApproveFor, given: string | null): Approval | undefined {
  const rule = approvals?.rules.find(({ effects, places }) => effects.includes(of.effect) && (places.length === 0 || places.some((place) => isAt(place, of))));
  if (approvals === undefined || rule === undefined) return undefined;
  const onTarget = of.target === null ? '' : ` on ${of.target}`;
  const where = of.production.yes ? ` in production (${of.production.why})` : onTarget;
  return { why: `${effectWords({ effect: of.effect, word: of.effectWord ?? '' })}${where}: a second person is needed`, given, notBy: starter, proven: approvals.proven };
}

function isAt(place: string, { target, on, production }: ApproveFor): boolean {
  if (place === 'production') return production.yes;
  return (target !== null && matchesGlob(target, place)) || (on !== null && matchesGlob(placeText(on) ?? '', place));
}
