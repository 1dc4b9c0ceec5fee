import { counted, displayWidth, isGlob } from '../../model/index.ts';
import { stepOf } from '../../plan/index.ts';
import { approvedElsewhere, type ChooseAlternative, type EnterParameter, type GateAhead, type PieceFailed, type Prompt, type RunPiece, type SettleDoubt, unapproved } from '../../walk/index.ts';
import { doubtText, doubtWords, exitWords, leftOutWords, seenWords, valuesWords } from '../../print/index.ts';
import { row, type Segment, segment } from '../rows/rows.ts';
import { cut, sign } from '../glyphs.ts';
import { choiceRowAcross, choiceRows } from './choice-rows.ts';
import { promptChoices } from './choices.ts';
import { closingContent, recordContent } from './closing-content.ts';
import { inputRoom, inputRows } from './input-rows.ts';
import type { PromptContext } from './prompt-context.ts';
import { fitted, heightOf, type PromptContent, type PromptPart, refusedParts, wordsPart } from './prompt-part.ts';

const MOST_CHOICES = 10;
/** Where a question may take fewer rows than this, what its value is for needs those that suggestions would take: they stand side by side. */
const ROOMY = 10;
const FEW = 4;
/** Below this width the keys of an answer stand in the footer alone. */
const NARROW = 60;

/** What the walk asks, in words. */
export function walkContent(prompt: Prompt, context: PromptContext): PromptContent {
  const { width } = context;
  switch (prompt.kind) {
    case 'choose-target':
      return chosen(prompt, [segment(`Which ${prompt.name.toLowerCase()}?`, 'strong'), segment('  type the name, or mark it', 'muted')], context);
    case 'choose-alternative':
      return opened(prompt, [segment(prompt.menu ? 'Which of them now?' : 'Which one?', 'strong'), segment(`  ${prompt.name}, line ${prompt.line}`, 'muted')], context);
    case 'enter-parameter':
      return opened(prompt, [segment(`${prompt.name}?`, 'strong'), ...fromWords(prompt, context)], context);
    case 'settle-doubt':
      return fitted(heldContent(prompt, context), context.most, context.theme);
    case 'run-piece':
      return { tone: prompt.ask.key === 'enter' && unapproved(prompt) === null ? 'accent' : 'bad', parts: [wordsPart('title', titleOf(prompt, context), width), ...askWords(prompt, context)] };
    case 'do-by-hand':
      return { tone: 'accent', parts: [wordsPart('title', [segment(`Step ${prompt.position} of ${prompt.of} ${sign(context.theme, 'dot')} `, 'muted'), segment('to do by hand', 'strong')], width)] };
    case 'judge':
      return { tone: 'warn', parts: [wordsPart('title', [segment('Check by eye: ', 'strong'), segment(prompt.expectation), ...(width < NARROW ? [] : [segment("  (y yes, n no, u can't tell)", 'muted')])], width), ...refusedParts(context)] };
    case 'piece-failed':
      return prompt.gate === undefined ? fitted({ tone: 'bad', parts: failedParts(prompt, context) }, context.most, context.theme) : { tone: 'warn', parts: gateParts(prompt, prompt.gate, context) };
    case 'interrupted':
      return { tone: 'bad', parts: [wordsPart('title', [segment('Interrupted: ', 'bad'), segment(`${prompt.title}: ${prompt.why}`, 'strong')], width), wordsPart('words', [segment(`began ${prompt.since.slice(0, 16).replace('T', ' ')} UTC, ${prompt.effect === 'unknown' ? 'effect unknown' : prompt.effect}`, 'muted')], width), ...refusedParts(context)] };
    case 'end-run':
      return fitted({ tone: 'accent', parts: [wordsPart('title', [segment('All steps are done', 'strong')], width), wordsPart('words', [segment(`not run: ${leftOutWords(prompt)}`, 'muted')], width), ...refusedParts(context)] }, context.most, context.theme);
    case 'record-row':
      return recordContent(prompt, context);
    case 'finished':
      return closingContent(prompt, context);
  }
}

