import type { SectionChosen } from '../../events/index.ts';
import type { RunSession } from '../../execute/index.ts';
import { rechosen } from './turns.ts';

/** Takes one among alternatives, or with `null` none of them, and says so; the reason is given where nobody was asked. */
export function choose(session: RunSession, group: number, choice: string | null, who: string, reason?: string): void {
  const name = session.plan.alternatives[group]?.name ?? '';
  session.replan(rechosen(session.plan, group, choice));
  const { group: { menu } = { menu: false }, chosen = [] } = session.plan.alternatives[group] ?? {};
  toldChoice(session, { name, choice, ...(menu ? { chosen } : {}), ...(reason === undefined ? {} : { reason }) }, who);
}

/** Takes back that none was wanted: the choice is asked again. */
export function reopenChoice(session: RunSession, group: number, who: string): void {
  const { request, alternatives } = session.plan;
  session.replan({ ...request, declined: (request.declined ?? []).filter((index) => index !== group) });
  toldChoice(session, { name: alternatives[group]?.name ?? '', choice: null, reopened: true }, who);
}

/** Records a choice with what it makes of the plan. */
export function toldChoice(session: RunSession, said: Pick<SectionChosen, 'name' | 'choice' | 'chosen' | 'reason' | 'reopened' | 'leftOut'>, who: string): void {
  const { request, steps } = session.plan;
  session.record({ type: 'section-chosen', ...said, sections: request.sections, declined: request.declined ?? [], steps: steps.filter(({ included }) => included).map(({ step }) => step.id), who });
}
