import { effectWords } from '../../model/index.ts';
import { effectOf, type Plan, planRun } from '../../plan/index.ts';
import { isConfirmed } from '../asking/index.ts';
import { approvedElsewhere, type ChooseAlternative, doubtsAsked, type Prompt, type Refusal, refused, refusedValue, type Reply, type RunPiece, type SettleDoubt, unapproved } from '../prompts/index.ts';
import { goalOf, refusedChange, type Standing } from './turns.ts';

/** The replies that each prompt takes in addition to the common ones. */
export const REPLIES: Readonly<Record<Prompt['kind'], readonly Reply['kind'][]>> = {
  'choose-target': ['choose'],
  'choose-alternative': ['choose'],
  'enter-parameter': ['answer'],
  'settle-doubt': ['settle'],
  'run-piece': ['run', 'edit', 'skip', 'confirm', 'approve'],
  'do-by-hand': ['done', 'skip'],
  judge: ['holds', 'fails', 'unsure'],
  'piece-failed': ['retry', 'until-it-holds', 'accept', 'skip', 'stop'],
  interrupted: ['ran', 'retry', 'skip'],
  'end-run': ['end'],
  'record-row': ['write', 'keep-none'],
  finished: [],
};

/** The replies that every prompt takes as long as the run goes on. */
const COMMON: readonly Reply['kind'][] = ['note', 'look', 'go-to', 'change', 'leave'];

/** Why a reply does not fit what is asked; `null` if it does. Changes nothing. */
export function refusalOf(prompt: Prompt | null, reply: Reply, walk: Standing): Refusal | null {
  if (prompt === null) return refused('nothing is asked now', 'wait for the next prompt');
  if (reply.to !== prompt.id) return refused('something else is asked by now', `read ${prompt.id}, which is asked, and answer that`);
  const takes = takenBy(prompt);
  if (!takes.includes(reply.kind)) return refused(`${prompt.kind} takes no ${String(reply.kind)}`, takes.length === 0 ? 'the walk is over' : `it takes ${takes.join(', ')}`);
  return refusedContent(prompt, reply, walk);
}

/** The kinds of reply that a prompt takes. */
export function takenBy(prompt: Prompt): readonly Reply['kind'][] {
  if (prompt.kind === 'finished') return [];
  // The run has ended, so nothing in it can be changed any more.
  const gate = prompt.kind === 'piece-failed' && prompt.gate !== undefined ? (['settle'] as const) : [];
  return [...REPLIES[prompt.kind], ...gate, ...(prompt.kind === 'record-row' ? [] : COMMON)];
}

function refusedContent(prompt: Prompt, reply: Reply, walk: Standing): Refusal | null {
  const { plan } = walk;
  if (prompt.kind === 'choose-target' && (reply.kind === 'go-to' || reply.kind === 'change')) return refused('the run has not begun', 'choose a target first');
  switch (reply.kind) {
    case 'choose':
      if (prompt.kind === 'choose-target') return refusedTarget(plan, prompt.choices, reply.choice);
      return prompt.kind === 'choose-alternative' ? refusedChoice(prompt.choices, reply.choice) : null;
    case 'answer':
      return prompt.kind === 'enter-parameter' ? refusedValue(plan, prompt.name, reply.value) : null;
    case 'settle':
      return refusedSettlement(plan, doubtsAsked(prompt), reply);
    case 'run':
      return notApproved(prompt) ?? (prompt.kind === 'run-piece' && prompt.ask.key !== 'enter' ? refused(`${prompt.ask.why}: a key is not enough`, `confirm it with ${askedWord(prompt)}`) : null);
    case 'approve':
      return prompt.kind === 'run-piece' ? refusedApproval(prompt, reply.who) : null;
    case 'confirm':
      return notApproved(prompt) ?? (prompt.kind === 'run-piece' && !isConfirmed(prompt.ask, reply.word) ? refused(`"${reply.word}" is not ${askedWord(prompt)}`, 'nothing was run') : null);
    case 'edit':
      return reply.code.trim() === '' ? refused('the command is empty', 'skip the piece instead') : refusedCode(plan, reply.code);
    case 'skip':
    case 'accept':
      return reply.reason.trim() === '' ? refused('the reason is empty', 'say why: somebody will read it') : null;
    case 'until-it-holds':
      return prompt.kind === 'piece-failed' && !prompt.untilItHolds ? refused('what destroys, has the terminal, or was judged by eye is not tried again by itself', 'retry asks before each attempt') : null;
    case 'write':
      return prompt.kind === 'record-row' && reply.cells.length !== prompt.columns.length ? refused(`the row has ${prompt.columns.length} cells, not ${reply.cells.length}`, 'give one for each column') : null;
    case 'note':
      return reply.text.trim() === '' ? refused('the note is empty', 'write something, or nothing') : null;
    case 'look':
      return plan.steps.some(({ step }) => step.id === reply.step) ? null : refused(`there is no step ${reply.step}`, 'name a step of the plan by its id');
    case 'go-to': {
      const goal = goalOf(plan, reply);
      return 'status' in goal ? goal : null;
    }
    case 'change':
      return refusedChange(walk, reply);
    default:
      return null;
  }
}

