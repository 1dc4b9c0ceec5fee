import { unapproved } from '../../walk/index.ts';
import { type Segment, segment } from '../rows/rows.ts';
import { type Ask, hasList } from '../state/ui-state.ts';
import { choiceRows } from './choice-rows.ts';
import { askChoices } from './choices.ts';
import { inputRoom, inputRows } from './input-rows.ts';
import type { PromptContext } from './prompt-context.ts';
import { heightOf, type PromptContent, type PromptPart, refusedParts, wordsPart } from './prompt-part.ts';

/** A question of the screen's own, in words. */
export function askContent(ask: Ask, context: PromptContext): PromptContent {
  const { ui, plan, width, most, theme } = context;
  const title = wordsPart('title', titleOf(ask, context), width);
  if (ask.kind === 'quit') return { tone: 'warn', parts: [title, wordsPart('words', [segment(leavingWords(ui), 'muted')], width)] };
  if (ask.kind === 'yes') return { tone: 'bad', parts: [title, ...refusedParts(context)] };
  const offers = offersOf(ask, context);
  const secret = ask.kind === 'change-value' && plan.parameters.some(({ parameter, secret: isSecret }) => parameter.name === ask.name && isSecret);
  const above = [title, ...aboutParts(ask, context)];
  const input: PromptPart = { kind: 'input', rows: inputRows(ui.field, width, { theme, active: ui.choice < 0 || hasList(ask), secret, most: inputRoom(above, most) }) };
  const none = hasList(ask) && offers.length === 0 && ui.refused === '' ? [wordsPart('words', [segment('nothing has these letters', 'muted')], width)] : [];
  const words = [...above, input, ...refusedParts(context), ...none];
  const room = Math.min(8, most - heightOf({ parts: words, tone: 'accent' }));
  const list: readonly PromptPart[] = offers.length === 0 || room < 1 ? [] : [{ kind: 'choices', rows: choiceRows(offers, ui.choice, width, room, theme) }];
  return { tone: ask.kind === 'confirm' ? 'bad' : 'accent', parts: [...words, ...list] };
}

function leavingWords({ prompt, running }: PromptContext['ui']): string {
  if (prompt?.kind === 'choose-target') return 'Nothing has run yet.';
  return `${running === null ? '' : 'What is running is stopped. '}A run that is left can be resumed; one that is aborted ends here with its row, and only its id resumes it.`;
}

/** The order to stop that is answered: it may stand further up than the screen reaches. */
function aboutParts({ kind }: Ask, { ui: { prompt }, width }: PromptContext): readonly PromptPart[] {
  const text = kind === 'passed' ? gateText(prompt) : undefined;
  return text === undefined ? [] : [wordsPart('words', [segment(`"${text}"`, 'muted')], width)];
}

function gateText(prompt: PromptContext['ui']['prompt']): string | undefined {
  if (prompt?.kind === 'settle-doubt') return prompt.doubts.find((doubt) => doubt.kind === 'gate')?.text;
  return prompt?.kind === 'piece-failed' ? prompt.gate?.text : undefined;
}

/** The value until now, unless it is a secret. */
function wasWords(name: string, { parameters }: PromptContext['plan']): string {
  const planned = parameters.find(({ parameter }) => parameter.name === name);
  return planned === undefined || planned.secret || planned.value === null ? '' : `was ${planned.value}; `;
}

/** What can be chosen in place of typing. */
export function offersOf(ask: Ask, { ui, plan, state }: Pick<PromptContext, 'ui' | 'plan' | 'state'>): readonly { readonly text: string; readonly note?: string }[] {
  if (ask.kind === 'cell' && ui.prompt?.kind === 'record-row') return (ui.prompt.cells[ask.index]?.suggestions ?? []).map((text) => ({ text }));
  return askChoices(ask, { plan, state, ui });
}

function titleOf(ask: Ask, { ui, plan }: PromptContext): readonly Segment[] {
  switch (ask.kind) {
    case 'skip':
      return [segment('Why is it skipped?', 'strong')];
    case 'accept':
      return [segment('Why is it accepted?', 'strong')];
    case 'passed':
      return [segment('Why can it go on?', 'strong')];
    case 'approve':
      return [segment('Who approves it?', 'strong'), segment(`  somebody else than ${unapproved(ui.prompt)?.notBy ?? ''}; recorded as told, not proven`, 'muted')];
    case 'note':
      return [segment('Note', 'strong'), segment('  kept in the journal', 'muted')];
    case 'edit':
      return [segment('Change the command', 'strong'), segment('  Ctrl-J breaks the line', 'muted')];
    case 'search':
      return [segment('Search the output', 'strong')];
    case 'cell':
      return [segment(ui.prompt?.kind === 'record-row' ? (ui.prompt.columns[ask.index] ?? '') : '', 'strong')];
    case 'go-to':
      return [segment('Go to a step or section', 'strong'), segment('  what lies between is skipped, or asked again', 'muted')];
    case 'change':
      return [segment('Change which answer?', 'strong')];
    case 'change-value':
      return [segment(`${ask.name}?`, 'strong'), segment(`  ${wasWords(ask.name, plan)}steps that ran with the old value, and checks after them, are asked again`, 'muted')];
    case 'change-choice':
      return [segment('Which one instead?', 'strong'), segment(`  ${plan.alternatives[ask.group]?.name ?? ''}; what already ran stays done`, 'muted')];
    case 'quit':
      return [segment('Leave the walk?', 'strong')];
    case 'yes':
      return [segment(`${ask.why}: `, 'bad'), segment('y runs it, Esc does not', 'strong')];
    case 'confirm':
      return [segment(`${ask.why}. `, 'bad'), segment(`Type ${ask.word} to run it`, 'strong')];
  }
}
