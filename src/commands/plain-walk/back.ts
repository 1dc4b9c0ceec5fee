import type { PlainWalk } from './walk-step.ts';

/** The steps with what became of them, and the piece among those that ran which the operator wants to run again; `null` for none. */
export async function backTo({ session, prompter }: PlainWalk): Promise<{ readonly step: string; readonly piece: number } | null> {
  const ran: { readonly step: string; readonly piece: number }[] = [];
  for (const { step, pieces, included } of session.plan.steps) {
    if (!included) continue;
    const state = session.state.steps[step.id];
    if (pieces.length === 0 || state?.skipped != null) prompter.say(`      ${step.title}: ${state?.skipped != null ? 'skipped' : (state?.pieces[0]?.status ?? 'open')}`);
    else {
      for (const { piece, title } of pieces) {
        const known = state?.pieces[piece.index];
        if ((known?.attempt ?? 0) > 0) ran.push({ step: step.id, piece: piece.index });
        prompter.say(`  ${(known?.attempt ?? 0) > 0 ? String(ran.length).padStart(2) : '  '}  ${title ?? step.title}: ${known?.status ?? 'open'}`);
      }
    }
  }
  if (ran.length === 0) {
    prompter.say('nothing has run yet');
    return null;
  }
  const answer = await prompter.ask('run which again? its number, or Enter for none: ');
  return ran[Number(answer) - 1] ?? null;
}
