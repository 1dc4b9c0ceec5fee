import { setTimeout as pause } from 'node:timers/promises';
import { isSettled } from '../../events/index.ts';
import type { PieceResult } from '../../execute/index.ts';
import type { PlannedPiece } from '../../plan/index.ts';
import { askLeave, reason } from './answers.ts';
import type { PlainWalk, Wish } from './walk-step.ts';

/** Runs a piece, and asks what is to become of it where it did not come out. */
export async function runAndJudge(walk: PlainWalk, id: string, piece: PlannedPiece, code: string | undefined): Promise<Wish | 'block-ended' | 'again'> {
  const { session, prompter } = walk;
  const index = piece.piece.index;
  const result = await withStop(walk, () => session.runPiece(id, index, code === undefined ? {} : { code }));
  if (walk.stopAsked()) return 'abort';
  if (session.broken !== null) {
    prompter.say(`the journal cannot be written: ${session.broken}`);
    return 'abort';
  }
  await judgeOpen(walk, id, index, result);
  if (isSettled(session.state.steps[id]?.pieces[index])) return result.endsBlock ? 'block-ended' : 'on';
  return afterFailure(walk, id, piece, code, result);
}

/** Ctrl-C stops the running step and not the walk. */
async function withStop(walk: PlainWalk, work: () => Promise<PieceResult>): Promise<PieceResult> {
  const stop = (): void => {
    if (!walk.session.terminalGiven) walk.session.stopPiece();
  };
  process.on('SIGINT', stop);
  try {
    return await work();
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

/** What no program can judge is asked, with the output above. */
async function judgeOpen({ session, prompter }: PlainWalk, id: string, index: number, result: PieceResult): Promise<void> {
  for (const check of result.checks.filter(({ status }) => status === 'unverified')) {
    const answer = await prompter.choose(`expected: ${check.text} — does it hold? y yes, n no, u cannot tell > `, ['u', 'y', 'n']);
    if (answer !== 'u') session.judge(id, index, check.index, answer === 'y' ? 'held' : 'failed', 'as the operator saw it');
  }
}

const MOST_ATTEMPTS = 30;

async function afterFailure(walk: PlainWalk, id: string, piece: PlannedPiece, code: string | undefined, result: PieceResult): Promise<Wish | 'again'> {
  const { session, prompter } = walk;
  const index = piece.piece.index;
  for (const { text, seen, status, accepted } of session.state.steps[id]?.pieces[index]?.expectations ?? []) {
    if (status === 'failed' && accepted === undefined) prompter.say(`  expected: ${text}\n  seen:     ${seen.split('\n').join('\n            ')}`);
  }
  if (result.reason !== '') prompter.say(`  ${result.reason}`);
  const untilIt = piece.piece.destructive === null ? ', R again until it holds' : '';
  const keys = piece.piece.destructive === null ? ['r', 'R', 'a', 's', 'q'] : ['r', 'a', 's', 'q'];
  for (;;) {
    const answer = await prompter.choose(`r again${untilIt}, a accept with a reason, s skip, q stop > `, keys);
    if (answer !== 'q') return answered(walk, id, piece, code, answer);
    const wish = await askLeave(session, prompter);
    if (wish !== 'on') return wish;
  }
}

async function answered(walk: PlainWalk, id: string, piece: PlannedPiece, code: string | undefined, answer: string): Promise<Wish | 'again'> {
  const { session, prompter } = walk;
  const index = piece.piece.index;
  switch (answer) {
    case 'a':
      session.accept(id, index, await reason(prompter));
      return 'on';
    case 's':
      session.skip(id, index, await reason(prompter));
      return 'on';
    case 'R':
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        await pause(1_000);
        const next = await withStop(walk, () => session.runPiece(id, index, code === undefined ? {} : { code }));
        if (isSettled(session.state.steps[id]?.pieces[index])) return 'on';
        if (next.outcome === 'stopped' || walk.stopAsked() || session.broken !== null) break;
      }
      return 'again';
    default:
      return 'again';
  }
}
