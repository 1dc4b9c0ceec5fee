import type { Doubt, DoubtAnswer, Io } from '../../model/index.ts';
import { Prompter } from '../../plain/index.ts';
import type { PlannedPiece, PlannedStep, Settlement } from '../../plan/index.ts';
import type { Lockable } from './lockable.ts';

/** Answers that are given while a run goes on, never beforehand. */
const IN_THE_WALK: ReadonlySet<DoubtAnswer> = new Set(['edit', 'stop', 'done', 'theirs', 'mine']);
/** Lines of the file that are shown around the words of a doubt. */
const AROUND = 4;

/** The answers that a doubt takes before a run. */
export function answersBefore({ answers }: Doubt): readonly DoubtAnswer[] {
  return answers.filter((answer) => !IN_THE_WALK.has(answer));
}

/** Goes through the open doubts of a runbook one by one, each with the text around it; what is left open is left out. */
export async function settleOpen(read: Lockable, isSettled: (step: string, piece: number, kind: Doubt['kind']) => boolean, io: Io): Promise<readonly Settlement[]> {
  const prompter = new Prompter(io);
  const settled: Settlement[] = [];
  for (const { planned, piece, doubt } of openDoubts(read)) {
    const { id } = planned.step;
    if (isSettled(id, piece.piece.index, doubt.kind)) continue;
    prompter.say(doubtText(read, planned, piece, doubt));
    const answers = answersBefore(doubt);
    const given = await prompter.choose(`  ${answers.join(', ')}, or Enter to leave it open > `, [...answers, '']);
    if (given !== '') settled.push({ step: id, piece: piece.piece.index, doubt: doubt.kind, answer: given as DoubtAnswer });
  }
  return settled;
}

interface Open {
  readonly planned: PlannedStep;
  readonly piece: PlannedPiece;
  readonly doubt: Doubt;
}

/** Doubts that no pin settles, also of steps that are out until somebody chooses them. */
export function openDoubts({ plan }: Lockable): readonly Open[] {
  return plan.steps.flatMap((planned) => planned.pieces.flatMap((piece) => piece.doubts.filter(({ settledBy }) => settledBy === null).map((doubt) => ({ planned, piece, doubt }))));
}

function doubtText({ name, runbook }: Lockable, { step }: PlannedStep, { code }: PlannedPiece, { kind, text, line }: Doubt): string {
  const lines = runbook.source.text.split(/\r\n|[\r\n]/);
  const from = Math.max(0, line - 1 - AROUND);
  const around = lines.slice(from, line + AROUND).map((content, index) => `${from + index + 1 === line ? '  >' : '   '} ${String(from + index + 1).padStart(4)}  ${content}`);
  return ['', `${name}:${line}: step ${step.id} is held: ${kind}`, `  "${text}"`, '', ...around, '', '  What would run:', ...code.text.trim().split('\n').map((each) => `      ${each}`), ''].join('\n');
}
