import type { RunEvent } from '../events/index.ts';
import { counted, plainText } from '../model/index.ts';
import { stepOf } from '../plan/index.ts';
import { EventText, type Paint } from '../print/index.ts';
import { type Finished, type Look, type Prompt, type RunPiece, saysResumed, type Walk } from '../walk/index.ts';
import { LeftAtQuestion, type Prompter, Superseded } from './prompter.ts';
import { readReply } from './read-reply.ts';
import { promptLines } from './say-prompt.ts';
import { aboveChoice, closingText, passagesText, readingText, stepText } from './step-text.ts';

/** What the plain face needs besides the walk. */
interface PlainFace {
  readonly prompter: Prompter;
  readonly paint: Paint;
  readonly width: number;
  /** How steps differ from what was locked, by their ids. */
  readonly unlike: ReadonlyMap<string, readonly string[]>;
  /** Whether lines go to a CI log, which obeys some of them. */
  readonly ci: boolean;
}

/** A walk in plain lines: prints what happens as it happens, and asks questions answered by lines. */
export async function plainWalk(walk: Walk, face: PlainFace): Promise<{ readonly finished: Finished; readonly left: LeftAtQuestion | null }> {
  const events = new EventText((chunk) => face.prompter.writeAside(chunk), face.paint, face.ci);
  let left: LeftAtQuestion | null = null;
  let said: string | null = null;
  let closed: string | null = null;
  const told = new Set<string>();
  const walked = new Set<string>();
  let wrong: (error: unknown) => void = () => undefined;
  const fault = new Promise<never>((_, fail) => (wrong = fail));
  walk.subscribe((change) => {
    if (change.kind === 'told') return void face.prompter.writeAside(`runbook: ${change.text}\n`);
    // Somebody else has answered.
    if (change.kind !== 'event' || change.event.type === 'step-started' || change.event.type === 'step-skipped') face.prompter.supersede();
    if (change.kind === 'event') printEvent(events, change.event);
    if (change.kind !== 'prompt') return;
    const { prompt } = change;
    if (prompt.kind === 'choose-alternative') {
      const above = aboveChoice(walk.plan, prompt.group, { before: said, told });
      if (above.length > 0) face.prompter.say(passagesText(above, face));
      for (const block of above.flatMap(({ blocks }) => blocks)) told.add(plainText([block]));
    }
    for (const line of headLines(walk, prompt, { said, told, closed, walked }, face)) face.prompter.say(line);
    for (const text of asked(prompt)) told.add(text);
    if (prompt.kind === 'end-run') closed = said;
    if ('step' in prompt) {
      walked.add(prompt.step);
      said = prompt.step;
    } else if (prompt.kind === 'record-row') said = null;
    if (prompt.kind !== 'finished') answer(walk, prompt, face).catch((error: unknown) => {
      if (error instanceof Superseded) return;
      if (!(error instanceof LeftAtQuestion)) return wrong(error);
      left = error;
      leave(walk, prompt);
    });
  });
  return { finished: await Promise.race([walk.begin(), fault]), left };
}

/** The command is already on screen, so only its results are printed. The last prompt announces the end. */
function printEvent(events: EventText, event: RunEvent): void {
  if (event.type === 'note' && saysResumed(event.text)) return;
  // The operator's own answer is not repeated.
  if (event.type === 'doubt-reopened' || (event.type === 'doubt-settled' && event.by === 'operator')) return;
  if (event.type === 'parameter-set' && event.source === 'answer' && event.again === undefined) return;
  // Failures and checks to judge are described by the question about them.
  if (event.type === 'expectation' && event.status !== 'held' && event.accepted === undefined) return;
  if (event.type === 'step-started' || event.type === 'history-recorded' || event.type === 'run-finished' || event.type === 'confirmed') return;
  events.print(event);
}

/** Sentences of the runbook that a question has told: below its step they need not be told again. */
function asked(prompt: Prompt): readonly string[] {
  if (prompt.kind === 'judge') return [prompt.expectation];
  return prompt.kind === 'piece-failed' && prompt.gate !== undefined ? [prompt.gate.text] : [];
}