function titleOf(prompt: Pick<RunPiece, 'position' | 'of' | 'title' | 'step' | 'piece'>, { plan, theme, width }: PromptContext): readonly Segment[] {
  const pieces = stepOf(plan, prompt.step)?.pieces.length ?? 0;
  const part = pieces > 1 ? `, part ${prompt.piece + 1} of ${pieces}` : '';
  const place = `Step ${prompt.position} of ${prompt.of}${part} ${sign(theme, 'dot')} `;
  // A label in one row: the words themselves stand in the document.
  return [segment(place, 'muted'), segment(cut(theme, prompt.title, Math.max(8, width - displayWidth(place))), 'strong')];
}

function askWords(prompt: RunPiece, { width, run }: PromptContext): readonly PromptPart[] {
  const { ask } = prompt;
  const approval = unapproved(prompt);
  if (approval !== null) return [wordsPart('words', [segment(`${approval.why}: `, 'bad'), segment(approval.proven ? approvedElsewhere(approval, run) : `somebody else than ${approval.notBy} presses A and types their name`)], width)];
  if (ask.key === 'enter') return [];
  return [wordsPart('words', [segment(`${ask.why}: `, 'bad'), segment(ask.key === 'y' ? 'Enter, then y, runs it' : `Enter, then ${ask.word}, runs it`)], width)];
}

/** Where a value comes from. A line of the command itself is not said again, it stands in its frame. */
function fromWords({ from, line, example, pattern, was, step }: EnterParameter, { plan }: PromptContext): readonly Segment[] {
  const isFramed = plan.steps.some((planned) => planned.step.id === step && planned.pieces.some(({ code }) => code.text.includes(from.trim().replace(/^… |…$/g, ''))));
  const words = isFramed ? '' : from.replaceAll('`', '');
  const said = example === null || words.includes(example) ? words : `${words}${words === '' ? '' : ', '}e.g. ${example}`;
  const place = [line === null ? '' : `line ${line}`, said].filter((part) => part !== '').join(': ');
  const parts = [place, example === null ? '' : 'never used as a default', pattern === null ? '' : `must match ${pattern}`, was === null ? '' : `was ${was}`].filter((part) => part !== '');
  return parts.length === 0 ? [] : [segment(`  ${parts.join('; ')}`, 'muted')];
}

/** A value or a choice; while the keys are the document's, the rows of its input or its list are too. */
function opened(prompt: EnterParameter | ChooseAlternative, title: readonly Segment[], context: PromptContext): PromptContent {
  return context.ui.typing ? chosen(prompt, title, context) : { tone: 'accent', parts: [wordsPart('title', title, context.width)] };
}

/** A question with a list, and an input where it takes a text: the list gets the rows that are left. */
function chosen(prompt: Extract<Prompt, { kind: 'choose-target' | 'choose-alternative' | 'enter-parameter' }>, title: readonly Segment[], context: PromptContext): PromptContent {
  const { ui, width, most, theme } = context;
  const choices = promptChoices(prompt, ui);
  const typed = prompt.kind !== 'choose-alternative';
  const input: PromptPart = { kind: 'input', rows: typed ? inputRows(ui.field, width, { theme, active: ui.typing && (prompt.kind === 'choose-target' || ui.choice < 0), secret: prompt.kind === 'enter-parameter' && prompt.secret, most: inputRoom([wordsPart('title', title, width)], most) }) : [] };
  const none = prompt.kind === 'choose-target' && choices.length === 0 && ui.refused === '' ? [wordsPart('words', [segment(`no name has "${ui.field.value}" in it${prompt.choices.some(isGlob) ? ': Enter takes it as typed' : ''}`, 'muted')], width)] : [];
  const words = [wordsPart('title', title, width), input, ...refusedParts(context), ...none];
  const room = most - heightOf({ parts: words, tone: 'accent' });
  const isTight = prompt.kind === 'enter-parameter' && most < ROOMY;
  const across = isTight ? choiceRowAcross(choices, ui.choice, width, theme) : null;
  const list: PromptPart[] = choices.length === 0 || room < 1 ? [] : [{ kind: 'choices', rows: across === null ? choiceRows(choices, ui.choice, width, Math.min(room, isTight ? FEW : MOST_CHOICES), theme) : [across] }];
  return { tone: 'accent', parts: [...words, ...list] };
}

