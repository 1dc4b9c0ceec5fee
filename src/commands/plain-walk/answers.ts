import type { RunSession } from '../../execute/index.ts';
import { isProduction } from '../../plan/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';
import type { Prompter } from './prompter.ts';
import type { PlainWalk, Wish } from './walk-step.ts';

/** A destructive piece on production wants the target's name typed; a host that may not belong to the target wants a word. */
export async function confirmed({ session, prompter }: PlainWalk, piece: PlannedPiece, edited: boolean): Promise<boolean> {
  const target = session.plan.target?.name ?? null;
  if (piece.unboundHosts.length > 0 && !edited) {
    if ((await prompter.ask(`${piece.unboundHosts.join(', ')} may not belong to ${target ?? 'the target'}: type yes to run it as it is, or Enter and then e to edit: `)) !== 'yes') return false;
  }
  if (piece.piece.destructive === null || target === null || !isProduction(target)) return true;
  const typed = await prompter.ask(`this changes production: type ${target} to run it: `);
  if (typed === target) return true;
  prompter.say(`"${typed}" is not ${target}: nothing was run`);
  return false;
}

/** The operator's own text, line by line. */
export async function edit(prompter: Prompter, code: string): Promise<string> {
  const lines = code.replace(/^\s*\n/, '').trimEnd().split('\n');
  const edited: string[] = [];
  for (const line of lines) edited.push(await prompter.ask('edit> ', line));
  return edited.join('\n');
}

/** A reason is never empty: somebody will read it. */
export async function reason(prompter: Prompter): Promise<string> {
  for (;;) {
    const given = await prompter.ask('reason: ');
    if (given !== '') return given;
  }
}

/** `q`: leave the run to be resumed, or end it here. */
export async function askLeave(session: RunSession, prompter: Prompter): Promise<Wish> {
  const answer = await prompter.choose(`leave? l leave and resume later (runbook resume ${session.id}), a abort and write the row, Enter stay > `, ['', 'l', 'a']);
  return answer === 'l' ? 'leave' : answer === 'a' ? 'abort' : 'on';
}