/** What was printed before a question. */
interface Printed {
  /** Id of the step that was printed last. */
  readonly said: string | null;
  /** The step below which the rest of the runbook was told already. */
  readonly closed: string | null;
  /** Sentences of the runbook that a question has told. */
  readonly told: ReadonlySet<string>;
  /** Ids of the steps that were asked about. */
  readonly walked: ReadonlySet<string>;
}

function headLines(walk: Walk, prompt: Prompt, { said, told, closed, walked }: Printed, { paint, width, unlike }: PlainFace): readonly string[] {
  const head: string[] = [];
  const closing = (prompt.kind === 'end-run' || prompt.kind === 'record-row' || prompt.kind === 'finished') && (said === null || said !== closed) ? closingText(walk.plan, { before: said, walked, told, paint, width }) : '';
  if (closing !== '') head.push(closing);
  if ('step' in prompt && prompt.step !== said) head.push(stepText(walk.plan, prompt.step, { before: said, told, unlike, paint, width }));
  if (prompt.kind !== 'run-piece') return [...head, ...promptLines(prompt, paint, width)];
  const planned = stepOf(walk.plan, prompt.step);
  const piece = planned?.pieces[prompt.piece];
  if (piece !== undefined && piece.title !== null && !saysInComment(piece.code.text, piece.title) && piece.title !== planned?.step.title) head.push(`\n${paint('bold', piece.title)}`);
  // A blank line between the parts of a step, whose titles stand in their code.
  else if (prompt.step === said && prompt.piece > 0) head.push('');
  return [...head, ...promptLines(prompt, paint, width), ...sampleLines(walk.plan, prompt)];
}

/** Whether a comment of the code, which is printed below, says the title, as in `# 2. Find it`. */
function saysInComment(code: string, title: string): boolean {
  return code.split('\n').some((line) => /^\s*#/.test(line) && line.includes(title));
}

/** Rows of a sample that are told; a longer one is in the runbook. */
const MOST_SAMPLE = 10;

/** The output that the runbook shows for a command, to compare with what comes: it belongs to the last part of its block. */
function sampleLines(plan: Walk['plan'], { step: id, piece }: RunPiece): readonly string[] {
  const { step, pieces } = stepOf(plan, id) ?? {};
  if (step?.kind !== 'command' || step.sampleOutput === null || step.sampleOutput.trim() === '' || piece !== pieces?.at(-1)?.piece.index) return [];
  const lines = step.sampleOutput.trimEnd().split('\n');
  const more = lines.length - MOST_SAMPLE;
  return ['  the runbook shows:', ...lines.slice(0, MOST_SAMPLE).map((line) => `    ${line}`), ...(more > 0 ? [`    (${counted(more, 'more line')})`] : [])];
}

async function answer(walk: Walk, prompt: Prompt, face: PlainFace): Promise<void> {
  for (;;) {
    const reply = await readReply(walk, prompt, face.prompter);
    const result = walk.reply(reply);
    const toRead = result.status === 'refused' && reply.kind === 'go-to' ? readingText(walk.plan, reply.place, face) : '';
    if (toRead !== '') face.prompter.say(toRead);
    else if (result.status === 'refused') face.prompter.say(`${result.why}; ${result.advice}`);
    if (result.status === 'shown') sayLook(result.look, face);
    if (result.status === 'taken' && reply.kind !== 'note') return;
  }
}

function sayLook({ title, status, code, output, included, reason }: Look, { prompter, paint }: PlainFace): void {
  prompter.say([paint('bold', `${title}: ${included ? status : `out, ${reason}`}`), ...code.trim().split('\n').map((line) => paint('cyan', `    ${line}`)), ...(output === '' ? [] : [output.trimEnd()])].join('\n'));
}

/** Ctrl-C or the end of the input at a question: the run can be resumed. At the question about the row, the row is written as it is. */
function leave(walk: Walk, prompt: Prompt): void {
  if (prompt.kind === 'record-row') walk.reply({ kind: 'write', to: prompt.id, cells: prompt.cells.map(({ value }) => value) });
  else walk.reply({ kind: 'leave', to: prompt.id, then: 'resume' });
}