/** Why a piece may not run before a second person has approved it; `null` if it may. */
function notApproved(prompt: Prompt): Refusal | null {
  const approval = unapproved(prompt);
  if (approval === null) return null;
  return refused(approval.why, approval.proven ? approvedElsewhere(approval, null) : `somebody else than ${approval.notBy} approves it here, with their name`);
}

function refusedApproval({ approval }: RunPiece, who: string): Refusal | null {
  if (approval === undefined) return refused('nothing is to be approved here', 'answer what is asked');
  if (who.trim() === '') return refused('the name is empty', 'say who approves it');
  return who.trim().toLowerCase() === approval.notBy.trim().toLowerCase() ? refused(`${who} began this run`, 'somebody else has to approve it') : null;
}

/** What has to be typed, in words. */
export function askedWord({ ask }: Pick<RunPiece, 'ask'>): string {
  if (ask.key === 'enter') return 'Enter';
  return ask.key === 'y' ? 'y' : ask.word;
}

function refusedTarget({ runbook, request }: Plan, choices: readonly string[], choice: string | null): Refusal | null {
  if (choice === null) return refused('a target is needed', 'choose one, or leave');
  // A glob stands for names that only the operator knows; the plan decides whether one fits.
  if (/[*?]/.test(choice)) return refused('a pattern is not a target', 'give one name that it matches');
  if (choices.includes(choice)) return null;
  if (!choices.some((each) => /[*?]/.test(each))) return refused(`there is no target ${choice}`, `choose one of: ${choices.join(', ')}`);
  const [problem] = planRun(runbook, { ...request, target: choice }).problems;
  return problem === undefined ? null : refused(`${choice}: ${problem.why}`, problem.advice);
}

function refusedChoice(choices: ChooseAlternative['choices'], choice: string | null): Refusal | null {
  if (choice === null) return null;
  const known = choices.find(({ label }) => label === choice);
  if (known === undefined) return refused(`there is no choice "${choice}"`, `choose one of: ${choices.map(({ label }) => label).join(', ')}, or none of them`);
  // From a menu: what was chosen has been asked for, and choosing it once more would do nothing.
  return known.chosen ? refused('that was chosen before', 'choose another or none; to do it again, go to its step') : null;
}

/** In a run with `--read-only`, code that the operator writes must also be known to only read. */
function refusedCode({ request }: Plan, code: string): Refusal | null {
  const read = request.readOnly === true ? effectOf(code) : null;
  return read === null || read.effect === 'reads' ? null : refused(`the run is --read-only, and this is ${effectWords(read)}`, 'change it so that it only reads, or begin a run without --read-only');
}

function refusedSettlement(plan: Plan, doubts: readonly Pick<SettleDoubt['doubts'][number], 'kind' | 'answers'>[], { doubt, answer, code, reason }: Extract<Reply, { kind: 'settle' }>): Refusal | null {
  const asked = doubts.find(({ kind }) => kind === doubt);
  if (asked === undefined) return refused(`no doubt ${doubt} is open here`, `open: ${doubts.map(({ kind }) => kind).join(', ')}`);
  if (!asked.answers.includes(answer)) return refused(`${doubt} does not take ${answer}`, `it takes ${asked.answers.join(', ')}`);
  if (answer === 'edit' && (code ?? '').trim() === '') return refused('edit brings no command', 'give the code that is to run');
  if (answer === 'edit') return refusedCode(plan, code ?? '');
  if ((answer === 'passed' || answer === 'skip') && (reason ?? '').trim() === '') return refused('the reason is empty', 'say why: somebody will read it');
  return null;
}
