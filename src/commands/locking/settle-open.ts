import type { Doubt, DoubtAnswer, Io } from '../../model/index.ts';
import type { Settlement } from '../../plan/index.ts';
import { questionsOf } from '../asking/questions.ts';
import type { LockReading, OpenDoubt } from './read-for-lock.ts';

/** Answers that only make sense during a run. */
const IN_THE_WALK: ReadonlySet<DoubtAnswer> = new Set(['edit', 'stop', 'done', 'theirs', 'mine']);

/** The answers to a doubt that make sense before a run. */
function answersBefore({ answers }: Pick<Doubt, 'answers'>): readonly DoubtAnswer[] {
  return answers.filter((answer) => !IN_THE_WALK.has(answer));
}

/** Asks about the open doubts of a runbook one by one, each with the text around it; those left open are not in the result. */
export async function settleOpen(read: LockReading, isSettled: (step: string, piece: number, kind: Doubt['kind']) => boolean, io: Io): Promise<readonly Settlement[]> {
  const prompter = questionsOf(io, 'the lock is not written');
  const settled: Settlement[] = [];
  for (const open of read.open) {
    const { step, piece, doubt } = open;
    if (isSettled(step, piece, doubt.kind)) continue;
    prompter.say(doubtText(read, open));
    const answers = answersBefore(doubt);
    const given = await prompter.choose(`  ${answers.join(', ')}, or Enter to leave it open > `, [...answers, '']);
    if (given !== '') settled.push({ step, piece, doubt: doubt.kind, answer: given as DoubtAnswer });
  }
  return settled;
}

function doubtText({ name }: LockReading, { step, code, around: { from, lines }, doubt: { kind, text, line } }: OpenDoubt): string {
  const around = lines.map((content, index) => `${from + index === line ? '  >' : '   '} ${String(from + index).padStart(4)}  ${content}`);
  return ['', `${name}:${line}: step ${step} is held: ${kind}`, `  "${text}"`, '', ...around, '', '  What would run:', ...code.trim().split('\n').map((each) => `      ${each}`), ''].join('\n');
}
