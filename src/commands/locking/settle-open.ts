import { answersBeforehand, type Doubt, type DoubtAnswer, type Io } from '../../model/index.ts';
import type { Settlement } from '../../plan/index.ts';
import { wrapCode, wrapText } from '../../print/index.ts';
import { questionsOf } from '../asking/questions.ts';
import type { LockReading, OpenDoubt } from './read-for-lock.ts';

/** Answers that are about one run. */
const OF_A_RUN: ReadonlySet<DoubtAnswer> = new Set(['done', 'theirs', 'mine']);

/** Asks about the open doubts of a runbook one by one, each with the text around it; those left open are not in the result. */
export async function settleOpen(read: LockReading, isSettled: (step: string, piece: number, kind: Doubt['kind']) => boolean, io: Io): Promise<readonly Settlement[]> {
  const prompter = questionsOf(io, 'the lock is not written');
  const settled: Settlement[] = [];
  for (const open of read.open) {
    const { step, piece, doubt } = open;
    if (isSettled(step, piece, doubt.kind)) continue;
    prompter.say(heldText(read, open, Math.min(100, io.stdout.columns || 80)));
    const answers = answersBeforehand(doubt).filter((answer) => !OF_A_RUN.has(answer));
    const given = await prompter.choose(`  ${answers.join(', ')}, or Enter to leave it open > `, [...answers, '']);
    if (given !== '') settled.push({ step, piece, doubt: doubt.kind, answer: given as DoubtAnswer });
  }
  return settled;
}

function heldText({ name }: LockReading, { step, code, around: { from, lines }, doubt: { kind, text, line } }: OpenDoubt, width: number): string {
  const around = lines.flatMap((content, index) => besideNumber(content, from + index, from + index === line, width));
  const wouldRun = code.trim().split('\n').flatMap((each) => wrapCode(`      ${each}`, width));
  return ['', ...wrapText(`${name}:${line}: step ${step} is held: ${kind}`, width, '  '), ...wrapText(`"${text}"`, width - 2).map((each) => `  ${each}`), '', ...around, '', '  What would run:', ...wouldRun, ''].join('\n');
}

/** A line of the file with its number, folded beside it. */
function besideNumber(content: string, line: number, marked: boolean, width: number): readonly string[] {
  const beside = `${marked ? '  >' : '   '} ${String(line).padStart(4)}  `;
  return wrapCode(content, Math.max(20, width - beside.length)).map((part, index) => (index === 0 ? beside : ' '.repeat(beside.length)) + part);
}