function heldContent(prompt: SettleDoubt, context: PromptContext): PromptContent {
  return { tone: 'warn', parts: [wordsPart('title', titleOf(prompt, context), context.width), ...doubtParts(prompt, context)] };
}

/** Whether the question about a held step has its words whole: where rows are few they end in a mark, and the frame has them. */
export function isHeldWhole(prompt: SettleDoubt, context: PromptContext): boolean {
  return heightOf(heldContent(prompt, context)) <= context.most;
}

/** A sentence about the case in which a command is run says by itself why it is held; of anything else that is said first. */
function whyHeld(doubt: SettleDoubt['doubts'][number]): string {
  const words = doubtWords(doubt.kind);
  return doubt.kind === 'conditional' || doubt.kind === 'gate' ? doubtText(doubt) : `${words.charAt(0).toLowerCase()}${words.slice(1)}: ${doubtText(doubt)}`;
}

function doubtParts({ doubts }: SettleDoubt, context: PromptContext): readonly PromptPart[] {
  const [first, ...others] = doubts;
  if (first === undefined) return [];
  const mayRun = first.answers.some((answer) => answer !== 'done' && answer !== 'skip');
  const more = others.length === 0 || !mayRun ? '' : `  (${counted(others.length, 'more question')} before it can run)`;
  return [wordsPart('words', [segment(`Held, line ${first.line}: `, 'warn'), segment(whyHeld(first)), segment(more, 'muted')], context.width), ...(first.kind === 'elsewhere' ? [wordsPart('words', [segment('Did you type it there?', 'strong')], context.width)] : []), ...refusedParts(context)];
}

/** The exit status as what it is where the runbook says what it means: neither good nor bad before somebody has said so. */
function gateParts(prompt: PieceFailed, { text, line }: GateAhead, context: PromptContext): readonly PromptPart[] {
  const { width } = context;
  const title = [segment(exitWords(prompt.exitCode, prompt.signal), 'strong'), ...(prompt.attempt > 1 ? [segment(`, attempt ${prompt.attempt}`, 'muted')] : [])];
  return [wordsPart('title', title, width), wordsPart('words', [segment(`The runbook says, line ${line}: `, 'warn'), segment(`"${text}"`)], width), ...refusedParts(context)];
}

function endedWords({ status, checks, exitCode }: PieceFailed): string {
  if (status === 'stopped') return 'Stopped';
  if (status === 'timed-out') return 'Timed out';
  return checks.length > 0 && (exitCode === 0 || exitCode === null) ? 'Check failed' : 'Command failed';
}

/** Words behind a label, each row of them below the first. */
function labelled(label: string, words: string, width: number): PromptPart {
  const { kind, rows } = wordsPart('words', [segment(words)], Math.max(10, width - displayWidth(label)));
  return { kind, rows: rows.map(({ segments }, i) => row(segment(i === 0 ? label : ' '.repeat(displayWidth(label)), 'muted'), ...segments)) };
}

function failedParts(prompt: PieceFailed, context: PromptContext): readonly PromptPart[] {
  const { width } = context;
  const exit = prompt.status === 'failed' && prompt.exitCode !== 0 ? exitWords(prompt.exitCode, prompt.signal) : '';
  const title = [segment(endedWords(prompt), 'bad'), ...(exit === '' ? [] : [segment(`: ${exit}`, 'strong')]), ...(prompt.attempt > 1 ? [segment(`, attempt ${prompt.attempt}`, 'muted')] : [])];
  const checks = prompt.checks.flatMap((check) => [labelled('expected: ', check.text, width), labelled('seen:     ', seenWords(check).replace(/\s+/g, ' '), width)]);
  return [wordsPart('title', title, width), ...checks, ...waysOn(prompt, width), ...refusedParts(context)];
}

/** What else may help, with its key: another value, and the section that is there for this. */
function waysOn({ values, sections }: PieceFailed, width: number): readonly PromptPart[] {
  const change = values.length === 0 ? [] : [segment('c', 'strong'), segment(` change ${valuesWords(values)}  `, 'muted')];
  const goTo = sections.length === 0 ? [] : [segment(':', 'strong'), segment(` go to ${leftOutWords({ sections })}`, 'muted')];
  return change.length + goTo.length === 0 ? [] : [wordsPart('words', [...change, ...goTo], width)];
}
