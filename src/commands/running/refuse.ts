import { missingPrograms } from '../../execute/index.ts';
import { answersBeforehand, invalidPins, type Io, type Runbook, RunbookError, type Step } from '../../model/index.ts';
import type { Plan, PlannedPiece, Question } from '../../plan/index.ts';
import type { RunningOptions } from './options.ts';

/**
 * Refuses an unattended run as long as the plan leaves something open, or a pinned program is missing.
 * @throws RunbookError for the first that is not.
 */
export function refuseUnattended(plan: Plan, options: Pick<RunningOptions, 'allowDestructive'>, env: Io['env']): void {
  refuseOpen(plan, options);
  for (const { program, steps: [step], bash } of missingPrograms(plan.steps, env)) {
    if (bash || step === undefined) continue;
    throw new RunbookError({ what: `step ${step.id} cannot run`, why: `it is pinned to ${program}, which is not installed`, where: { path: plan.runbook.path, at: step.span.start }, advice: `install ${program}, or leave the step out with --skip` });
  }
}

/**
 * Refuses a plan that an unattended run cannot carry out, wherever it is to run: pins that are not understood, open questions, destructive or interactive steps.
 * @throws RunbookError for the first.
 */
export function refuseOpen(plan: Plan, { allowDestructive, settleBy = '' }: Pick<RunningOptions, 'allowDestructive'> & { /** The call that takes `--settle`, with a blank behind it, if it is another. */ readonly settleBy?: string }): void {
  refuseMisunderstood(plan.runbook);
  const [question] = plan.questions;
  if (plan.questions.some(({ kind }) => kind === 'doubt')) throw allOpen(plan, settleBy);
  if (question !== undefined && question.kind !== 'doubt') throw openQuestion(plan.runbook, question, plan.questions.length - 1);
  for (const { step, pieces } of plan.steps.filter(({ included }) => included)) {
    for (const planned of pieces) {
      const { piece, unboundHosts } = planned;
      if (unboundHosts.length > 0) continue;
      const where = { path: plan.runbook.path, at: step.span.start };
      const name = pieceName(step, planned);
      if (piece.destructive !== null && !allowDestructive) {
        throw new RunbookError({ what: `${name} is destructive`, why: `it has "${piece.destructive.word}"`, where, advice: 'allow it with --allow-destructive, or leave it out with --skip' });
      }
      // `sudo` may be tried, since it fails at once if it would have to ask.
      if (piece.interactive !== null && piece.interactive.word !== 'sudo') {
        throw new RunbookError({ what: `${name} needs a terminal`, why: `it has "${piece.interactive.word}"`, where, advice: 'walk through it in a terminal, leave it out with --skip, or pin it interactive=false' });
      }
    }
  }
}

/** `step drain-2 ("Drain the node")`. */
export function pieceName({ id }: Step, { title }: PlannedPiece): string {
  return `step ${id}${title === null ? '' : ` ("${title}")`}`;
}

/**
 * A merge that was not finished, since nobody knows which version holds.
 * @throws RunbookError with its place.
 */
export function refuseTwoVersions({ path, diagnostics }: Pick<Runbook, 'path' | 'diagnostics'>): void {
  const merge = diagnostics.find(({ rule }) => rule === 'merge-conflict');
  if (merge !== undefined) throw new RunbookError({ what: 'the runbook holds two versions', why: merge.message, where: { path, at: merge.span.start }, advice: 'keep the one that holds, and take the marks out' });
}

/**
 * An unfinished merge, and pins that are not understood, since the step would run as if they were not there.
 * @throws RunbookError for the first.
 */
export function refuseMisunderstood(runbook: Runbook): void {
  refuseTwoVersions(runbook);
  const [pin] = invalidPins(runbook);
  if (pin !== undefined) throw new RunbookError({ what: 'a pin is not understood', why: pin.message, where: { path: runbook.path, at: pin.span.start }, advice: 'fix it: otherwise the step would run as if the pin were not there' });
}

function openQuestion({ path }: Runbook, question: Exclude<Question, { kind: 'doubt' }>, more: number): RunbookError {
  const where = { path, at: question.span.start };
  const others = more === 0 ? '' : ` (${more} more ${more === 1 ? 'question is' : 'questions are'} open: runbook run --dry-run lists them)`;
  switch (question.kind) {
    case 'parameter': {
      const example = question.example === null ? '' : `; the runbook's example is ${question.example}`;
      return new RunbookError({ what: `parameter ${question.name} has no value`, why: `${question.from}${example}`, where, advice: `give --set ${question.name}=<value>${others}` });
    }
    case 'target':
      return new RunbookError({ what: 'no target is chosen', why: `it could be ${question.choices.join(', ')}`, where, advice: `give --target <name>${others}` });
    case 'alternative':
      return new RunbookError({ what: `${question.name} is not chosen`, why: `it could be ${question.choices.map((choice) => `"${choice}"`).join(' or ')}`, where, advice: `give --section "<one of these>"${others}` });
  }
}

type DoubtQuestion = Extract<Question, { kind: 'doubt' }>;

/** If pieces are held, lists everything that is open, each with its line, its words and the options that answer it. */
function allOpen({ runbook, questions }: Plan, settleBy: string): RunbookError {
  const held = questions.filter(({ kind }) => kind === 'doubt').length;
  const details = questions.flatMap((question) => {
    if (question.kind === 'doubt') return [`${runbook.path}:${question.doubt.line}: step ${question.step} is held: ${question.doubt.kind}, "${question.doubt.text}"`, `  ${settleAdvice(question, settleBy)}`];
    const { what, why = '', advice } = openQuestion(runbook, question, 0).report;
    return [`${runbook.path}:${question.span.start.line}: ${what}: ${why}`, `  ${advice}`];
  });
  return new RunbookError({ what: held === 1 ? 'a piece is held' : `${held} pieces are held`, why: `the text leaves open whether, where or with what to run ${held === 1 ? 'it' : 'them'}`, details, advice: 'settle each, or walk through it in a terminal' });
}

/** The option and the pin that answer a doubt. */
function settleAdvice({ name, doubt }: DoubtQuestion, settleBy: string): string {
  return `settle it with ${settleBy}--settle ${name}=${answersBeforehand(doubt).join('|')}, or pin ${pinFor(doubt)}`;
}

/** A login that a prompt shows: `root@db1`. */
const LOGIN = /^[a-z_][\w-]*@[A-Za-z\d][\w.-]*$/;

function pinFor({ kind, answers, text }: DoubtQuestion['doubt']): string {
  if (kind === 'gate') return 'gate=passed';
  if (kind === 'elsewhere' && answers.includes('here')) return LOGIN.test(text) ? `on=ssh:${text} or on=here` : 'on=here';
  return answers.includes('run') ? 'runs=yes' : 'runs=no';
}
